import type { Insight } from '../../contract/insights.ts';
import { Failure } from '../failure.ts';
import { DECIMAL_SCALE } from '../ingest/values.ts';
import { type Exposed, expose } from '../queries/exposed-tables.ts';
import { explainRunningQuery } from '../queries/ready-query.ts';
import { resultText } from '../queries/result-text.ts';
import type { InsightStep } from '../recipe/recipe.ts';
import { selectRows } from '../run/query.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** A chart of more marks than this nobody can read. */
const MOST_MARKS = 5000;

/** An insight of the recipe with its data from the last run; throws a Failure when its query fails. */
export function recipeInsight(db: ReadableDb, exposed: Exposed, step: InsightStep): Insight {
  expose(db, exposed);
  const statement = selectRows<readonly unknown[]>(db, step.query.sql);
  const columns = statement.columns().map(({ name }) => name);
  const rows: Insight['rows'][number][] = [];
  try {
    for (const row of statement.raw().iterate(exposed.run?.bindings ?? {})) {
      rows.push(row.map((value, index) => cell(value, columns[index] ?? '', step)));
      if (rows.length > MOST_MARKS) throw tooMany(step);
    }
  } catch (error) {
    throw explainRunningQuery(error, step.title);
  }
  const { insight, title, description, chart, x, y } = step;
  const series = step.series ?? null;
  return {
    insight,
    title,
    description,
    chart,
    x,
    y,
    series,
    columns,
    rows,
    opens: step.records !== undefined,
  };
}

/** A value as the chart takes it: a number on the y axis, else text. */
function cell(value: unknown, column: string, { title, x, y }: InsightStep): string | number | null {
  if (column !== y.column) {
    return resultText(value, column === x.column && x.format === 'money' ? 'decimal' : undefined);
  }
  if (value === null) return null;
  if (typeof value !== 'bigint' && typeof value !== 'number') {
    throw new Failure(
      `${title}: ${column} is ${JSON.stringify(value)}, which is no number.`,
      'Correct the query.',
    );
  }
  return y.format === 'money' ? Number(value) / Number(DECIMAL_SCALE) : Number(value);
}

function tooMany({ title }: InsightStep): Failure {
  return new Failure(
    `${title} has more than ${MOST_MARKS.toLocaleString('en')} marks.`,
    'Let its query group them more coarsely.',
  );
}
