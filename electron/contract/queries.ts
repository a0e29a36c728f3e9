import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace, paramTexts, type Saved, target } from './calls.ts';
import type { OpenView } from './views.ts';
import type { ParamInfo } from './workspaces.ts';

const sql = z.string().min(1).max(100_000);

/** A query of the recipe's or of the user's own. */
export interface SavedQuery {
  readonly kind: 'diagnostic' | 'own';
  /** A diagnostic's name, or that under which the user saved it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly sql: string;
  readonly params: readonly ParamInfo[];
}

/** What a query can name, for completion and for the list at its side. */
export interface QueryTable {
  readonly name: string;
  readonly description: string;
  readonly kind: 'source' | 'lookup' | 'table' | 'ledger' | 'output';
  readonly columns: readonly { readonly name: string; readonly description: string }[];
}

export const queryCalls = {
  list: call.input(inWorkspace).output(type<readonly SavedQuery[]>()),
  tables: call.input(inWorkspace).output(type<readonly QueryTable[]>()),
  /** Runs a query, read-only and with a time limit; the first 100,000 rows can be looked at as a view. */
  run: call
    .input(
      inWorkspace.extend({ sql, params: paramTexts.optional(), diagnostic: z.string().max(60).optional() }),
    )
    .output(type<OpenView & { readonly milliseconds: number }>()),
  save: call.input(inWorkspace.extend({ name: z.string().min(1).max(120), sql })).output(type<void>()),
  remove: call.input(inWorkspace.extend({ name: z.string().min(1).max(120) })).output(type<void>()),
  /** Runs a query and writes all of its rows as CSV. */
  export: call
    .input(
      inWorkspace.extend({
        sql,
        params: paramTexts.optional(),
        diagnostic: z.string().max(60).optional(),
        target,
      }),
    )
    .output(type<{ readonly saved: Saved; readonly rows: number }>()),
};
