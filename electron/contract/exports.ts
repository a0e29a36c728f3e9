import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace, type Saved, target } from './calls.ts';

/** In what shape a list is written. */
export const EXPORT_FORMATS = ['csv', 'csv-for-spreadsheets', 'xlsx', 'json', 'parquet'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const exportColumn = z.strictObject({
  name: z.string().min(1).max(200),
  /** Whether the SHA-256 of the value, trimmed and lower-cased, is written in its place; an empty value stays empty. */
  hashed: z.boolean(),
});

/** The proof of an export: what was written, from what. */
export interface Receipt {
  readonly receipt: number;
  readonly file: string;
  readonly format: ExportFormat;
  readonly rows: number;
  readonly bytes: number;
  /** Of the written file, lower-case hex. */
  readonly sha256: string;
  /** UTC instant, ISO. */
  readonly writtenAt: string;
  readonly run: number;
  readonly output: string;
  readonly asOf: string;
  readonly columns: readonly { readonly name: string; readonly hashed: boolean }[];
  /** Cells that got an apostrophe so that a spreadsheet takes them for text. */
  readonly neutralised: number;
  /** Why it was written although the run does not balance. */
  readonly reason: string | null;
  /** Why the run is to be taken with care, in sentences of the recipe. */
  readonly cautions: readonly string[];
  readonly saved: Saved;
}

/** A list as an export would write it. */
export interface ExportPreview {
  readonly rows: number;
  /** The first of them under the chosen columns: exact texts, hashed and made safe as they would be; null where there is no value. */
  readonly first: readonly (readonly (string | null)[])[];
}

const chosen = z.strictObject({
  run: z.int(),
  output: z.string().max(60),
  format: z.enum(EXPORT_FORMATS),
  columns: z.array(exportColumn).min(1).max(2000),
});

export const exportCalls = {
  /** The first five rows of what `write` would write; also of a run that does not balance. */
  preview: call.input(inWorkspace.extend(chosen.shape)).output(type<ExportPreview>()),
  /** Writes an output of a run; refused while the run does not balance unless a reason is given, which is kept. */
  write: call
    .input(
      inWorkspace.extend({
        ...chosen.shape,
        target,
        reason: z.string().max(2000).optional(),
      }),
    )
    .output(type<Receipt>()),
  list: call.input(inWorkspace).output(type<readonly Receipt[]>()),
};
