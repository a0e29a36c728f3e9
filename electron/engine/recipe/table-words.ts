import { bulletList, code, section } from './markdown.ts';
import type { DerivedTable, MergedTable, SourceTable, TableStep } from './recipe.ts';

/** A table in the data dictionary: what it is made of, and how its rows account for that. */
export function tableSection(step: TableStep, population: string): string {
  const made = tableLines(step);
  return section(3, code([step.table]), [
    step.description,
    bulletList([
      made[0] ?? '',
      `Key: ${code(step.key)}`,
      ...made.slice(1),
      ...(step.table === population ? ['The population: each row is an entity'] : []),
    ]),
  ]);
}

function tableLines(step: TableStep): readonly string[] {
  switch (step.kind) {
    case 'source':
      return sourceTableLines(step);
    case 'derived':
      return derivedTableLines(step);
    case 'merged':
      return mergedTableLines(step);
  }
}

function sourceTableLines({ from, latest }: SourceTable): readonly string[] {
  const kept = latest
    ? `One row a key: the latest ${code([latest])}; of equal ones the later record`
    : 'One row a key, as its query returns it';
  return [`From: ${code([from])}`, kept];
}

const ROWS: Readonly<Record<DerivedTable['rows'], string>> = {
  one: 'exactly one row for each row there',
  group: 'one row for all rows there with its key',
  any: 'any number of rows for each row there',
};

function derivedTableLines({ of, rows, joins }: DerivedTable): readonly string[] {
  return [
    `Of: ${code([of])}, ${ROWS[rows]}`,
    ...joins.map(({ to, on, expects }) => `Joins ${code([to])} by ${code(on)}, ${expects}`),
  ];
}

function mergedTableLines({ merges }: MergedTable): readonly string[] {
  return [
    `Full join of ${code(merges.map(({ table: name }) => name))}: each of their rows stands in exactly one row here`,
    ...merges.map(({ table: name, on }) => `Rows of ${code([name])} by ${code(on)}`),
  ];
}
