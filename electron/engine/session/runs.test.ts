import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { WorkspaceEvent } from '../../contract/events.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { aPeopleRecipe, type RecipeParts } from '../testing/a-people-recipe.ts';
import { AS_OF } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const PARTS: RecipeParts = {
  params: { least: { type: 'integer', title: 'Least score', default: 2 } },
  rules: [
    { stage: 'low', sql: "select id, 'low' as reason, score as detail from person where score < :least" },
    { stage: 'red', sql: "select id, 'red' as reason, null as detail from person where team = 'red'" },
  ],
};

const PEOPLE: FileTexts = {
  'people.csv': lines('id,score,team', '1,1,red', '2,2,red', '3,3,blue', '4,1,blue', '5,x,blue'),
};

/** An engine with a workspace of one run, as the command line made it. */
async function aWorkspaceOfOneRun(parts: RecipeParts = PARTS) {
  const { api, engine, folder, logged } = anEngine();
  const path = join(folder, 'w.muster');
  const params = { least: 2 };
  const inFolder = tempFolder(PEOPLE);
  await runRecipe(
    {
      recipe: aPeopleRecipe(parts),
      inFolder,
      outFolder: join(folder, 'out'),
      asOf: AS_OF,
      params,
      workspace: path,
    },
    () => {},
  );
  const { workspace } = await api.workspaces.open({ path });
  return { api, engine, workspace, logged };
}

test('a run is made over what is loaded, is in the list, and says what it found', async () => {
  const { api, workspace } = await aWorkspaceOfOneRun();
  const made = await api.runs.start({ workspace, asOf: '2026-11-21', params: { least: '3' } });
  expect(made).toEqual({ run: 2, balanced: true });
  const runs = await api.runs.list({ workspace });
  expect(runs).toMatchObject([
    { run: 2, asOf: '2026-11-21', params: { least: 3 }, entered: 4, delivered: 1, corrections: 0 },
    { run: 1, asOf: AS_OF, params: { least: 2 }, read: 5, rejected: 1, files: ['people.csv'] },
  ]);
  for (const { madeAt } of runs) expect(madeAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  const detail = await api.runs.get({ workspace, run: 2 });
  expect(detail).toMatchObject({ run: 2, imbalances: [], reconciliation: { balanced: true } });
  await expect(api.runs.get({ workspace, run: 3 })).rejects.toThrow('There is no run 3 in this workspace.');
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({ kind: 'current', run: 2 });
});

test('a parameter that the recipe cannot take is refused, and no run is made', async () => {
  const { api, workspace } = await aWorkspaceOfOneRun();
  const start = (params: Readonly<Record<string, string>>) =>
    api.runs.start({ workspace, asOf: AS_OF, params });
  await expect(start({ least: 'many' })).rejects.toThrow('The parameter least is "many"');
  await expect(start({ most: '1' })).rejects.toThrow('no parameter "most"');
  await expect(api.runs.start({ workspace, asOf: '2026-02-30', params: {} })).rejects.toThrow(
    'The as-of date is "2026-02-30"',
  );
  expect(await api.runs.list({ workspace })).toHaveLength(1);
});

test('two runs are compared', async () => {
  const { api, workspace } = await aWorkspaceOfOneRun();
  await api.runs.start({ workspace, asOf: AS_OF, params: { least: '1' } });
  expect(await api.runs.compare({ workspace, from: 1, to: 2 })).toMatchObject({
    came: 1,
    left: 0,
    stayed: 1,
    cameBy: [{ reason: 'low', title: 'Rule low', entities: 1 }],
    causes: [{ kind: 'parameters' }],
  });
});

test('what rules off would change is told without a run, the rest by a trial that is not kept', async () => {
  const { api, workspace } = await aWorkspaceOfOneRun();
  const finished: string[] = [];
  const listening = new AbortController();
  const events = await api.events.watch({ workspace }, { signal: listening.signal });
  const heard = (async () => {
    for await (const event of events) if (event.kind === 'finished') finished.push(event.title);
  })().catch(() => {});

  expect(await api.runs.whatIf({ workspace, run: 1, off: ['red'] })).toMatchObject({
    entered: 4,
    delivered: 2,
    gained: 1,
    lost: 0,
    gainedKeys: [['2']],
    lostKeys: [],
  });
  const same = { workspace, run: 1, off: [], asOf: AS_OF, params: { least: '2' } };
  expect(await api.runs.whatIf(same)).toMatchObject({ delivered: 1, gained: 0, lost: 0 });
  expect(finished).toEqual([]);

  const tried = await api.runs.whatIf({ workspace, run: 1, off: ['red'], params: { least: '3' } });
  expect(tried).toMatchObject({ delivered: 1, gained: 0, lost: 0 });
  const lower = await api.runs.whatIf({ workspace, run: 1, off: [], params: { least: '0' } });
  expect(lower).toMatchObject({ delivered: 2, gained: 1, gainedKeys: [['4']] });
  expect(await api.runs.list({ workspace })).toHaveLength(1);
  await expect(api.runs.whatIf({ workspace, run: 1, off: ['other'] })).rejects.toThrow('has no rule other');

  listening.abort();
  await heard;
  expect(finished).toEqual(['Trying it with least 3, without Rule red', 'Trying it with least 0']);
});

test('of a run of very many, what rules off would change is told by the reading thread', async () => {
  const { api, workspace, engine } = await aWorkspaceOfOneRun();
  const open = await engine.workspace(workspace);
  const asked: string[] = [];
  open.listeners.observe((event) => {
    if (event.kind === 'finished') asked.push(event.title);
  });
  const writing = new Database(workspace);
  const large = "json_set(reconciliation, '$.outcome.entered', 200001)";
  writing.prepare(`update run set reconciliation = ${large}`).run();
  writing.close();
  const told = await api.runs.whatIf({ workspace, run: 1, off: ['red'] });
  expect(told).toMatchObject({ entered: 4, delivered: 2, gained: 1, gainedKeys: [['2']] });
  expect(asked).toEqual(['Trying it without Rule red']);
});

test('whoever listens hears of a run once it is there', async () => {
  const { api, workspace } = await aWorkspaceOfOneRun();
  const listening = new AbortController();
  const events = await api.events.watch({ workspace }, { signal: listening.signal });
  const topics = (async () => {
    for await (const event of events as AsyncIterable<WorkspaceEvent>) {
      if (event.kind === 'changed') return event.topics;
    }
    return [];
  })();
  await api.runs.start({ workspace, asOf: AS_OF, params: {} });
  expect(await topics).toEqual(['runs']);
  listening.abort();
});

/** Goes through all lists of sixteen people, four thousand million of them, where the least score is 9. */
const ENDLESS = {
  stage: 'endless',
  sql: `select id, 'endless' as reason, null as detail
    from person
    where :least = 9
      and score = (select count(*) from ${Array.from({ length: 16 }, (_, index) => `person as p${index}`).join(' cross join ')})`,
};

test('a run that goes on for ever can be stopped, and the next one finds the workspace as it was', async () => {
  const { api, workspace, logged } = await aWorkspaceOfOneRun({ ...PARTS, rules: [ENDLESS] });
  const listening = new AbortController();
  const events = await api.events.watch({ workspace }, { signal: listening.signal });
  const run = api.runs.start({ workspace, asOf: AS_OF, params: { least: '9' } });
  const stopped = expect(run).rejects.toMatchObject({ code: 'CANCELLED' });
  let outcome = '';
  for await (const event of events as AsyncIterable<WorkspaceEvent>) {
    const job = event.kind === 'jobs' ? event.jobs[0] : undefined;
    if (job?.progress?.kind === 'step' && job.progress.name === 'endless' && job.state === 'running') {
      await api.events.cancel({ workspace, job: job.job });
    }
    if (event.kind !== 'finished') continue;
    outcome = event.outcome;
    break;
  }
  await stopped;
  expect(outcome).toBe('cancelled');
  expect(await api.runs.list({ workspace })).toHaveLength(1);
  expect(await api.runs.start({ workspace, asOf: AS_OF, params: {} })).toEqual({ run: 2, balanced: true });
  expect(logged).toEqual([]);
  listening.abort();
});
