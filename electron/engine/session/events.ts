import { os } from './os.ts';

/** Answers the calls about work that goes on. */
export const eventHandlers = {
  watch: os.events.watch.handler(async function* ({ input, context, signal }) {
    const workspace = await context.engine.workspace(input.workspace);
    yield* workspace.listeners.listen([workspace.jobsEvent()], signal);
  }),
  cancel: os.events.cancel.handler(async ({ input, context }) => {
    (await context.engine.workspace(input.workspace)).cancel(input.job);
  }),
};
