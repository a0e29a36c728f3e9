import type { FileShape } from './files.ts';
import type { SourceFigures } from './reconciliation.ts';

/** What `check` says of the files: how they were read, and what was accepted and rejected. */
export interface CheckReport {
  readonly recipe: string;
  readonly sources: readonly CheckedSource[];
  /** Sentences about what was assumed or left aside; absent when there is nothing to say. */
  readonly warnings?: readonly string[];
}

export interface CheckedSource extends SourceFigures {
  readonly imports: readonly ImportReport[];
}

/** One file as it was read. */
export interface ImportReport {
  readonly file: string;
  readonly bytes: number;
  /** Of the bytes on disk, in lower-case hex. */
  readonly sha256: string;
  readonly encoding: string;
  readonly shape: FileShape;
  /** Empty in JSON. */
  readonly delimiter: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
}
