import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, fileHandle, inWorkspace } from './calls.ts';
import { DATE_FORMATS, DELIMITERS, ENCODINGS, NUMBER_FORMATS } from './file-formats.ts';

/** What the user decided about reading a file; what is absent is told from the file. */
export const readingSchema = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  /** For a column of the source the header that stands for it, as written in the file; null: none does. */
  columns: z.record(z.string(), z.string().nullable()).optional(),
  /** For a column of the source how its numbers are written, or its dates: in one way, or in several. */
  formats: z
    .record(
      z.string(),
      z.union([
        z.enum([...DATE_FORMATS, ...NUMBER_FORMATS]),
        z.array(z.enum(DATE_FORMATS)).min(1).max(DATE_FORMATS.length),
      ]),
    )
    .optional(),
});

export type Reading = z.infer<typeof readingSchema>;

/** How a file holds its records: fields between delimiters, a JSON object a line, or an array of them. */
export type FileShape = 'delimited' | 'json lines' | 'json array';

export type DateFormat = (typeof DATE_FORMATS)[number];
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** All that the step Files shows. */
export interface FilesState {
  readonly sources: readonly SourceState[];
  /** Files that were dropped and are not loaded. */
  readonly waiting: readonly WaitingFile[];
  /** Required sources without a file. */
  readonly missing: readonly string[];
}

export interface SourceState {
  readonly source: string;
  readonly state: 'missing' | 'optional' | 'ready' | 'ready with rejects';
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly files: readonly LoadedFileInfo[];
}

export interface LoadedFileInfo {
  readonly import: number;
  readonly name: string;
  /** The name, and which it is where several of the source have it. */
  readonly title: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly shape: FileShape;
  /** Empty in JSON. */
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly reading: Reading;
  readonly assumptions: readonly Assumption[];
  /** Whether the original is still where it was, so that it can be read in another way. */
  readonly there: boolean;
}

/** Something that the import took for granted or proposes, with the rows that show it. */
export interface Assumption {
  readonly about: 'encoding' | 'shape' | 'delimiter' | 'dates' | 'numbers' | 'columns';
  /** The source's column that it is about, where it is about one. */
  readonly column: string | null;
  /** "bookings.csv is read as UTF-8." or "44 values of booking_date look like day/month/year." */
  readonly sentence: string;
  /** `told`: the file leaves no doubt. `assumed`: it could be otherwise. `proposed`: the alternatives would accept more records. `decided`: by the user. */
  readonly certainty: 'told' | 'assumed' | 'proposed' | 'decided';
  /** Lines of the file that show it; `shows`: which of several ways of writing the line is an example of. */
  readonly proof: readonly { readonly line: number; readonly text: string; readonly shows?: string }[];
  /** Other ways to read, each to be given to `files.read` as it is. */
  readonly alternatives: readonly { readonly label: string; readonly reading: Reading }[];
}

/** A file that was dropped and is not loaded, and why. */
export interface WaitingFile {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  /** The source that it was taken for, or null. */
  readonly source: string | null;
  readonly problem: string;
  readonly nextStep: string;
  /** `source`: no source is recognised; `columns`: required columns are missing; `file`: it cannot be read as it is. */
  readonly needs: 'source' | 'columns' | 'file';
}

/** A file looked at before it is loaded. */
export interface Inspection {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly shape: FileShape;
  /** Empty in JSON. */
  readonly delimiter: string;
  /** Of JSON the keys of its first records. */
  readonly header: readonly string[];
  /** The first records: line and cells. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Sources by how well its name and its header fit, best first; `fit` from 0 to 1. */
  readonly candidates: readonly { readonly source: string; readonly fit: number; readonly byName: boolean }[];
  /** For the source that is asked about, or the best candidate. */
  readonly source: string | null;
  readonly mapping: readonly ColumnMapping[];
}

export interface ColumnMapping {
  readonly column: string;
  /** The header that stands for it, as written, or null. */
  readonly header: string | null;
  /** Where no header does: the likeliest. */
  readonly suggestion: string | null;
}

/** What became of one file that was added. */
export interface AddedFile {
  readonly name: string;
  readonly source: string | null;
  readonly outcome: 'loaded' | 'unchanged' | 'waiting';
  /** Of a file whose content is loaded under another name: that name. */
  readonly as?: string;
}

export interface ColumnProfile {
  readonly column: string;
  readonly filled: number;
  readonly empty: number;
  readonly distinct: number;
  readonly least: string | null;
  readonly most: string | null;
  /** Shares of the filled values by size or by frequency: label and count. */
  readonly histogram: readonly { readonly label: string; readonly count: number }[];
}

export const fileCalls = {
  list: call.input(inWorkspace).output(type<FilesState>()),
  /**
   * Recognises files by name and header and loads them; what cannot be loaded waits, with its problem. A file with the name
   * of a loaded one of the same source takes its place; to an incremental source it is added, unless its content is there. A folder stands
   * for the files in it.
   */
  add: call
    .input(inWorkspace.extend({ files: z.array(fileHandle).min(1).max(1000) }))
    .output(type<readonly AddedFile[]>()),
  /** Looks at a waiting or loaded file, perhaps by another source or reading, and loads nothing. */
  inspect: call
    .input(
      inWorkspace.extend({
        file: z.union([z.strictObject({ waiting: fileHandle }), z.strictObject({ import: z.int() })]),
        source: z.string().max(60).optional(),
        reading: readingSchema.optional(),
      }),
    )
    .output(type<Inspection>()),
  /** Loads a waiting file, or a loaded one anew, into a source and in the way that the user says; remembered for the next file with that header. */
  read: call
    .input(
      inWorkspace.extend({
        file: z.union([z.strictObject({ waiting: fileHandle }), z.strictObject({ import: z.int() })]),
        source: z.string().max(60),
        reading: readingSchema,
      }),
    )
    .output(type<AddedFile>()),
  /** Takes a loaded file out of its source, with its records. */
  remove: call.input(inWorkspace.extend({ import: z.int() })).output(type<void>()),
  /** Takes a waiting file away. */
  dismiss: call.input(inWorkspace.extend({ file: fileHandle })).output(type<void>()),
  profile: call
    .input(inWorkspace.extend({ source: z.string().max(60) }))
    .output(type<readonly ColumnProfile[]>()),
};
