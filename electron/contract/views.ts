import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace } from './calls.ts';
import type { ColumnKind } from './workspaces.ts';

const text = z.string().max(1000);

/** What of the quarantine is looked at; what is absent is not asked for. */
export const quarantineFilterSchema = z.strictObject({
  source: text.optional(),
  import: z.int().optional(),
  /** null: faults of the whole record. */
  column: text.nullable().optional(),
  code: text.optional(),
  /** The faulty text of the column, as written. */
  text: z.string().max(100_000).optional(),
  state: z.enum(['open', 'set aside', 'corrected']).optional(),
});

export type QuarantineFilter = z.infer<typeof quarantineFilterSchema>;

/** Whose rows a view shows. */
export const viewOfSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quarantine'), filter: quarantineFilterSchema }),
  /** The accepted records of a source, or those of one file. */
  z.strictObject({ kind: z.literal('source'), source: text, import: z.int().optional() }),
  /** The rows that a run's table keeps. */
  z.strictObject({ kind: z.literal('table'), run: z.int(), table: text }),
  /** The records of the table's source that it does not keep. */
  z.strictObject({ kind: z.literal('superseded'), run: z.int(), table: text }),
  z.strictObject({ kind: z.literal('output'), run: z.int(), output: text }),
  /** Entities of a run by what the rules say of them. */
  z.strictObject({
    kind: z.literal('entities'),
    run: z.int(),
    /**
     * `entered`: all; `in`: who comes into the stage; `out`: who is left after it; `dropped`: excluded first by the stage, or by
     * its rule and reason, or without a stage by any; `any`: excluded by it at all; `only`: by it alone; `delivered`, `missing`, `duplicated`, `contradictory`: by the outcome.
     */
    which: z.enum([
      'entered',
      'in',
      'out',
      'dropped',
      'any',
      'only',
      'delivered',
      'missing',
      'duplicated',
      'contradictory',
    ]),
    stage: text.optional(),
    reason: text.optional(),
    /** Only those of one group: a value for each column that the recipe groups by. */
    group: z.record(text, text).optional(),
  }),
  /** The rows of which a derived table has none. */
  z.strictObject({ kind: z.literal('left out'), run: z.int(), table: text }),
  /** The rows of a full join that have none of another of its tables than this. */
  z.strictObject({ kind: z.literal('alone'), run: z.int(), table: text, of: text }),
  /** Who came or left from one run to another. */
  z.strictObject({
    kind: z.literal('difference'),
    from: z.int(),
    to: z.int(),
    which: z.enum(['came', 'left']),
    /** Those whom the other run drops first for this reason. */
    reason: text.optional(),
  }),
  /** The records behind a mark of an insight. */
  z.strictObject({
    kind: z.literal('insight'),
    insight: text,
    values: z.record(z.string(), z.string().nullable()),
  }),
  /** The records behind a finding of an audit, by its position in the report. */
  z.strictObject({ kind: z.literal('audit finding'), audit: z.int(), finding: z.int().min(0) }),
  /** Rows of an extract of an audit, by the stage's position; `gone` keys are shown as they stood in the extract before. */
  z.strictObject({
    kind: z.literal('audit stage'),
    audit: z.int(),
    stage: z.int().min(0),
    which: z.enum(['rows', 'continuing', 'filtered', 'unreported', 'missing', 'appeared', 'duplicated']),
  }),
]);

export type ViewOf = z.infer<typeof viewOfSchema>;

export const sortSchema = z.strictObject({ column: text, descending: z.boolean() });

/** A column of a view; its cells are texts as files have them, to be shown by kind. */
export interface ViewColumn {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly kind: ColumnKind;
  /** Whether a view of many rows can be sorted by it. */
  readonly sortable: boolean;
}

export interface OpenView {
  readonly view: string;
  readonly rows: number;
  readonly columns: readonly ViewColumn[];
  /** When not all rows are shown: how many there are, or null where that is not known. */
  readonly cut?: { readonly of: number | null };
}

export interface ViewRow {
  /** Names the row within its view: a record's number, an entity's. */
  readonly id: string;
  readonly cells: readonly (string | null)[];
  /** Indexes of cells that are faulty. */
  readonly faulty?: readonly number[];
  /** The key of the entity that the row is of, where it is of one. */
  readonly key?: readonly string[];
}

export interface ViewPage {
  readonly from: number;
  readonly rows: readonly ViewRow[];
}

export const viewCalls = {
  /** Opens a view; it stays as it is until it is closed, whatever changes meanwhile. A workspace keeps its 40 latest. */
  open: call
    .input(
      inWorkspace.extend({
        of: viewOfSchema,
        sort: z.array(sortSchema).max(5).optional(),
        /** Rows in which a cell holds this text, in any case. */
        search: z.string().max(1000).optional(),
      }),
    )
    .output(type<OpenView>()),
  page: call
    .input(
      inWorkspace.extend({
        view: z.string().max(100),
        from: z.int().min(0),
        count: z.int().min(1).max(1000),
      }),
    )
    .output(type<ViewPage>()),
  close: call.input(inWorkspace.extend({ view: z.string().max(100) })).output(type<void>()),
};
