import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace } from './calls.ts';

/** A small table that stands in the recipe as data. */
export type LookupInfo = ListLookupInfo | GridLookupInfo;

interface AnyLookupInfo {
  readonly lookup: string;
  readonly title: string;
  readonly description: string;
  /** By row, then by column. */
  readonly cells: readonly (readonly string[])[];
  /** The same as the recipe itself has them. */
  readonly own: readonly (readonly string[])[];
}

export interface LookupSide {
  readonly title: string;
  readonly values: readonly string[];
}

/** Rows of texts under a key. */
export interface ListLookupInfo extends AnyLookupInfo {
  readonly kind: 'list';
  /** The key, which stands before the cells of each row. */
  readonly key: LookupSide;
  readonly columns: readonly string[];
}

/** A value for each pair of a row and a column. */
export interface GridLookupInfo extends AnyLookupInfo {
  readonly kind: 'grid';
  readonly rows: LookupSide;
  readonly columns: LookupSide;
  /** What a value is called. */
  readonly value: string;
  /** The values that a cell may have; null: any text. */
  readonly choices: readonly string[] | null;
  /** What the choices are called on screen, where that is not as they are; in their order. */
  readonly choiceTitles: readonly string[] | null;
}

export interface Lookups {
  readonly lookups: readonly LookupInfo[];
  /**
   * The workspace's own copy of the recipe; null where it uses the recipe itself. `isBehind`: the recipe has been changed since the copy
   * was made.
   */
  readonly copy: { readonly isBehind: boolean } | null;
}

export const lookupCalls = {
  list: call.input(inWorkspace).output(type<Lookups>()),
  /** Changes cells of a lookup, all of which are given; from then on the workspace uses its own copy of the recipe. */
  change: call
    .input(
      inWorkspace.extend({
        lookup: z.string().max(60),
        cells: z.array(z.array(z.string().max(2000)).max(100)).max(10_000),
      }),
    )
    .output(type<void>()),
  /** Takes the workspace's copy away, with all that was changed in it: the workspace uses the recipe itself again. */
  restore: call.input(inWorkspace).output(type<void>()),
};
