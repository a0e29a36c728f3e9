import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a host of the browser keeps things. */
export interface Places {
  /** New workspaces. */
  readonly folder: string;
  /** What is Muster's own: uploads, results on their way, the list of recent workspaces. */
  readonly dataFolder: string;
}

/** The places in a folder that the user names: all in it. */
export function placesIn(folder: string): Places {
  return { folder, dataFolder: join(folder, '.muster-data') };
}

/** The places where nobody names a folder: the user's documents, and where the system keeps what belongs to programs. */
export function ownPlaces(home: string = homedir()): Places {
  const documents = join(home, 'Documents');
  const folder = join(existsSync(documents) ? documents : home, 'Muster');
  return { folder, dataFolder: dataFolderOf(home) };
}

function dataFolderOf(home: string): string {
  const { APPDATA, XDG_DATA_HOME } = process.env;
  switch (process.platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Muster');
    case 'win32':
      return join(APPDATA || join(home, 'AppData', 'Roaming'), 'Muster');
    default:
      return join(XDG_DATA_HOME || join(home, '.local', 'share'), 'muster');
  }
}
