import type { ColumnKind } from '../../contract/workspaces.ts';
import type { StoredRun } from '../explain/stored-run.ts';
import { outputCell } from '../export/output-file.ts';
import { Failure } from '../failure.ts';
import { refuseRedefined } from '../ingest/import-table.ts';
import type { Output, TableStep } from '../recipe/recipe.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { placeColumns, tableColumn } from './planned-columns.ts';
import { recordsView } from './source-view.ts';
import { sourceKind, tableKind } from './table-kinds.ts';
import type { PlannedColumn, ViewPlan } from './view-plan.ts';

/** The rows that a run's table keeps. */
export function tableView(db: ReadableDb, { recipe, tables }: StoredRun, step: TableStep): ViewPlan {
  const table = tables.table(step.table);
  const columns = [
    ...tableColumns(db, table, 'row', (name) => tableKind(recipe, step, name)),
    ...placeColumns('row.record'),
  ];
  const key = recipe.key.map((name) => columns.findIndex((column) => column.name === name));
  return {
    from: `main.${identifier(table)} as row`,
    ids: step.key.map((name) => `row.${identifier(name)}`),
    where: [],
    order: identifiers(step.key, 'row'),
    columns,
    ...(!key.includes(-1) && { key }),
  };
}

/** The records of the table's source that the table does not keep. */
export function supersededView(db: ReadableDb, { recipe, tables }: StoredRun, step: TableStep): ViewPlan {
  const source = recipe.sources.find(({ name }) => name === step.from);
  if (!source) throw new Failure(`The recipe has no source ${step.from}.`, 'Run again.');
  refuseRedefined(db, source);
  const sql = `row.record not in (select record from main.${identifier(tables.table(step.table))})`;
  return recordsView(recipe, source, [{ sql, values: [] }]);
}

/** The rows of an output, in the order of its file. */
export function outputView(db: ReadableDb, { recipe, tables }: StoredRun, output: Output): ViewPlan {
  const table = identifier(tables.output(output.name));
  const kinds = plainKinds(
    db,
    recipe.sources.flatMap(({ columns }) => columns).map(({ name }) => name),
    table,
    output,
  );
  const columns = output.columns.map((column): PlannedColumn => {
    const { name, description, format } = column;
    const kind = format.kind === 'plain' ? (kinds.get(name) ?? 'text') : format.kind;
    return {
      ...tableColumn('row', name, kind, description),
      text: (value) => {
        const cell = outputCell(value, column, output.file);
        return cell === null ? null : String(cell);
      },
    };
  });
  const key = recipe.key.map((name) => columns.findIndex((column) => column.name === name));
  return {
    from: `main.${table} as row`,
    ids: ['row.rowid'],
    where: [],
    order: 'row.rowid',
    columns,
    ...(!key.includes(-1) && { key }),
  };

  function plainKinds(
    reading: ReadableDb,
    known: readonly string[],
    from: string,
    { columns: declared }: Output,
  ): ReadonlyMap<string, ColumnKind> {
    const found = new Map<string, ColumnKind>();
    for (const { name } of declared) {
      const source = recipe.sources.find(({ columns: own }) => own.some((column) => column.name === name));
      const kind = known.includes(name) ? sourceKind(source, name) : undefined;
      if (kind !== undefined) found.set(name, kind);
      else {
        const others = reading
          .prepare<[], number>(
            `select count(*) from (select typeof(${identifier(name)}) as type from main.${from} limit 1000) where type not in ('integer', 'null')`,
          )
          .pluck()
          .get();
        if (others === 0) found.set(name, 'integer');
      }
    }
    return found;
  }
}

/** The columns of a table that a run wrote, without the record's number. */
export function tableColumns(
  db: ReadableDb,
  table: string,
  alias: string,
  kindOf: (name: string) => ColumnKind,
): readonly PlannedColumn[] {
  return db
    .prepare(`select * from main.${identifier(table)}`)
    .columns()
    .filter(({ name }) => name !== 'record')
    .map(({ name }) => tableColumn(alias, name, kindOf(name)));
}
