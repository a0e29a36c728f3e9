import type { Api } from '../../electron/contract/api.ts';
import type { RejectedRecord } from '../../electron/contract/quarantine.ts';
import type { Random } from '../generator/random.ts';
import { SOURCES } from '../oracle/sources.ts';
import type { TextTable } from './text-tables.ts';

interface Place {
  readonly api: Api;
  readonly workspace: string;
}

/** A text that is right for a column, whatever the type. */
const RIGHT: Readonly<Record<string, readonly string[]>> = {
  id: ['7', '0042', 'HV-1'],
  text: ['COMPLETED', 'email'],
  decimal: ['10', '1234.50', '-3.25'],
  date: ['2026-05-01', '2026-11-19', '2025-12-24'],
  timestamp: ['2026-05-01T10:00:00Z', '2026-11-19T23:59:59+02:00'],
  boolean: ['1', '0'],
  email: ['ann@example.com'],
  enum: ['OPT_IN', 'OPT_OUT'],
};

/**
 * Corrects some records in the app: cells of all that are wrong in the same way, single records cell by cell or whole; sets others aside.
 * Returns the files as they would be with the corrected texts, and how many more records are accepted. A corrected booking gets a
 * number that no other has: who of two has a number depends on the order, which a corrected file changes.
 */
export async function correctAtRandom(
  place: Place,
  random: Random,
  tables: readonly TextTable[],
): Promise<{ readonly tables: readonly TextTable[]; readonly accepted: number }> {
  const { api, workspace } = place;
  const texts = new Map(tables.map(({ file, rows }) => [file, rows.map((row) => [...row])]));
  const write = ({ file, line }: RejectedRecord, cells: readonly string[]) => {
    texts.get(file)?.splice(line - 2, 1, [...cells]);
  };
  const touched = new Set<string>();
  let accepted = 0;
  const records = await openRecords(place);
  for (const some of random.shuffle(classesOf(records)).slice(0, 4)) {
    const [first] = some.records;
    if (!first || some.records.some(({ record }) => touched.has(record))) continue;
    const text = rightText(random, first.source, some.column);
    const { record } = first;
    const act = await api.quarantine.correct({ workspace, record, column: some.column, text, all: true });
    accepted += act.accepted;
    for (const each of some.records) {
      touched.add(each.record);
      write(each, each.cells.with(some.cell, text));
    }
  }
  for (const found of records) {
    if (touched.has(found.record) || random.chance(0.4)) continue;
    if (random.chance(0.2)) {
      await api.quarantine.setAside({ workspace, records: [found.record], note: 'test data' });
      continue;
    }
    const cells = rightCells(random, found);
    if (random.chance(0.5) || found.faults.some(({ column }) => column === null)) {
      accepted += (await api.quarantine.correctRecord({ workspace, record: found.record, cells: [...cells] }))
        .accepted;
    } else {
      for (const [at, text] of cells.entries()) {
        const column = columnAt(found, at);
        if (column === undefined || text === found.cells[at]) continue;
        const act = { workspace, record: found.record, column, text, all: false };
        accepted += (await api.quarantine.correct(act)).accepted;
      }
    }
    write(found, cells);
  }
  return {
    tables: tables.map((table) => ({ ...table, rows: texts.get(table.file) ?? [] })),
    accepted,
  };
}

async function openRecords({ api, workspace }: Place): Promise<readonly RejectedRecord[]> {
  const of = { kind: 'quarantine', filter: { state: 'open' } } as const;
  const { view } = await api.views.open({ workspace, of });
  const { rows } = await api.views.page({ workspace, view, from: 0, count: 60 });
  return Promise.all(rows.map(({ id }) => api.quarantine.record({ workspace, record: id })));
}

interface FaultClass {
  readonly column: string;
  readonly cell: number;
  readonly records: readonly RejectedRecord[];
}

/** Records with the same fault and the same text, but for keys; only classes whose records have keys of their own, and of which all are known. */
function classesOf(records: readonly RejectedRecord[]): readonly FaultClass[] {
  const classes = new Map<
    string,
    { column: string; cell: number; alike: number; records: RejectedRecord[] }
  >();
  for (const record of records) {
    for (const { column, code, cell, alike } of record.faults) {
      if (column === null || cell === null || column === 'booking_id') continue;
      const id = JSON.stringify([record.source, column, code, record.cells[cell]?.trim()]);
      const some = classes.get(id) ?? { column, cell, alike, records: [] };
      some.records.push(record);
      classes.set(id, some);
    }
  }
  return [...classes.values()].filter(
    (some) => some.records.length === some.alike && some.records.every(hasOwnKey),
  );
}

/** The generator gives a number to several bookings only where it is one of these, the sample where it is wrong already. */
function hasOwnKey({ source, cells, header, faults }: RejectedRecord): boolean {
  const key = cells[header.indexOf('booking_id')]?.trim() ?? '';
  const shared = ['', 'B1', '1', '01'].includes(key) || faults.some(({ code }) => code === 'duplicate_key');
  return source !== 'bookings' || !shared;
}

/** All cells of a record, right where they were wrong. */
function rightCells(random: Random, found: RejectedRecord): readonly string[] {
  const whole = found.faults.some(({ column }) => column === null);
  return found.header.map((_, at) => {
    const column = columnAt(found, at);
    if (column === undefined) return found.cells[at] ?? '';
    if (column === 'booking_id') return `FIX-${found.record}`;
    const isWrong = whole || found.faults.some((fault) => fault.column === column);
    return isWrong ? rightText(random, found.source, column) : (found.cells[at] ?? '');
  });
}

/** The source's column of a cell, by the header in the spellings that the sample has. */
function columnAt({ source, header }: RejectedRecord, at: number): string | undefined {
  const name = header[at]?.trim().toLowerCase().replaceAll(' ', '_');
  return columnsOf(source).find((column) => column.name === name)?.name;
}

function rightText(random: Random, source: string, column: string): string {
  const type = columnsOf(source).find(({ name }) => name === column)?.type ?? 'text';
  return random.pick(RIGHT[type] ?? ['']);
}

function columnsOf(source: string) {
  return SOURCES.find(({ name }) => name === source)?.columns ?? [];
}
