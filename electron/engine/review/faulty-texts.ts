import type { Facet } from '../../contract/quarantine.ts';
import type { QuarantineFilter } from '../../contract/views.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { WHITE_SPACE } from '../white-space.ts';
import type { ReadableDb } from '../workspace/database.ts';
import type { RecordFigures } from './fault-figures.ts';
import { importReaders } from './import-reader.ts';
import { perState } from './per-state.ts';
import { COUNTING_CELLS, COUNTING_FAULT, type Condition, faultCondition } from './quarantine-filter.ts';

/** How many texts are offered to choose from. */
const MOST = 50;

/** The most frequent texts of a filter's column and code, whatever text it asks for. */
export function frequentTexts(
  db: ReadableDb,
  recipe: Recipe,
  { text: _, ...filter }: QuarantineFilter,
): readonly Facet[] {
  return perState(db, `texts ${JSON.stringify(filter)}`, () => {
    const { sql, values } = faultyTexts(db, recipe, filter);
    return db
      .prepare<unknown[], [text: string, records: number]>(
        `select text, ${records(filter)} as records from (${sql}) group by text order by records desc, text limit ${MOST}`,
      )
      .raw()
      .all(...values)
      .map(([text, records]) => ({ value: text, title: text === '' ? '(empty)' : text, records }));
  });
}

/**
 * How many records have a filter's text in its column, by file and state; `asLoaded` leaves faults aside that came with
 * corrections.
 */
export function countText(
  db: ReadableDb,
  recipe: Recipe,
  filter: QuarantineFilter,
  asLoaded = false,
): readonly RecordFigures[] {
  const { sql, values } = faultyTexts(db, recipe, filter);
  return db
    .prepare<unknown[], RecordFigures>(
      `select source, import, state, records
       from (
         select import, state, ${records(filter)} as records
         from (${sql}${asLoaded ? ' and not fault.arisen' : ''})
         where text = ?
         group by import, state
       )
       join import using (import)
       order by import`,
    )
    .all(...values, filter.text?.trim());
}

/** A record can have one fault of a column and a code, but for keys: it can lack two that begin with one column. */
function records({ code }: QuarantineFilter): string {
  return code === 'duplicate_key' ? 'count(distinct record)' : 'count(*)';
}

/** Every faulty cell that a filter is about, its text trimmed, whatever text the filter asks for. */
function faultyTexts(db: ReadableDb, recipe: Recipe, filter: QuarantineFilter): Condition {
  const { source, import: importNumber, state, column } = filter;
  const places = recipe.sources
    .filter(({ name }) => source === undefined || name === source)
    .flatMap((each) => importReaders(db, each))
    .filter((file) => importNumber === undefined || file.import === importNumber)
    .flatMap((file): [number, number][] => {
      const place = file.places.get(column ?? '');
      return place === undefined ? [] : [[file.import, place]];
    });
  const fault = faultCondition(filter);
  return {
    sql: `
      select record, quarantine.import, state,
        trim(json_extract(${COUNTING_CELLS}, ${pathOf(places)}), ?) as text
      from fault
      cross join quarantine using (record)
      where ${COUNTING_FAULT}
        and ${fault?.sql ?? 'true'}
        and quarantine.import in (${places.map(([each]) => each).join(', ')})
        and ${state === undefined ? 'true' : 'quarantine.state = ?'}`,
    values: [WHITE_SPACE, ...(fault?.values ?? []), ...(state === undefined ? [] : [state])],
  };
}

/** Where the column stands, as JSON paths: the same path for all files is worked out once, and not for each row. */
function pathOf(places: readonly (readonly [importNumber: number, place: number])[]): string {
  const [first] = places;
  if (!first) return 'null';
  if (places.every(([, place]) => place === first[1])) return `'$[${first[1]}]'`;
  return `case quarantine.import ${places.map(([each, place]) => `when ${each} then '$[${place}]'`).join(' ')} end`;
}
