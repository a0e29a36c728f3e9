import type { Topic } from '../../contract/events.ts';
import type { WhatIf } from '../../contract/runs.ts';
import { groupTitles } from '../explain/group-titles.ts';
import { type StoredRun, storedRun } from '../explain/stored-run.ts';
import { withoutRules } from '../explain/what-if.ts';
import { type WhatIfQuestion, whatIfQuestion } from '../explain/what-if-question.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { isBounded } from '../recipe/sources-as-of.ts';
import { deliveriesOf } from '../run/delivered-lists.ts';
import { type RunRecord, runDetail, runRecord, runRecords, runSummary } from '../run/run-record.ts';
import { MANY_ENTITIES } from './many-entities.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { os } from './os.ts';

/** What a run changes: where dates are judged by its as-of date, also what is accepted. */
function changesOfRun({ sources }: Recipe): readonly Topic[] {
  const judges = sources.some(({ columns }) => columns.some(({ type }) => isBounded(type)));
  return judges ? ['runs', 'files', 'quarantine'] : ['runs'];
}

function answer(
  workspace: OpenWorkspace,
  run: StoredRun,
  { run: number, reconciliation }: RunRecord,
  question: WhatIfQuestion,
  off: readonly string[],
): WhatIf | Promise<WhatIf> {
  const { title } = question;
  if (question.kind === 'trial') return workspace.write('what-if', title, 'tryOut', question.trial, []);
  if (reconciliation.outcome.entered <= MANY_ENTITIES) return withoutRules(workspace.db, run, new Set(off));
  return workspace.read('what-if', title, 'withoutRules', { run: number, off });
}

/** Answers the calls about runs. */
export const runHandlers = {
  start: os.runs.start.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { asOf, params, without = [] } = input;
    const title = `Running as of ${asOf}`;
    const made = await workspace.write(
      'run',
      title,
      'run',
      { asOf, params, without },
      changesOfRun(workspace.recipe),
    );
    workspace.prepareTrace();
    return made;
  }),

  list: os.runs.list.handler(async ({ input, context }) => {
    const { db } = await context.engine.workspace(input.workspace);
    return runRecords(db).map(runSummary);
  }),

  publish: os.runs.publish.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { run } = input;
    return {
      rows: await workspace.write('publish', `Publishing run ${run}`, 'publishRun', { run }, ['runs']),
    };
  }),

  unpublish: os.runs.unpublish.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { run } = input;
    const title = `Taking the publication of run ${run} back`;
    await workspace.write('publish', title, 'unpublishRun', { run }, ['runs']);
  }),

  get: os.runs.get.handler(async ({ input, context }) => {
    const { db } = await context.engine.workspace(input.workspace);
    const [record, run] = [runRecord(db, input.run), storedRun(db, input.run)];
    return {
      ...runDetail(record),
      deliveries: deliveriesOf(db, run, record.reconciliation.outcome),
      groupTitles: groupTitles(db, run),
    };
  }),

  history: os.runs.history.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    return workspace.read('query', 'Counting what earlier runs left', 'historySnapshots', {});
  }),

  switchSnapshot: os.runs.switchSnapshot.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { table, run, out } = input;
    const title = out ? `Taking run ${run} out of ${table}` : `Putting run ${run} back into ${table}`;
    await workspace.write('history', title, 'switchSnapshot', { table, run, out }, ['runs']);
  }),

  compare: os.runs.compare.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { from, to } = input;
    return workspace.read('query', `Comparing run ${from} with run ${to}`, 'compareRuns', { from, to });
  }),

  whatIf: os.runs.whatIf.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const run = storedRun(workspace.db, input.run);
    const record = runRecord(workspace.db, input.run);
    const question = whatIfQuestion(run.recipe, record, input);
    return { ...(await answer(workspace, run, record, question, input.off)), cautions: question.cautions };
  }),
};
