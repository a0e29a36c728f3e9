import { type AuditData, stageAt } from './audit-data.ts';
import { goesOn } from './audit-tables.ts';

/** With more values a column tells nothing that a list of keys would not. */
const MOST_VALUES = 5;

/** What sets keys that are gone apart from those that go on: the values of a column, null for an empty cell. */
export interface Explanation {
  readonly title: string;
  readonly values: readonly (string | null)[];
  /** The column as SQL over `row` and `known`. */
  readonly expression: string;
}

interface Candidate {
  readonly title: string;
  readonly place: number;
  readonly expression: string;
  readonly values: Set<string | null>;
}

/**
 * The columns of which one value is shared by all keys of a finding and by none that goes on; without any, those with the fewest values that
 * together cover all of them, each more than one key on average. In the order of the header of the stage before.
 */
export function explainingColumns(
  data: AuditData,
  finding: number,
  stage: number,
  keys: number,
): readonly Explanation[] {
  const candidates = valuesOfGone(data, finding, stage, keys);
  const left = withoutThoseThatGoOn(data, stage, candidates);
  const fewest = Math.min(...left.map(({ values }) => values.size));
  return left
    .filter(({ values }) => values.size === fewest)
    .map(({ title, expression, values }) => ({ title, expression, values: sorted(values) }));
}

/** The columns that have few values in the rows of the keys that are gone. */
function valuesOfGone(data: AuditData, finding: number, stage: number, keys: number): readonly Candidate[] {
  const { db, tables } = data;
  let alive = candidatesOf(data, stage, keys);
  if (alive.length === 0) return [];
  const all = alive;
  const rows = db
    .prepare<[], (string | null)[]>(
      `select ${all.map(({ expression }) => expression).join(', ')}
       from ${tables.findingKey} as found
       cross join ${tables.row(stage - 1)} as row on row.key = found.key
       cross join ${tables.key} as known on known.key = found.key
       where found.finding = ${finding} and ${goesOn(db, 'row.line')}`,
    )
    .raw();
  const places = new Map(all.map((candidate, index) => [candidate, index]));
  // Several values explain something only where there are clearly more keys than values.
  const most = Math.max(1, Math.min(MOST_VALUES, Math.floor(keys / 2)));
  for (const row of rows.iterate()) {
    for (const candidate of alive) candidate.values.add(row[places.get(candidate) ?? 0] ?? null);
    if (alive.some(({ values }) => values.size > most)) {
      alive = alive.filter(({ values }) => values.size <= most);
      if (alive.length === 0) break;
    }
  }
  return alive;
}

/** Those of the columns of which no key that goes on has any of the values. */
function withoutThoseThatGoOn(
  data: AuditData,
  stage: number,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const { db, tables } = data;
  if (candidates.length === 0) return [];
  let alive = candidates.map((candidate, index) => ({ candidate, index }));
  const rows = db
    .prepare<[], (string | null)[]>(
      `select ${candidates.map(({ expression }) => expression).join(', ')}
       from ${tables.at(stage)} as now
       cross join ${tables.row(stage - 1)} as row on row.key = now.key
       cross join ${tables.key} as known on known.key = now.key
       where ${goesOn(db, 'row.line')}`,
    )
    .raw();
  for (const row of rows.iterate()) {
    const goesOnWith = ({ candidate, index }: (typeof alive)[number]) =>
      candidate.values.has(row[index] ?? null);
    if (!alive.some(goesOnWith)) continue;
    alive = alive.filter((each) => !goesOnWith(each));
    if (alive.length === 0) break;
  }
  return alive.map(({ candidate }) => candidate);
}

/** All columns, and the parts of a key that has several, as a part of it may stand for more than one key. */
function candidatesOf(data: AuditData, stage: number, keys: number): readonly Candidate[] {
  const { columns, keyPlaces } = stageAt(data, stage - 1);
  const ofKey = data.key.length > 1 && keys > 1 ? data.key : [];
  return [
    ...ofKey.map((title, part) => ({
      title,
      place: keyPlaces[part] ?? 0,
      expression: `cast(known.k${part + 1} as text)`,
      values: new Set<string | null>(),
    })),
    ...columns.map(({ title, place }, index) => ({
      title,
      place,
      expression: `row.c${index + 1}`,
      values: new Set<string | null>(),
    })),
  ].sort((one, other) => one.place - other.place);
}

function sorted(values: ReadonlySet<string | null>): readonly (string | null)[] {
  return [...values].sort((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1));
}
