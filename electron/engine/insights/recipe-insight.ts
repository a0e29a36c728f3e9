import type { Insight, InsightShape } from '../../contract/insights.ts';
import { Failure } from '../failure.ts';
import { type Exposed, expose } from '../queries/exposed-tables.ts';
import { explainRunningQuery } from '../queries/ready-query.ts';
import type { InsightStep } from '../recipe/recipe.ts';
import { type Bindings, selectRows } from '../run/query.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { readersOf } from './insight-cells.ts';

/** A chart of more marks than this nobody can read; ten years of monthly cohorts are 7,381 cells. */
const MOST_MARKS = { plain: 5000, cells: 10_000 };

/** Charts with a cell for each pair of x and y. */
type GridStep = Extract<InsightStep, { chart: 'heat map' | 'status grid' }>;

/**
 * An insight of the recipe with its data from the last run; `own` is what its query binds besides the run's own values. Throws a Failure
 * when its query fails.
 */
export function recipeInsight(
  db: ReadableDb,
  exposed: Exposed,
  step: InsightStep,
  own: Bindings = {},
): Insight {
  expose(db, exposed);
  const { query, records, insight, title, description, lookup = null, ...shape } = step;
  const statement = selectRows<readonly unknown[]>(db, query.sql);
  const columns = statement.columns().map(({ name }) => name);
  const readers = readersOf(step, columns);
  const most = isGrid(step) ? MOST_MARKS.cells : MOST_MARKS.plain;
  const rows: Insight['rows'][number][] = [];
  try {
    for (const row of statement.raw().iterate({ ...exposed.run?.bindings, ...own })) {
      rows.push(readers.map((read, index) => read(row[index])));
      if (rows.length > most) throw tooMany(title, most);
    }
  } catch (error) {
    throw explainRunningQuery(error, title);
  }
  if (isGrid(step)) requireCellsOnce(step, columns, rows);
  if (step.chart === 'fields' && rows.length > 1) {
    const what = `${title} has ${rows.length.toLocaleString('en')} rows; its fields are those of one.`;
    throw new Failure(what, 'Let its query return one row.');
  }
  return {
    ...{ insight, title, description, lookup, opens: records !== undefined },
    ...{ columns, rows },
    ...(shape satisfies InsightShape),
  };
}

function isGrid(step: InsightStep): step is GridStep {
  return step.chart === 'heat map' || step.chart === 'status grid';
}

/** Throws a Failure where two rows are of one cell: only one of them could be drawn. */
function requireCellsOnce(
  { title, x, y }: GridStep,
  columns: readonly string[],
  rows: Insight['rows'],
): void {
  const [xAt, yAt] = [columns.indexOf(x.column), columns.indexOf(y.column)];
  const seen = new Set<string>();
  for (const row of rows) {
    const cell = JSON.stringify([row[yAt], row[xAt]]);
    if (seen.has(cell)) {
      throw new Failure(
        `${title} has two rows for ${y.column} ${row[yAt]}, ${x.column} ${row[xAt]}.`,
        'Let its query return one row a cell.',
      );
    }
    seen.add(cell);
  }
}

function tooMany(title: string, most: number): Failure {
  return new Failure(
    `${title} has more than ${most.toLocaleString('en')} marks.`,
    'Let its query group them more coarsely.',
  );
}
