import type { WebHost } from './web-host.ts';

/** How long closing may take before the process ends all the same, in milliseconds. */
const PATIENCE = 10_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for the process to be asked to end, and closes the host; being asked again, as npm does, changes nothing. */
export async function untilEnded(host: WebHost): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, resolve);
  }
  await promise;
  setTimeout(() => process.exit(1), PATIENCE).unref();
  await host.close();
}
