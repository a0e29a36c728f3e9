import { os } from './os.ts';
import { withinTime } from './within-time.ts';

/** Views of query results live on the reading thread. */
const RESULT = /^result-/;

/** Answers the calls about rows on screen. */
export const viewHandlers = {
  open: os.views.open.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { of, sort, search } = input;
    if (of.kind === 'insight') {
      const { insight, values } = of;
      return withinTime(workspace, () =>
        workspace.read('query', 'Opening the records', 'insightRecords', { insight, values }),
      );
    }
    return workspace.views.open({ of, sort, search });
  }),

  page: os.views.page.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { view, from, count } = input;
    if (RESULT.test(view)) return workspace.readQuietly('resultPage', { view, from, count });
    return workspace.views.page(view, from, count);
  }),

  close: os.views.close.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    if (!RESULT.test(input.view)) workspace.views.closeView(input.view);
  }),
};
