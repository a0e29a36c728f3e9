import type { Code } from '../../contract/codes.ts';
import type { QuarantineFilter, ViewRow } from '../../contract/views.ts';
import { headerOf } from '../ingest/column-headers.ts';
import { REASONS } from '../ingest/reasons.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { quarantineCondition } from '../review/quarantine-filter.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { type ImportPlaces, importPlaces } from './import-places.ts';
import { workedOutColumn } from './planned-columns.ts';
import type { FoundRow, PlannedColumn, SqlValue, ViewPlan } from './view-plan.ts';

/** The columns before the cells; a view of several sources has no others. */
const FIRST = ['file', 'line', 'reasons', 'faulty', 'state'] as const;

/** How an empty cell reads among others. */
const EMPTY = '(empty)';

interface FoundFault {
  readonly record: bigint;
  readonly column_name: string | null;
  readonly code: Code;
  readonly lifted: bigint;
  readonly state: string;
  readonly source: string;
}

/** Rejected records: file, line, reasons in words, then, where they are of one source, the cells of their files. */
export function quarantineView(db: ReadableDb, recipe: Recipe, filter: QuarantineFilter): ViewPlan {
  const places = importPlaces(db, filter.source);
  const headers = filter.source === undefined ? [] : commonHeader(places);
  const cells = 'coalesce(quarantine.corrected_cells, quarantine.cells)';
  const asText = (value: SqlValue) => (value === null ? null : String(value));
  const columns: PlannedColumn[] = [
    ...(filter.source === undefined ? [workedOutColumn('source', 'Source', 'text', 'import.source')] : []),
    workedOutColumn('file', 'File', 'text', 'import.file'),
    workedOutColumn('line', 'Line', 'integer', '(quarantine.record & 4294967295)'),
    { ...workedOutColumn('reasons', 'Reasons', 'text', 'null'), sortable: false },
    // The faulty cell itself may stand far to the right.
    { ...workedOutColumn('faulty', 'Faulty text', 'text', 'null'), sortable: false },
    ...(filter.state === undefined ? [workedOutColumn('state', 'State', 'text', 'quarantine.state')] : []),
    ...headers.map(({ title, name, at }): PlannedColumn => {
      const cases = [...at].map(
        ([importNumber, index]) => `when ${importNumber} then json_extract(${cells}, '$[${index}]')`,
      );
      const expression = `case quarantine.import ${cases.join(' ')} end`;
      return {
        ...workedOutColumn(name, title, 'text', expression, asText),
        description: 'As the file has it',
      };
    }),
    ...(filter.source === undefined
      ? []
      : [workedOutColumn('note', 'Note', 'text', 'quarantine.note', asText)]),
  ];
  const condition = quarantineCondition(filter);
  return {
    from: 'main.quarantine as quarantine join main.import as import on import.import = quarantine.import',
    ids: ['quarantine.record'],
    where: [condition],
    order: 'quarantine.record',
    columns,
    searched: ['quarantine.note', 'import.file'],
    searchedLists: ['quarantine.cells', 'quarantine.corrected_cells'],
    complete: (rows) => withReasons(db, recipe, rows, columns, places, headers),
  };
}

/** A header that stands in one file or several, with the cell's place in each. */
interface CommonHeader {
  readonly name: string;
  readonly title: string;
  readonly at: ReadonlyMap<number, number>;
}

/** The headers of all files of a source, each once, in the order in which they first come. */
function commonHeader(places: ReadonlyMap<number, ImportPlaces>): readonly CommonHeader[] {
  const found: { name: string; title: string; at: Map<number, number> }[] = [];
  for (const [importNumber, { header, columnAt }] of places) {
    header.forEach((title, index) => {
      // What stands for the same column of the source stands in one column of the view.
      const name = columnAt.get(index) ?? `header:${title}`;
      const known = found.find((each) => each.name === name && !each.at.has(importNumber));
      if (known) known.at.set(importNumber, index);
      else {
        const unique = found.some((each) => each.name === name) ? `${name}:${index}` : name;
        found.push({
          name: unique,
          title: title || `Column ${index + 1}`,
          at: new Map([[importNumber, index]]),
        });
      }
    });
  }
  const first: readonly string[] = FIRST;
  return found.map((header) => ({
    ...header,
    name: first.includes(header.name) || header.name === 'note' ? `cell:${header.name}` : header.name,
  }));
}

/** Completes a page by each record's reasons and by which cells are faulty. */
function withReasons(
  db: ReadableDb,
  recipe: Recipe,
  rows: readonly FoundRow[],
  columns: readonly PlannedColumn[],
  places: ReadonlyMap<number, ImportPlaces>,
  headers: readonly CommonHeader[],
): readonly ViewRow[] {
  const records = rows.map(({ ids }) => BigInt(ids[0] ?? 0));
  const faults = Map.groupBy(
    db
      .prepare<unknown[], FoundFault>(
        `select record, column_name, code, lifted, state, source
         from main.fault
         join main.quarantine using (record)
         join main.import using (import)
         where record in (${records.map(() => '?').join(', ')})
         order by record, position`,
      )
      .safeIntegers()
      .all(...records),
    ({ record }) => record,
  );
  const reasonsAt = columns.findIndex(({ name }) => name === 'reasons');
  const faultyAt = columns.findIndex(({ name }) => name === 'faulty');
  const cellsAt = columns.length - headers.length - (headers.length > 0 ? 1 : 0);
  return rows.map((row, index) => {
    const record = records[index] ?? 0n;
    const all = faults.get(record) ?? [];
    const corrected = all[0]?.state === 'corrected';
    // A corrected record shows what was wrong with it.
    const own = all.filter(({ lifted }) => corrected || lifted === 0n);
    const importNumber = Number(record >> 32n);
    const cells = [...row.cells];
    cells[reasonsAt] = own.map((fault) => reasonText(recipe, fault)).join('; ');
    const faulty = headers.flatMap(({ at }, header) => {
      const column = places.get(importNumber)?.columnAt.get(at.get(importNumber) ?? -1);
      const isFaulty = column !== undefined && own.some(({ column_name: name }) => name === column);
      return isFaulty && !corrected ? [cellsAt + header] : [];
    });
    cells[faultyAt] = faulty.length > 0 ? faulty.map((at) => cells[at] || EMPTY).join('; ') : null;
    return { id: row.id, cells, faulty };
  });
}

function reasonText({ sources }: Recipe, { source: of, column_name: column, code }: FoundFault): string {
  const { title } = REASONS[code];
  if (column === null) return title;
  const source = sources.find(({ name }) => name === of);
  const header = source ? headerOf(source, column) : column;
  return `${header}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
