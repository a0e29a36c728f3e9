import { existsSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import type { EngineNotice } from '../contract/bridge.ts';
import { Failure } from '../engine/failure.ts';
import type { SessionHost } from '../engine/session/host.ts';

/** Where the desktop keeps things. */
export interface DesktopPlaces {
  /** New workspaces. */
  readonly folder: string;
  /** The list of recent workspaces. */
  readonly recentsFile: string;
}

/** A session on the desktop: files and targets are the user's own, by their paths. */
export function desktopHost(
  { folder, recentsFile }: DesktopPlaces,
  notice: (notice: EngineNotice) => void,
): SessionHost {
  return {
    folder,
    recentsFile,
    resolveFile(handle) {
      if (!isAbsolute(handle) || !existsSync(handle)) {
        throw new Failure(`${handle} is not there.`, 'Choose it again from where it is now.');
      }
      return { path: handle, name: basename(handle), own: false };
    },
    resolveTarget(target) {
      if (!isAbsolute(target))
        throw new Failure(`${target} is no full path.`, 'Choose where to save it again.');
      return { path: target, saved: () => ({ kind: 'file', path: target }) };
    },
    notice,
    log: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  };
}
