import { AS_OF_DAY, isoDay } from '../../../days.ts';

/** A row of a file: its cells by column. */
export type Row = ReadonlyMap<string, string>;

/** What was found, in the shape of what is planted. */
export interface Found {
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  readonly rows: number;
}

type ByKey = ReadonlyMap<string, readonly Row[]>;

const STAGES = ['1_initial_selection', '2_exclusions', '3_offers', '4_buffer', '5_targets'];

const keyOf = (row: Row): string =>
  `${row.get('solution_id') ?? row.get('Solution ID')} ${row.get('client_id') ?? row.get('Client ID')}`;

function byKey(rows: readonly Row[]): ByKey {
  return Map.groupBy(rows, keyOf);
}

function varying(rows: readonly Row[]): readonly string[] {
  const columns = [...(rows[0]?.keys() ?? [])];
  return columns.filter((column) => new Set(rows.map((row) => row.get(column))).size > 1);
}

/** Columns of which the gone rows share one value that no row has that stays. */
function sharedOnlyBy(gone: readonly Row[], staying: readonly Row[]): readonly string[] {
  return [...(gone[0]?.keys() ?? [])].filter((column) => {
    const values = new Set(gone.map((row) => row.get(column)));
    const [value] = values;
    return values.size === 1 && staying.every((row) => row.get(column) !== value);
  });
}

/** The block that an audit expects of a lead: of those that have begun the last to begin. */
function expectedReason(blocks: readonly Row[]): string {
  const begun = blocks.filter((block) => (block.get('block_start') ?? '') <= isoDay(AS_OF_DAY));
  const [last] = begun.toSorted((left, right) =>
    (left.get('block_start') ?? '') < (right.get('block_start') ?? '') ? 1 : -1,
  );
  return last?.get('block_reason') ?? '';
}

/** Audits the sample the plain way, in memory: what is wrong with it, by kind and stage, with keys in order of their text. */
export function keysByFinding(files: ReadonlyMap<string, readonly Row[]>): ReadonlyMap<string, Found> {
  const rowsOf = (name: string): readonly Row[] => files.get(`${name}.csv`) ?? [];
  const trace = byKey(rowsOf('trace'));
  const other = byKey(rowsOf('other_trace'));
  const reference = byKey(rowsOf('blocks_reference'));
  const goneAt = new Map<string, string>();
  const found = new Map<string, Found>();
  const add = (
    kind: string,
    stage: string,
    keys: readonly string[],
    seen: ByKey,
    columns: readonly string[],
  ) => {
    if (keys.length === 0) return;
    const rows = keys.reduce((sum, key) => sum + (seen.get(key)?.length ?? 0), 0);
    found.set(`${kind} ${stage}`, { columns, keys: keys.toSorted(), rows });
  };
  for (const [index, stage] of STAGES.entries()) {
    const now = byKey(rowsOf(stage));
    const before = byKey(rowsOf(STAGES[index - 1] ?? stage));
    const several = [...now].filter(([, rows]) => rows.length > 1);
    const fanned = several.filter(([key]) => before.get(key)?.length === 1);
    const brought = new Set(fanned.flatMap(([, rows]) => varying(rows)));
    add(
      'fan_out',
      stage,
      fanned.map(([key]) => key),
      now,
      [...brought],
    );
    const alike = several.filter(
      ([key, rows]) => varying(rows).length === 0 && varying(before.get(key) ?? []).length > 0,
    );
    const told = new Set(alike.flatMap(([key]) => varying(before.get(key) ?? [])));
    add(
      'dropped_identifier',
      stage,
      alike.map(([key]) => key),
      now,
      [...told],
    );
    const gone = [...before.keys()].filter((key) => !now.has(key));
    for (const key of gone) goneAt.set(key, stage);
    add(
      'unreported',
      stage,
      gone.filter((key) => !trace.has(key) && other.has(key)),
      before,
      [],
    );
    const missing = gone.filter((key) => !trace.has(key) && !other.has(key));
    const lost = missing.flatMap((key) => before.get(key) ?? []);
    const staying = [...before].flatMap(([key, rows]) => (now.has(key) ? rows : []));
    add('silent_drop', stage, missing, before, sharedOnlyBy(lost, staying));
    add(
      'appeared',
      stage,
      [...now.keys()].filter((key) => !before.has(key)),
      now,
      [],
    );
    const stale = [...now].filter(
      ([key, [row]]) =>
        row?.has('block_reason') && row.get('block_reason') !== expectedReason(reference.get(key) ?? []),
    );
    add(
      'stale_window',
      stage,
      stale.map(([key]) => key),
      now,
      ['block_reason'],
    );
  }
  const last = STAGES.at(-1) ?? '';
  const delivered = byKey(rowsOf(last));
  add(
    'contradiction',
    last,
    [...delivered.keys()].filter((key) => trace.has(key) || other.has(key)),
    delivered,
    [],
  );
  const twice = [...trace].filter(([key, rows]) => rows.length + (other.get(key)?.length ?? 0) > 1);
  for (const [key] of twice) add('double_reason', goneAt.get(key) ?? last, [key], trace, []);
  return found;
}
