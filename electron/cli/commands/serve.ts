import { UsageFailure } from '../../engine/failure.ts';
import { untilEnded } from '../../web/until-ended.ts';
import { readyHost } from '../ready-host.ts';

interface ServeOptions {
  readonly port: string;
  readonly folder?: string;
}

/** `muster serve`: opens the app to the browsers of this machine until the process is asked to end. */
export async function serve({ port, folder }: ServeOptions): Promise<void> {
  await untilEnded(await readyHost(readPort(port), folder));
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageFailure(`--port is "${text}", which is no port.`, 'Give a number from 0 to 65535.');
}
