import type { EngineNotice } from '../../contract/bridge.ts';
import type { Saved } from '../../contract/calls.ts';

/** What differs between the hosts of a session: where files are, and where results go. */
export interface SessionHost {
  /** The folder in which new workspaces are made. */
  readonly folder: string;
  /** The file that keeps the list of recent workspaces. */
  readonly recentsFile: string;
  /** A file that the user gave; throws a Failure for a handle that is not the host's. */
  resolveFile(handle: string): ResolvedFile;
  /** The path to write a result to, and what to tell the user once it is there. */
  resolveTarget(target: string): { readonly path: string; saved(): Saved };
  /** Hears what the host should know: a workspace opened, work going on. */
  notice(notice: EngineNotice): void;
  /** Hears of a fault of Muster's own; never of cell values. */
  log(error: unknown): void;
}

/** Where a file that the user gave is. */
export interface ResolvedFile {
  readonly path: string;
  /** As the user knows it. */
  readonly name: string;
  /** Whether it is a copy that the host made, not the user's own. */
  readonly own: boolean;
}
