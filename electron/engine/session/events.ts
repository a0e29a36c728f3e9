import { TOPICS } from '../../contract/events.ts';
import { os } from './os.ts';

/** Answers the calls about work that goes on. */
export const eventHandlers = {
  watch: os.events.watch.handler(async function* ({ input, context, signal }) {
    const workspace = await context.engine.workspace(input.workspace);
    const { listeners } = workspace;
    const isBehind = input.since !== undefined && input.since !== listeners.changes;
    const missed = isBehind ? [{ kind: 'changed', topics: TOPICS } as const] : [];
    yield* listeners.listen([workspace.jobsEvent(), ...missed], signal);
  }),
  cancel: os.events.cancel.handler(async ({ input, context }) => {
    (await context.engine.workspace(input.workspace)).cancel(input.job);
  }),
};
