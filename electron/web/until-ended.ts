import type { WebHost } from './web-host.ts';

/** How long closing may take before the process ends all the same, in milliseconds. */
const PATIENCE = 10_000;

/** How often it is seen to whether the shell is still there, in milliseconds. */
const GLANCE = 500;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for the process to be asked to end, and closes the host; being asked again, as npm does, changes nothing. */
export async function untilEnded(host: WebHost): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, resolve);
  }
  const watch = isRunByNpm() ? whenOrphaned(resolve) : undefined;
  await promise;
  clearInterval(watch);
  setTimeout(() => process.exit(1), PATIENCE).unref();
  await host.close();
}

/** Whether the script that npm runs is this very program, not one that has started it. */
function isRunByNpm(): boolean {
  return process.env.npm_lifecycle_script?.includes('electron/cli/main.js') ?? false;
}

/** npm passes a signal on to its shell, which ends of it and says nothing to what it runs. */
function whenOrphaned(end: () => void): NodeJS.Timeout {
  const { ppid } = process;
  return setInterval(() => {
    if (process.ppid !== ppid) end();
  }, GLANCE);
}
