import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceEvent } from '../../contract/events.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';

test('an export is written, announced and listed with its receipt', async () => {
  const { api, engine } = anEngine();
  const workspace = join(tempFolder(), 'w.muster');
  const { written } = await aRun(aPeopleRecipe(), { 'people.csv': lines('id', '1', '007') }, { workspace });
  await api.workspaces.open({ path: workspace });
  const heard: WorkspaceEvent[] = [];
  (await engine.workspace(workspace)).listeners.observe((event) => heard.push(event));
  const target = join(tempFolder(), 'delivery.csv');
  const receipt = await api.exports.write({
    workspace,
    run: 1,
    output: 'delivery',
    format: 'csv',
    columns: [{ name: 'id', hashed: false }],
    target,
  });
  expect(receipt).toMatchObject({ file: 'delivery.csv', rows: 2, saved: { kind: 'file', path: target } });
  expect(readFileSync(target, 'utf8')).toBe(written['delivery.csv']);
  expect(heard).toContainEqual({ kind: 'changed', topics: ['exports'] });
  expect(heard).toContainEqual(
    expect.objectContaining({
      kind: 'finished',
      jobKind: 'export',
      title: 'Writing delivery.csv',
      outcome: 'done',
    }),
  );
  expect(await api.exports.list({ workspace })).toEqual([receipt]);
});

test('what cannot be written is refused in a sentence', async () => {
  const { api } = anEngine();
  const workspace = join(tempFolder(), 'w.muster');
  await aRun(aPeopleRecipe(), { 'people.csv': lines('id', '1') }, { workspace });
  const asked = { workspace, run: 1, output: 'delivery', format: 'xlsx', target: tempFolder() } as const;
  await expect(
    api.exports.write({ ...asked, columns: [{ name: 'x', hashed: false }] }),
  ).rejects.toMatchObject({
    code: 'FAILURE',
    message: 'delivery.csv has no column x.',
  });
  await expect(
    api.exports.write({ ...asked, columns: [{ name: 'id', hashed: false }] }),
  ).rejects.toMatchObject({
    code: 'FAILURE',
    message: expect.stringContaining('is a folder'),
  });
  expect(await api.exports.list({ workspace })).toEqual([]);
});
