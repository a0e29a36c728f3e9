import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace, type Saved, target } from './calls.ts';
import type { Code } from './codes.ts';
import { quarantineFilterSchema } from './views.ts';
import type { QuarantineFigures } from './workspaces.ts';

/** A record by its number, as text: it does not fit a double. */
const record = z.string().regex(/^\d{1,19}$/, { error: 'the number of a record' });

const cellText = z.string().max(1_048_576);

export interface Facets {
  /** Records that the filter shows. */
  readonly total: number;
  readonly states: QuarantineFigures;
  readonly sources: readonly Facet[];
  readonly files: readonly Facet[];
  readonly columns: readonly Facet[];
  readonly reasons: readonly ReasonFacet[];
  /** The most frequent faulty texts, once a column and a reason are chosen. */
  readonly texts: readonly Facet[];
}

export interface Facet {
  /** As a filter takes it; an import's number as text. null: the whole record. */
  readonly value: string | null;
  readonly title: string;
  readonly records: number;
}

export interface ReasonFacet extends Facet {
  readonly sentence: string;
  readonly whatToDo: string;
}

/** A rejected record, all of it. */
export interface RejectedRecord {
  readonly record: string;
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly header: readonly string[];
  /** As the file has them. */
  readonly cells: readonly string[];
  /** With corrections, when there are any. */
  readonly correctedCells: readonly string[] | null;
  readonly state: 'open' | 'set aside' | 'corrected';
  readonly note: string | null;
  readonly faults: readonly FaultInfo[];
  readonly corrections: readonly CorrectionInfo[];
}

export interface FaultInfo {
  readonly code: Code;
  /** The source's column, null for a fault of the whole record. */
  readonly column: string | null;
  /** How files write that column. */
  readonly header: string | null;
  /** Where the faulty cell stands in the record, or null. */
  readonly cell: number | null;
  /** Cells by whose correction it is put right, the faulty one or, where no text is right in it, those beside it. */
  readonly mends: readonly { readonly column: string; readonly header: string; readonly cell: number }[];
  readonly title: string;
  readonly sentence: string;
  readonly whatToDo: string;
  /** The accepted record that has the key. */
  readonly holder: { readonly file: string; readonly line: number } | null;
  /** Open records of the source with the same fault and the same text, this one among them. */
  readonly alike: number;
}

/** One act of the user's on the quarantine: kept, reversible, part of what a run depends on. */
export interface CorrectionInfo {
  readonly correction: number;
  /** UTC instant, ISO. */
  readonly madeAt: string;
  readonly kind: 'cell' | 'record' | 'set aside';
  readonly source: string;
  readonly file: string;
  /** The record's line, null: every record of the file with the fault and the text. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: Code | null;
  readonly oldText: string | null;
  readonly newText: string | null;
  readonly note: string | null;
  readonly active: boolean;
  /** Records that it touches at present. */
  readonly records: number;
  /** Corrections made by one act share it: they are undone together. */
  readonly act: number;
}

export interface CorrectionResult {
  readonly act: number;
  /** Records that were changed. */
  readonly changed: number;
  /** Of them, those that are accepted now. */
  readonly accepted: number;
  /** Of them, those that have a fault still. */
  readonly faulty: number;
}

/** A correction made before that fits records of a file loaded since. */
export interface Offer {
  readonly source: string;
  readonly column: string;
  readonly code: Code;
  readonly oldText: string;
  readonly newText: string;
  /** Open records that it would change. */
  readonly records: number;
}

export const quarantineCalls = {
  facets: call.input(inWorkspace.extend({ filter: quarantineFilterSchema })).output(type<Facets>()),
  record: call.input(inWorkspace.extend({ record })).output(type<RejectedRecord>()),
  /** Writes another text into a cell: of one record, or of all open records of the source with the same fault and the same text. */
  correct: call
    .input(inWorkspace.extend({ record, column: z.string().max(60), text: cellText, all: z.boolean() }))
    .output(type<CorrectionResult>()),
  /** Writes all cells of a record anew: for one with too few or too many fields. */
  correctRecord: call
    .input(inWorkspace.extend({ record, cells: z.array(cellText).max(10_000) }))
    .output(type<CorrectionResult>()),
  /** Marks open records as looked at and left out, with a note. */
  setAside: call
    .input(
      inWorkspace.extend({
        records: z.union([z.array(record).min(1).max(10_000), quarantineFilterSchema]),
        note: z.string().max(2000),
      }),
    )
    .output(type<CorrectionResult>()),
  corrections: call.input(inWorkspace).output(type<readonly CorrectionInfo[]>()),
  /** Switches an act off, or on again; it is never forgotten. */
  switch: call
    .input(inWorkspace.extend({ act: z.int(), active: z.boolean() }))
    .output(type<CorrectionResult>()),
  offers: call.input(inWorkspace).output(type<readonly Offer[]>()),
  takeOffer: call
    .input(
      inWorkspace.extend({
        source: z.string().max(60),
        column: z.string().max(60),
        code: z.string().max(60),
        oldText: cellText,
        newText: cellText,
      }),
    )
    .output(type<CorrectionResult>()),
  /** Writes the rejected records that the filter shows, of one source, with their original cells, codes and reasons in plain words. */
  exportForSupplier: call
    .input(inWorkspace.extend({ source: z.string().max(60), filter: quarantineFilterSchema, target }))
    .output(type<{ readonly saved: Saved; readonly rows: number }>()),
};
