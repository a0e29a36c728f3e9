import type { ParameterValue } from '../../contract/reconciliation.ts';
import type { WrittenFile } from '../export/written-file.ts';

/** Where teams get their files. */
export type Place = FolderPlace | S3Place;

export interface FolderPlace {
  readonly kind: 'folder';
  readonly folder: string;
}

export interface S3Place {
  readonly kind: 's3';
  readonly bucket: string;
  /** What all keys begin with, without slashes around it; may be empty. */
  readonly prefix: string;
  /** The server's address; undefined: as the environment has it, else Amazon's. */
  readonly endpoint: string | undefined;
}

/** A file that a team gets, and where the run has written it. */
export interface DeliveredFile extends WrittenFile {
  readonly path: string;
}

/** What one team gets. */
export interface TeamFiles {
  readonly team: string;
  readonly files: readonly DeliveredFile[];
}

/** What every manifest says of the run. */
export interface About {
  readonly recipe: string;
  readonly version: string;
  /** ISO day. */
  readonly asOf: string;
  readonly params: Readonly<Record<string, ParameterValue>>;
}

/** A delivery of which nothing is seen yet. */
export interface PreparedDelivery {
  /** Makes all teams' files appear; throws a Failure that says which teams are new where it could not. */
  place(): Promise<void>;
  /** Takes back whatever was not placed; to be called in the end in any case. */
  discard(): Promise<void>;
}

/** Hears which file is being delivered: `marketing/highly_engaged.csv`. */
export type OnDelivering = (name: string) => void;

/** The last part of the way to a team's files of a day: `snapshot_date=2026-11-20`. */
export function dayFolder(asOf: string): string {
  return `snapshot_date=${asOf}`;
}
