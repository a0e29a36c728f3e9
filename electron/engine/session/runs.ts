import type { Topic } from '../../contract/events.ts';
import { groupTitles } from '../explain/group-titles.ts';
import { storedRun } from '../explain/stored-run.ts';
import { withoutRules } from '../explain/what-if.ts';
import { whatIfQuestion } from '../explain/what-if-question.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { isBounded } from '../recipe/sources-as-of.ts';
import { runDetail, runRecord, runRecords, runSummary } from '../run/run-record.ts';
import { MANY_ENTITIES } from './many-entities.ts';
import { os } from './os.ts';

/** What a run changes: where dates are judged by its as-of date, also what is accepted. */
function changesOfRun({ sources }: Recipe): readonly Topic[] {
  const judges = sources.some(({ columns }) => columns.some(({ type }) => isBounded(type)));
  return judges ? ['runs', 'files', 'quarantine'] : ['runs'];
}

/** Answers the calls about runs. */
export const runHandlers = {
  start: os.runs.start.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { asOf, params } = input;
    const title = `Running as of ${asOf}`;
    const made = await workspace.write('run', title, 'run', { asOf, params }, changesOfRun(workspace.recipe));
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
    const record = runRecord(db, input.run);
    return { ...runDetail(record), groupTitles: groupTitles(db, storedRun(db, input.run)) };
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
    const { title } = question;
    if (question.kind === 'trial') return workspace.write('what-if', title, 'tryOut', question.trial, []);
    if (record.reconciliation.outcome.entered <= MANY_ENTITIES) {
      return withoutRules(workspace.db, run, new Set(input.off));
    }
    return workspace.read('what-if', title, 'withoutRules', { run: input.run, off: input.off });
  }),
};
