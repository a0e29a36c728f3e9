import { join } from 'node:path';
import { Engine } from '../engine/session/engine.ts';
import { Downloads } from './downloads.ts';
import type { Places } from './places.ts';
import { Uploads } from './uploads.ts';
import { pathsInUse } from './uploads-in-use.ts';
import { startWebServer } from './web-server.ts';

/** How long what nobody refers to is kept, in milliseconds: another start may be about to. */
const KEEP = 24 * 60 * 60 * 1000;

export interface WebHost {
  /** The address that opens the page, with its key. */
  readonly url: string;
  /** An address that leads to it once, and does not hold the key. */
  ticketUrl(): string;
  /** Ends all connections and work, and closes all workspaces. */
  close(): Promise<void>;
}

/** Starts an engine and a server for it, with a page that was built. Throws a Failure for a busy port. */
export async function startWebHost(places: Places, pageFolder: string, port: number): Promise<WebHost> {
  const { folder, dataFolder } = places;
  const uploads = new Uploads(join(dataFolder, 'uploads'));
  const downloads = new Downloads(join(dataFolder, 'downloads'));
  const engine = new Engine({
    folder,
    recentsFile: join(dataFolder, 'recents.json'),
    resolveFile: (handle) => uploads.resolve(handle),
    resolveTarget: (target) => downloads.resolve(target),
    // The page hears of all that from the engine.
    notice: () => {},
    log: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  });
  const server = await startWebServer({ engine, uploads, downloads, pageFolder }, port);
  const before = Date.now() - KEEP;
  downloads.clean(before);
  const inUse = pathsInUse(folder, engine.recents);
  if (inUse !== undefined) uploads.clean(before, inUse);
  return {
    url: server.url,
    ticketUrl: server.ticketUrl,
    close: async () => {
      await server.close();
      await engine.close();
      downloads.close();
    },
  };
}
