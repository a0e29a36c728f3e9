import type { AuditRole } from '../../contract/audits.ts';
import type { WritableDb } from '../workspace/database.ts';
import type { AuditTables } from './audit-tables.ts';
import type { AuditColumn } from './header-layout.ts';
import type { LoadedAuditFile } from './load-audit-file.ts';

/** A file of an audit as it was loaded. */
export interface AuditFile extends LoadedAuditFile {
  readonly role: AuditRole;
  /** The name of the stage; of other files the file's name. */
  readonly name: string;
  readonly file: string;
  /** Where each column of the key stands in the file. */
  readonly keyPlaces: readonly number[];
  /** The other columns: the first is `c1`. */
  readonly columns: readonly AuditColumn[];
}

/** A reference file, in a table that goes when the audit is made. */
export interface AuditReference extends AuditFile {
  readonly table: string;
  /** Which columns of the key it has, from 0. */
  readonly keyParts: readonly number[];
  /** The columns that were taken for begin and end of validity. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** All that an audit has loaded; stage 0 is the entry. */
export interface AuditData {
  readonly db: WritableDb;
  readonly tables: AuditTables;
  readonly key: readonly string[];
  readonly stages: readonly AuditFile[];
  /** Main traces, then the others. */
  readonly traces: readonly AuditFile[];
  /** The columns of the table of traces. */
  readonly traceColumns: readonly AuditColumn[];
  readonly references: readonly AuditReference[];
  readonly asOf: string;
}

/** The stage at a position. */
export function stageAt({ stages }: AuditData, position: number): AuditFile {
  const stage = stages[position];
  if (!stage) throw new Error(`There is no stage ${position}.`);
  return stage;
}
