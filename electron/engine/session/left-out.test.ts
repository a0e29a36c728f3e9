import { expect, test } from 'vitest';
import { aNewWorkspace } from '../testing/a-new-workspace.ts';
import { PEOPLE_SOURCE } from '../testing/a-people-recipe.ts';
import { AS_OF } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';

const PARTS = {
  sources: {
    ...PEOPLE_SOURCE,
    chats: { files: ['chats.csv'], columns: { id: { type: 'id', required: true } } },
    calls: { files: ['calls.csv'], columns: { id: { type: 'id', required: true } } },
  },
};

const PEOPLE = { 'people.csv': lines('id', '1', '2') };

test('a run goes on without the sources that the user leaves out, and says so', async () => {
  const { api, workspace } = await aNewWorkspace(PARTS, PEOPLE);
  const state = async () => (await api.workspaces.overview({ workspace })).run;
  expect(await state()).toEqual({ kind: 'none', missing: ['chats', 'calls'], blockers: [] });

  const start = (without?: string[]) =>
    api.runs.start({ workspace, asOf: AS_OF, params: {}, ...(without && { without }) });
  await expect(start()).rejects.toThrow('chats and calls have no file yet.');
  await expect(start(['calls'])).rejects.toThrow('chats has no file yet.');
  await expect(start(['chat', 'calls'])).rejects.toThrow('has no source chat.');
  expect(await start(['calls', 'chats'])).toEqual({ run: 1, balanced: true });
  expect(await state()).toMatchObject({ kind: 'current', missing: ['chats', 'calls'] });
  const detail = await api.runs.get({ workspace, run: 1 });
  expect(detail).toMatchObject({
    without: ['chats', 'calls'],
    reconciliation: {
      without: ['chats', 'calls'],
      warnings: ['chats was left out of this run, as asked.', 'calls was left out of this run, as asked.'],
    },
  });
});

test('once its file is there a source is left out no more', async () => {
  const { api, workspace, add } = await aNewWorkspace(PARTS, PEOPLE);
  const without = ['chats', 'calls'];
  await api.runs.start({ workspace, asOf: AS_OF, params: {}, without });
  await add({ 'chats.csv': lines('id', '1') });
  const { run } = await api.workspaces.overview({ workspace });
  expect(run).toMatchObject({ kind: 'outdated', missing: ['calls'] });
  await expect(api.runs.start({ workspace, asOf: AS_OF, params: {}, without })).rejects.toThrow(
    'chats has files, and is to be left out.',
  );
  await api.runs.start({ workspace, asOf: AS_OF, params: {}, without: ['calls'] });
  const runs = await api.runs.list({ workspace });
  expect(runs.map((each) => each.without)).toEqual([['calls'], ['chats', 'calls']]);
});
