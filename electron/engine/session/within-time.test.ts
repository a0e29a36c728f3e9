import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Job } from '../../contract/events.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { Cancelled } from '../workspace/cancel.ts';
import { withinTime } from './within-time.ts';

/** Some seconds of work that reads no table, so that it cannot be stopped; it ends by itself, so that the test does. */
const UNSTOPPABLE =
  'with recursive n (i) as (select 1 union all select i + 1 from n limit 40000000) select count(*) from n';

/** Work that would go on for hours, over a table, so that it can be stopped. */
const ENDLESS =
  'with recursive n (i) as (select 1 union all select i + 1 from n, people) select count(*) from n';

async function anOpenWorkspace() {
  const { api, engine, folder } = anEngine();
  const path = join(folder, 'w.muster');
  await aRun(aPeopleRecipe(), { 'people.csv': 'id\n1\n2\n' }, { workspace: path });
  const workspace = await engine.workspace((await api.workspaces.open({ path })).workspace);
  const run = (sql: string, longest?: number) =>
    withinTime(workspace, () => workspace.read('query', 'Running a query', 'runQuery', { sql }), longest);
  return { workspace, run };
}

function running(workspace: { jobsEvent(): { readonly jobs: readonly Job[] } }): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const job = workspace.jobsEvent().jobs.find(({ state }) => state === 'running');
      if (job) resolve(job.job);
      else setImmediate(look);
    };
    look();
  });
}

test('a query that takes too long is stopped, and the thread goes on with the next', async () => {
  const { run } = await anOpenWorkspace();
  await expect(run(ENDLESS, 300)).rejects.toMatchObject({
    message: 'The query took longer than 30 seconds and was stopped.',
    nextStep: 'Let it read less: name fewer tables, or join them by their keys.',
  });
  expect((await run('select 1')).rows).toBe(1);
});

test('a query that the user stops is cancelled', async () => {
  const { workspace, run } = await anOpenWorkspace();
  const stopped = expect(run(ENDLESS)).rejects.toThrow(Cancelled);
  workspace.cancel(await running(workspace));
  await stopped;
});

test('a query that does not stop is left to itself, and another thread does the next', async () => {
  const { workspace, run } = await anOpenWorkspace();
  const { view } = await run('select 1');
  await expect(run(UNSTOPPABLE, 300)).rejects.toMatchObject({
    message:
      'The query took longer than 30 seconds and does not stop. It was left to itself, and results that were open are closed.',
  });
  expect((await run('select 1')).rows).toBe(1);
  const page = workspace.read('query', 'Reading rows', 'resultPage', { view, from: 0, count: 1 });
  await expect(page).rejects.toThrow('This result is not there any more.');
});
