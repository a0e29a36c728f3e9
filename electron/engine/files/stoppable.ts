import type { LookAhead } from '../ingest/look-ahead.ts';
import type { CancelFlag } from '../workspace/cancel.ts';

/** How often a wait for another thread looks at the flag, in milliseconds. */
const LOOK_EVERY = 100;

/** The same looks, which end with Cancelled once the flag is raised. */
export function stoppable(look: LookAhead, cancel: CancelFlag): LookAhead {
  return {
    survey: (file) => untilRaised(look.survey(file), cancel),
    count: (file) => untilRaised(look.count(file), cancel),
    stop: () => look.stop(),
  };
}

async function untilRaised<Found>(finding: Promise<Found>, cancel: CancelFlag): Promise<Found> {
  const raised = Promise.withResolvers<never>();
  const timer = setInterval(() => {
    try {
      cancel.check();
    } catch (error) {
      raised.reject(error);
    }
  }, LOOK_EVERY);
  try {
    return await Promise.race([finding, raised.promise]);
  } finally {
    clearInterval(timer);
  }
}
