import type { Insight, InsightShape } from '../../contract/insights.ts';
import { Failure } from '../failure.ts';
import { type Exposed, expose } from '../queries/exposed-tables.ts';
import { explainRunningQuery } from '../queries/ready-query.ts';
import type { InsightStep } from '../recipe/recipe.ts';
import { selectRows } from '../run/query.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { readersOf } from './insight-cells.ts';

/** A chart of more marks than this nobody can read; ten years of monthly cohorts are 7,381 cells. */
const MOST_MARKS = { plain: 5000, cells: 10_000 };

/** An insight of the recipe with its data from the last run; throws a Failure when its query fails. */
export function recipeInsight(db: ReadableDb, exposed: Exposed, step: InsightStep): Insight {
  expose(db, exposed);
  const { query, records, insight, title, description, lookup = null, ...shape } = step;
  const statement = selectRows<readonly unknown[]>(db, query.sql);
  const columns = statement.columns().map(({ name }) => name);
  const readers = readersOf(step, columns);
  const most = step.chart === 'heat map' ? MOST_MARKS.cells : MOST_MARKS.plain;
  const rows: Insight['rows'][number][] = [];
  try {
    for (const row of statement.raw().iterate(exposed.run?.bindings ?? {})) {
      rows.push(readers.map((read, index) => read(row[index])));
      if (rows.length > most) throw tooMany(title, most);
    }
  } catch (error) {
    throw explainRunningQuery(error, title);
  }
  if (step.chart === 'heat map') requireCellsOnce(step, columns, rows);
  return {
    ...{ insight, title, description, lookup, opens: records !== undefined },
    ...{ columns, rows },
    ...(shape satisfies InsightShape),
  };
}

/** Throws a Failure where two rows are of one cell: only one of them could be drawn. */
function requireCellsOnce(
  { title, x, y }: Extract<InsightStep, { chart: 'heat map' }>,
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
