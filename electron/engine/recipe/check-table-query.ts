import type { DraftRecipe } from './build-recipe.ts';
import { type Checker, resultOf } from './checker.ts';
import { didYouMean, failureAt, listed } from './place.ts';
import type { DerivedTable, MergedTable, TableStep } from './recipe.ts';
import { accountingKey } from './table-source.ts';
import type { YamlPath } from './yaml-document.ts';

/** Checks the query of a table and what it is made of; returns its columns, and throws a Failure with file and line. */
export function checkTable(checker: Checker, table: TableStep, index: number): readonly string[] {
  const { columns, document, recipe, scratch } = checker;
  if (table.kind === 'derived') checkJoins(checker, table, index);
  if (table.kind === 'merged') checkMergedParts(checker, table, index);
  const returned = columns(table.query);
  const require = (name: string, path: YamlPath, what: string) => {
    if (returned.includes(name)) return;
    throw failureAt(
      document.at(['tables', index, ...path]),
      `${what} "${name}" of the table ${table.table} is not a column that ${table.query.file} returns; it returns: ${listed(returned)}.`,
      didYouMean(name, returned, 'Add it to the query.'),
    );
  };
  for (const [names, what] of accountedFor(recipe, table)) {
    const missing = names.find((name) => !returned.includes(name));
    if (missing === undefined) continue;
    throw failureAt(
      resultOf(recipe, table.query),
      `the query of the table ${table.table} does not return ${missing}, by which each of its rows accounts for ${what}.`,
      `Add ${missing} to its columns.`,
    );
  }
  table.key.forEach((name, at) => {
    require(name, ['key', at], 'the key column');
  });
  if (table.kind === 'derived' && table.rows === 'group') {
    const there = scratch.tables.get(table.of) ?? [];
    table.key.forEach((name, at) => {
      if (there.includes(name)) return;
      throw failureAt(
        document.at(['tables', index, 'key', at]),
        `the key column "${name}" is not one of ${table.of}, whose rows belong to a group by it; it has: ${listed(there)}.`,
        didYouMean(name, there, 'Name a column that both have.'),
      );
    });
  }
  if (table.kind === 'source' && table.latest !== undefined) require(table.latest, ['latest'], 'the latest');
  return returned;
}

/** The columns by which a table's rows account for those that it is made of. */
function accountedFor(
  recipe: DraftRecipe,
  table: TableStep,
): readonly (readonly [names: readonly string[], what: string])[] {
  switch (table.kind) {
    case 'source':
      return [[['record'], `a record of ${table.from}`]];
    case 'derived':
      return [[accountingKey(recipe, table), `a row of ${table.of}`]];
    case 'merged':
      return table.merges.map((part) => [part.on, `a row of ${part.table}`]);
  }
}

/** The rows of a part of a full join are found again by columns that it has. */
function checkMergedParts({ document, scratch }: Checker, { merges }: MergedTable, index: number): void {
  merges.forEach(({ table, on }, at) => {
    const columns = scratch.tables.get(table) ?? [];
    on.forEach((column, position) => {
      if (columns.includes(column)) return;
      throw failureAt(
        document.at(['tables', index, 'merges', at, 'on', position]),
        `the column "${column}" is not one of ${table}; it has: ${listed(columns)}.`,
        didYouMean(column, columns, 'Name a column that both have.'),
      );
    });
  });
}

/** A join is measured by columns that both sides have. */
function checkJoins({ document, scratch }: Checker, { of, joins }: DerivedTable, index: number): void {
  joins.forEach(({ to, on }, at) => {
    for (const side of [of, to]) {
      const columns = scratch.tables.get(side) ?? [];
      on.forEach((column, position) => {
        if (columns.includes(column)) return;
        throw failureAt(
          document.at(['tables', index, 'joins', at, 'on', position]),
          `the join column "${column}" is not one of ${side}; it has: ${listed(columns)}.`,
          didYouMean(column, columns, 'Name a column that both have.'),
        );
      });
    }
  });
}
