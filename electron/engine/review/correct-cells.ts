import type { Code } from '../../contract/codes.ts';
import type { RecordFault } from '../ingest/read-record.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Correction, FileCorrections } from './active-corrections.ts';
import type { ImportReader } from './import-reader.ts';

/** A rejected record as the file has it. */
export interface RejectedCells {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly RecordFault[];
}

/** A record's cells after corrections. */
export interface CorrectedCells {
  readonly cells: readonly string[];
  /** The numbers of the corrections that changed them. */
  readonly applied: readonly number[];
  /** What keeps the record's cells from being read under the header at all. */
  readonly structure: readonly RecordFault[];
}

/** Applies a file's corrections to a record, in the order of their numbers, each to what those before it have left. */
export function correctCells(
  record: RejectedCells,
  file: ImportReader,
  corrections: FileCorrections,
): CorrectedCells {
  const own = corrections.byLine.get(record.line) ?? [];
  const applied: number[] = [];
  let { cells } = record;
  let structure: readonly RecordFault[] = record.faults.filter(({ column }) => column === null);
  const place = ({ column }: Correction) => file.places.get(column ?? '') ?? -1;
  for (let next = nextOf(0); next; next = nextOf(next.correction)) {
    if (next.kind === 'record') {
      if (next.oldText !== JSON.stringify(record.cells)) continue;
      cells = JSON.parse(next.newText) as readonly string[];
      structure = structureFaults(cells, file.header.length);
    } else {
      // What the correction was made for must be there, after those before it or in the file.
      const at = place(next);
      const fits = [cells[at], record.cells[at]].some((text) => text?.trim() === next.oldText);
      if (structure.length > 0 || !fits) continue;
      cells = cells.with(at, next.newText);
    }
    applied.push(next.correction);
  }
  return { cells, applied, structure };

  function nextOf(last: number): Correction | undefined {
    const candidates = structure.length > 0 ? [] : byText(last);
    const mine = own.find(({ correction }) => correction > last);
    if (mine) candidates.push(mine);
    return candidates.sort((one, other) => one.correction - other.correction)[0];
  }

  function byText(last: number): Correction[] {
    return [...corrections.byText].flatMap(([column, texts]) => {
      const at = file.places.get(column) ?? -1;
      const text = cells[at]?.trim();
      const fitting = text === undefined ? undefined : texts.get(text);
      if (!fitting) return [];
      const codes = codesOf(column, at);
      return fitting.filter(({ correction, code }) => correction > last && codes.has(code)).slice(0, 1);
    });
  }

  /** The codes that a column has now; a key that is taken is known of the file's own text alone. */
  function codesOf(column: string, at: number): ReadonlySet<Code | null> {
    const values: StoredValue[] = [];
    const untouched = cells[at] === record.cells[at];
    const taken = record.faults.filter(({ code }) => untouched && code === 'duplicate_key');
    const faults = [...(file.read(cells, values, 0) ?? []), ...taken];
    return new Set(faults.filter((fault) => fault.column === column).map(({ code }) => code));
  }
}

/** What keeps cells that the user wrote from being read under a header of so many. */
function structureFaults(cells: readonly string[], columns: number): readonly RecordFault[] {
  if (cells.some((cell) => cell.includes('\0'))) return [{ column: null, code: 'unreadable' }];
  if (cells.length === columns) return [];
  return [{ column: null, code: cells.length < columns ? 'too_few_fields' : 'too_many_fields' }];
}
