import type { Source } from '../recipe/recipe.ts';
import type { Beside } from './beside.ts';

/** The columns of a source, as much of it as names take. */
type WithColumns = Pick<Source, 'columns'>;

/** How files write a column of a source, and so how it is called where a person reads of it; a column that the source has no more keeps its name. */
export function headerOf({ columns }: WithColumns, column: string): string {
  return columns.find(({ name }) => name === column)?.header ?? column;
}

/** A reason as files and figures have it: `Customer ID:missing_value`, or the code alone for the whole record. */
export function reasonCode(source: WithColumns, column: string | null, code: string): string {
  return column === null ? code : `${headerOf(source, column)}:${code}`;
}

/** The reasons of a record, which the workspace joins by `|` under the columns' names. */
export function reasonCodes(source: WithColumns, codes: string): readonly string[] {
  return codes.split('|').map((each) => {
    const [code = '', column] = each.split(':').reverse();
    return reasonCode(source, column ?? null, code);
  });
}

/** Conditions of a column with the headers of those that they name. */
export function besideHeaders(source: WithColumns, conditions: readonly Beside[]): readonly Beside[] {
  return conditions.map((condition) => ({
    ...condition,
    where: condition.where.map((each) => ({ ...each, column: headerOf(source, each.column) })),
  }));
}
