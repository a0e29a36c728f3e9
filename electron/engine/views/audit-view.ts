import type { FindingKind } from '../../contract/audits.ts';
import type { ViewOf } from '../../contract/views.ts';
import { type AuditRows, auditRecord, auditRows } from '../audit/audit-record.ts';
import { AuditTables, joined, numbered } from '../audit/audit-tables.ts';
import { Failure } from '../failure.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { tableColumn, workedOutColumn } from './planned-columns.ts';
import type { Condition, PlannedColumn, ViewPlan } from './view-plan.ts';

type StageView = Extract<ViewOf, { kind: 'audit stage' }>;

/** In which file the rows of a finding are seen: in the extract before, in that of its stage, or in the traces. */
const SEEN: Readonly<Record<FindingKind, 'before' | 'stage' | 'traces'>> = {
  fan_out: 'stage',
  dropped_identifier: 'stage',
  silent_drop: 'before',
  unreported: 'before',
  contradiction: 'stage',
  double_reason: 'traces',
  appeared: 'stage',
  stale_window: 'stage',
};

/** The records behind a finding of an audit, by its position in the report; throws a Failure for what the workspace does not have. */
export function auditFindingView(db: ReadableDb, audit: number, finding: number): ViewPlan {
  const { report } = auditRecord(db, audit);
  const found = report.findings[finding];
  if (!found) throw new Failure(`The audit has no finding ${finding + 1}.`, 'Choose another.');
  const rows = auditRows(db, audit);
  const tables = new AuditTables(audit);
  const where: readonly Condition[] = [
    { sql: `row.key in (select key from ${tables.findingKey} where finding = ?)`, values: [finding] },
  ];
  const stage = report.stages.findIndex(({ stage: name }) => name === found.stage);
  const columns = detailColumns(found.kind, tables, finding);
  switch (SEEN[found.kind]) {
    case 'traces':
      return traceView(tables, rows, where);
    case 'before':
      return extractView(tables, rows, stage - 1, where, columns);
    case 'stage':
      return extractView(tables, rows, stage, where, columns);
  }
}

/** Rows of an extract of an audit; gone keys as they stood in the extract before. Throws a Failure for what the workspace does not have. */
export function auditStageView(db: ReadableDb, { audit, stage, which }: StageView): ViewPlan {
  const rows = auditRows(db, audit);
  if (stage >= rows.stages.length)
    throw new Failure(`The audit has no stage ${stage + 1}.`, 'Choose another.');
  const tables = new AuditTables(audit);
  const view = (position: number, ...where: readonly Condition[]) =>
    extractView(tables, rows, position, where);
  const changed: Condition = {
    sql: `row.key in (select key from ${tables.change} where stage = ? and what = ?)`,
    values: [stage, which],
  };
  switch (which) {
    case 'rows':
      return view(stage);
    case 'continuing':
      return stage === 0
        ? view(stage, { sql: 'false', values: [] })
        : view(stage, {
            sql: `exists (select 1 from ${tables.at(stage - 1)} as before where before.key = row.key)`,
            values: [],
          });
    case 'appeared':
      return view(stage, changed);
    case 'duplicated':
      return view(stage, {
        sql: `exists (select 1 from ${tables.at(stage)} as at where at.key = row.key and at.rows > 1)`,
        values: [],
      });
    case 'filtered':
    case 'unreported':
      return extractView(tables, rows, Math.max(0, stage - 1), [changed], [reasonColumn(tables)]);
    case 'missing':
      return view(Math.max(0, stage - 1), changed);
  }
}

function extractView(
  tables: AuditTables,
  { key, stages }: AuditRows,
  stage: number,
  where: readonly Condition[],
  more: readonly PlannedColumn[] = [],
): ViewPlan {
  const columns = [...keyColumns(key), ...more, ...cellColumns(stages[stage] ?? []), lineColumn()];
  return {
    from: `${tables.row(stage)} as row join ${tables.key} as known on known.key = row.key`,
    ids: ['row.key', 'row.line'],
    where,
    order: [...numbered('k', key.length, 'known'), 'row.line'].join(', '),
    columns,
    searched: [searchedText(columns)],
  };
}

function traceView(
  tables: AuditTables,
  { key, traceFiles, traceColumns }: AuditRows,
  where: readonly Condition[],
): ViewPlan {
  const columns = [
    ...keyColumns(key),
    ...cellColumns(traceColumns),
    workedOutColumn('file', 'File', 'text', 'row.file', (file) => traceFiles[Number(file)] ?? null),
    lineColumn(),
  ];
  return {
    from: `${tables.trace} as row join ${tables.key} as known on known.key = row.key`,
    ids: ['row.key', 'row.file', 'row.line'],
    where,
    order: [...numbered('k', key.length, 'known'), 'row.file', 'row.line'].join(', '),
    columns,
    searched: [searchedText(columns)],
  };
}

/** What a finding says of a key beside its row. */
function detailColumns(kind: FindingKind, tables: AuditTables, finding: number): readonly PlannedColumn[] {
  if (kind === 'unreported' || kind === 'contradiction') return [reasonColumn(tables)];
  if (kind !== 'stale_window') return [];
  const detail = `(select detail from ${tables.findingKey} as found where found.finding = ${finding} and found.key = row.key)`;
  return [workedOutColumn('detail', 'Older than the latest', 'text', detail)];
}

function reasonColumn(tables: AuditTables): PlannedColumn {
  const reasons = `(select reasons from ${tables.traced} as traced where traced.key = row.key)`;
  return workedOutColumn('traced reason', 'Traced reason', 'text', reasons);
}

function keyColumns(key: readonly string[]): readonly PlannedColumn[] {
  return key.map((title, part) => ({ ...tableColumn('known', `k${part + 1}`, 'id'), title }));
}

function cellColumns(titles: readonly string[]): readonly PlannedColumn[] {
  return titles.map((title, index) => ({ ...tableColumn('row', `c${index + 1}`, 'text'), title }));
}

function lineColumn(): PlannedColumn {
  return workedOutColumn('line', 'Line', 'integer', 'row.line');
}

/** All cells that a search looks at as one text: of hundreds of columns a chain would be too long for SQLite. */
function searchedText(columns: readonly PlannedColumn[]): string {
  const texts = columns
    .filter(({ searched }) => searched)
    .map(({ expression }) => `ifnull(${expression}, '')`);
  return joined(texts, '|| char(31) ||', "''");
}
