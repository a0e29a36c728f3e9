import { CODES } from '../../contract/codes.ts';
import type { Facet, Facets, ReasonFacet } from '../../contract/quarantine.ts';
import type { QuarantineFilter } from '../../contract/views.ts';
import { tellApart } from '../files/tell-apart.ts';
import { headerOf } from '../ingest/column-headers.ts';
import { REASONS } from '../ingest/reasons.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { type FaultFigures, quarantineCube, type RecordFigures } from './fault-figures.ts';
import { countText, frequentTexts } from './faulty-texts.ts';

/**
 * What of the quarantine a filter shows, and what each of its parts could show instead: a facet leaves its own part of the filter
 * aside, and with it what only makes sense within that part. What is chosen stays in its facet when no record fits any more.
 */
export function facetsOf(db: ReadableDb, recipe: Recipe, filter: QuarantineFilter): Facets {
  const counted = figuresOf(db, recipe, filter);
  const { source, import: importNumber, state, column, code } = filter;
  const inState = counted.filter((each) => state === undefined || each.state === state);
  const inSource = inState.filter((each) => source === undefined || each.source === source);
  const inFile = ({ import: each }: RecordFigures) => importNumber === undefined || each === importNumber;
  const faults = quarantineCube(db).faults.filter(
    (each) =>
      (state === undefined || each.state === state) &&
      (source === undefined || each.source === source) &&
      inFile(each),
  );
  const states = counted.filter((each) => (source === undefined || each.source === source) && inFile(each));
  const ofState = (name: RecordFigures['state']) => sum(states.filter((each) => each.state === name));
  return {
    total: sum(inSource.filter(inFile)),
    states: { open: ofState('open'), setAside: ofState('set aside'), corrected: ofState('corrected') },
    sources: recipe.sources
      .map(({ name }) => ({
        value: name,
        title: name,
        records: sum(inState.filter((each) => each.source === name)),
      }))
      .filter(({ value, records }) => records > 0 || value === source),
    files: filesOf(db, inSource, importNumber),
    columns: columnsOf(recipe, faults, filter),
    reasons: reasonsOf(faults, column, code),
    texts: typeof column === 'string' && code !== undefined ? frequentTexts(db, recipe, filter) : [],
  };
}

/** The records that what a filter asks of faults holds for, by file and state, whatever it asks of those. */
function figuresOf(db: ReadableDb, recipe: Recipe, filter: QuarantineFilter): readonly RecordFigures[] {
  const { column, code, text } = filter;
  if (typeof column === 'string' && text !== undefined) return countText(db, recipe, { column, code, text });
  const { records, faults } = quarantineCube(db);
  if (column === undefined && code === undefined) return records;
  return faults
    .filter(
      (each) =>
        (column === undefined || each.column === column) && (code === undefined || each.code === code),
    )
    .map((each) => ({
      ...each,
      records:
        column === undefined ? each.firstOfCode : code === undefined ? each.firstOfColumn : each.records,
    }));
}

function filesOf(
  db: ReadableDb,
  figures: readonly RecordFigures[],
  chosen: number | undefined,
): readonly Facet[] {
  const imports = db
    .prepare<[], { import: number; source: string; file: string }>(
      'select import, source, file from import order by import',
    )
    .all();
  const titles = new Map(
    [...Map.groupBy(imports, ({ source }) => source).values()].flatMap((own) => {
      const told = tellApart(own.map(({ file }) => file));
      return own.map((each, index) => [each.import, told[index] ?? each.file] as const);
    }),
  );
  return imports.flatMap(({ import: importNumber, file }) => {
    const title = titles.get(importNumber) ?? file;
    const records = sum(figures.filter((each) => each.import === importNumber));
    return records === 0 && importNumber !== chosen ? [] : [{ value: String(importNumber), title, records }];
  });
}

function columnsOf(
  { sources }: Recipe,
  faults: readonly FaultFigures[],
  { source: chosenSource, code, column: chosen }: QuarantineFilter,
): readonly Facet[] {
  // Without a source a column of several may be meant: the first that has it says how it is written.
  const columns = sources
    .filter(({ name }) => chosenSource === undefined || name === chosenSource)
    .flatMap((each) => each.columns);
  const fitting = faults.filter((each) => code === undefined || each.code === code);
  const byColumn = Map.groupBy(fitting, ({ column }) => column);
  if (chosen !== undefined && !byColumn.has(chosen)) byColumn.set(chosen, []);
  return [...byColumn]
    .map(([value, own]) => ({
      value,
      title: value === null ? 'Whole record' : headerOf({ columns }, value),
      records: sum(own.map((each) => ({ records: code === undefined ? each.firstOfColumn : each.records }))),
    }))
    .sort(mostFirst);
}

function reasonsOf(
  faults: readonly FaultFigures[],
  column: string | null | undefined,
  chosen: string | undefined,
): readonly ReasonFacet[] {
  const fitting = faults.filter((each) => column === undefined || each.column === column);
  const byCode = Map.groupBy(fitting, ({ code }) => code);
  const code = CODES.find((each) => each === chosen);
  if (code !== undefined && !byCode.has(code)) byCode.set(code, []);
  return [...byCode]
    .map(([value, own]) => ({
      value,
      ...REASONS[value],
      records: sum(own.map((each) => ({ records: column === undefined ? each.firstOfCode : each.records }))),
    }))
    .sort(mostFirst);
}

/** The most records first, then by name, so that the order is always the same. */
function mostFirst(one: Facet, other: Facet): number {
  return other.records - one.records || ((one.value ?? '') < (other.value ?? '') ? -1 : 1);
}

function sum(figures: readonly { readonly records: number }[]): number {
  return figures.reduce((total, { records }) => total + records, 0);
}
