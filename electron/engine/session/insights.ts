import { listInsights, listProfile } from '../insights/list-insights.ts';
import { runInsight } from '../insights/run-insights.ts';
import { os } from './os.ts';
import { withinTime } from './within-time.ts';

/** Answers the calls about charts. */
export const insightHandlers = {
  list: os.insights.list.handler(async ({ input, context }) => {
    return listInsights((await context.engine.workspace(input.workspace)).db);
  }),

  get: os.insights.get.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { insight } = input;
    const overRuns = runInsight(workspace.db, insight);
    if (overRuns) return overRuns;
    return withinTime(workspace, () => workspace.read('query', 'Drawing a chart', 'insight', { insight }));
  }),

  profile: os.insights.profile.handler(async ({ input, context }) => {
    return listProfile((await context.engine.workspace(input.workspace)).db);
  }),

  ofEntity: os.insights.ofEntity.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { insight, key } = input;
    return withinTime(workspace, () =>
      workspace.read('query', 'Drawing a chart', 'profileInsight', { insight, key }),
    );
  }),
};
