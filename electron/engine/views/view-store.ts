import { randomUUID } from 'node:crypto';
import type { OpenView, ViewOf, ViewPage, ViewRow } from '../../contract/views.ts';
import { Failure } from '../failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { count, identifier, type ReadableDb } from '../workspace/database.ts';
import { planView } from './plan-view.ts';
import { searchCondition } from './search.ts';
import type { FoundRow, PlannedColumn, SqlValue, ViewPlan } from './view-plan.ts';

/** So many views are kept; the one that was asked for longest ago goes first. */
const MOST_VIEWS = 40;

/** How a view is asked for. */
export interface ViewRequest {
  readonly of: Exclude<ViewOf, { kind: 'insight' }>;
  readonly sort?: readonly { readonly column: string; readonly descending: boolean }[] | undefined;
  readonly search?: string | undefined;
}

interface StoredView {
  /** Temporary table of the rows in order: `pos` from 1, `id_0`, … */
  readonly table: string;
  readonly plan: ViewPlan;
  readonly rows: number;
}

/** Views of a workspace: the ids of their rows in order, so that any page is a range of positions. */
export class ViewStore {
  readonly #db: ReadableDb;
  readonly #recipe: () => Recipe;
  readonly #views = new Map<string, StoredView>();
  #made = 0;

  /** `recipe` says which one the workspace uses at present. */
  constructor(db: ReadableDb, recipe: () => Recipe) {
    this.#db = db;
    this.#recipe = recipe;
  }

  /** Opens a view; throws a Failure for what the workspace does not have. */
  open({ of, sort = [], search = '' }: ViewRequest): OpenView {
    const plan = planView(this.#db, this.#recipe(), of);
    const table = `run_view_${++this.#made}`;
    const ids = plan.ids.map((expression, index) => `${expression} as id_${index}`);
    const conditions = [...plan.where, ...searchCondition(plan, search)];
    const where = conditions.map(({ sql }) => `(${sql})`).join(' and ') || 'true';
    const order = [...sort.map(({ column, descending }) => orderBy(plan, column, descending)), plan.order];
    this.#db.exec(
      `create temp table ${identifier(table)} (pos integer primary key, ${plan.ids.map((_, index) => `id_${index}`).join(', ')})`,
    );
    try {
      this.#db
        .prepare<unknown[]>(
          `insert into temp.${identifier(table)} (${plan.ids.map((_, index) => `id_${index}`).join(', ')})
           select ${ids.join(', ')} from ${plan.from} where ${where} order by ${order.join(', ')}`,
        )
        .run(...conditions.flatMap(({ values }) => values));
    } catch (error) {
      this.#drop(table);
      throw error;
    }
    const rows = count(this.#db, `select count(*) from temp.${identifier(table)}`);
    const view = randomUUID();
    this.#views.set(view, { table, plan, rows });
    const [oldest] = this.#views.keys();
    if (this.#views.size > MOST_VIEWS && oldest !== undefined) this.closeView(oldest);
    return { view, rows, columns: plan.columns.map(shownColumn) };
  }

  /** Rows of a view by position; throws a Failure when it is not open any more. */
  page(view: string, from: number, most: number): ViewPage {
    const stored = this.#views.get(view);
    if (!stored) throw new Failure('This list is not open any more.', 'Open it again.');
    // Asked for last, closed last.
    this.#views.delete(view);
    this.#views.set(view, stored);
    return { from, rows: this.#rows(stored, from, most) };
  }

  closeView(view: string): void {
    const stored = this.#views.get(view);
    if (!stored) return;
    this.#views.delete(view);
    this.#drop(stored.table);
  }

  close(): void {
    for (const view of [...this.#views.keys()]) this.closeView(view);
  }

  #drop(table: string): void {
    this.#db.exec(`drop table temp.${identifier(table)}`);
  }

  #rows({ table, plan }: StoredView, from: number, most: number): readonly ViewRow[] {
    const { ids, columns, key } = plan;
    const on = ids.map((expression, index) => `${expression} = page.id_${index}`).join(' and ');
    const selected = columns.map(({ expression }) => expression).join(', ');
    const found = this.#db
      .prepare<unknown[], SqlValue[]>(
        `select page.pos, ${ids.map((_, index) => `page.id_${index}`).join(', ')}, ${selected}
         from temp.${identifier(table)} as page cross join ${plan.from}
         where page.pos between ? and ? and ${on}
         order by page.pos`,
      )
      .raw()
      .safeIntegers()
      .all(from + 1, from + most);
    const rows = found.map((row): FoundRow => {
      const rowIds = row.slice(1, 1 + ids.length);
      const cells = columns.map(({ text }, index) => text(row[1 + ids.length + index] ?? null));
      return {
        id: rowIds.map(String).join(' '),
        ids: rowIds,
        cells,
        ...(key && { key: key.map((index) => cells[index] ?? '') }),
      };
    });
    return plan.complete ? plan.complete(rows) : rows.map(({ ids: _, ...row }) => row);
  }
}

function orderBy({ columns }: ViewPlan, column: string, descending: boolean): string {
  const found = columns.find(({ name, sortable }) => name === column && sortable);
  if (!found) throw new Failure(`The list cannot be sorted by ${column}.`, 'Sort by another column.');
  // Empty values last, whichever way: they say nothing about the order.
  return `${found.expression} collate nocase ${descending ? 'desc' : 'asc'} nulls last`;
}

function shownColumn({ name, title, description, kind, sortable }: PlannedColumn) {
  return { name, title, description, kind, sortable };
}
