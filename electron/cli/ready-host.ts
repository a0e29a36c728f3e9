import { builtPage } from '../web/page-build.ts';
import { ownPlaces, placesIn } from '../web/places.ts';
import { startWebHost, type WebHost } from '../web/web-host.ts';
import { userPath } from './place.ts';

/**
 * Starts the host for a browser and says on standard output, on a line of its own, under which address it is ready. The folder is the
 * one given, else that of the environment, else the user's documents. Throws a Failure for a busy port or a page that cannot be built.
 */
export async function readyHost(
  port: number,
  folder: string | undefined = process.env.MUSTER_FOLDER,
): Promise<WebHost> {
  const places = folder ? placesIn(userPath(folder)) : ownPlaces();
  const page = await builtPage((line) => void process.stderr.write(`${line}\n`));
  const host = await startWebHost(places, page, port);
  process.stdout.write(`Muster is ready: ${host.url}\n`);
  return host;
}
