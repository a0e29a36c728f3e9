import type { Code } from '../../contract/codes.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { perState } from './per-state.ts';

/** How many rejected records of a file and a state there are. */
export interface RecordFigures {
  readonly source: string;
  readonly import: number;
  readonly state: 'open' | 'set aside' | 'corrected';
  readonly records: number;
}

/** How many of them have a fault. */
export interface FaultFigures extends RecordFigures {
  readonly column: string | null;
  readonly code: Code;
  /** Those of which no earlier fault is in the same column. */
  readonly firstOfColumn: number;
  /** Those of which no earlier fault has the same code. */
  readonly firstOfCode: number;
}

/** The quarantine in figures: few rows, from which every filter without a text is answered. */
export interface QuarantineCube {
  readonly records: readonly RecordFigures[];
  readonly faults: readonly FaultFigures[];
}

/** Counts the quarantine, once for each state of the workspace. */
export function quarantineCube(db: ReadableDb): QuarantineCube {
  return perState(db, 'quarantine cube', () => ({
    records: db.prepare<[], RecordFigures>(withSource(RECORDS)).all(),
    faults: db.prepare<[], FaultFigures>(withSource(FAULTS)).all(),
  }));
}

// Most records are open: they are counted without a look at the quarantine's own rows, which hold their cells.
const HANDLED = "select record, state from quarantine where state <> 'open'";

const RECORDS = `
  with handled as materialized (
    select record >> 32 as import, state, count(*) as records from (${HANDLED}) group by 1, 2
  )
  select import, state, records from handled
  union all
  select import, 'open', count(*) - coalesce((select sum(records) from handled where handled.import = quarantine.import), 0)
  from quarantine
  group by import`;

// What is handled has no fault that came with a correction, so that all its faults count.
const FAULTS = `
  select record >> 32 as import, 'open' as state, column_name as "column", code, ${figures('and not earlier.lifted')}
  from fault
  where not lifted and record not in (select record from (${HANDLED}))
  group by record >> 32, column_name, code
  union all
  select record >> 32, state, column_name, code, ${figures('')}
  from (${HANDLED})
  cross join fault using (record)
  group by record >> 32, state, column_name, code`;

function withSource(figures: string): string {
  return `select import.source, counted.* from (${figures}) as counted join import using (import) order by import`;
}

/** A record is counted once, by the first of its faults that are alike. */
function figures(counting: string): string {
  const first = (alike: string) => `sum(position = 0 or not exists (
    select 1 from fault as earlier
    where earlier.record = fault.record and earlier.position < fault.position ${counting} and ${alike}
  ))`;
  const sameColumn = 'earlier.column_name is fault.column_name';
  const sameCode = 'earlier.code = fault.code';
  return `${first(`${sameColumn} and ${sameCode}`)} as records,
    ${first(sameColumn)} as firstOfColumn,
    ${first(sameCode)} as firstOfCode`;
}
