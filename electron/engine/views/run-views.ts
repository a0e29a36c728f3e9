import type { ColumnKind } from '../../contract/workspaces.ts';
import type { StoredRun } from '../explain/stored-run.ts';
import { outputCell } from '../export/output-file.ts';
import { Failure } from '../failure.ts';
import { refuseRedefined } from '../ingest/import-table.ts';
import type { DerivedTable, MergedTable, Output, Recipe, SourceTable, TableStep } from '../recipe/recipe.ts';
import { accountingKey } from '../recipe/table-source.ts';
import { standsAlone } from '../run/build-merged.ts';
import { keptOutput } from '../run/kept-output.ts';
import { count, identifier, identifiers, keyValue, type ReadableDb } from '../workspace/database.ts';
import { keyPlaces, placeColumns, tableColumn } from './planned-columns.ts';
import { recordsView } from './source-view.ts';
import { sourceKind, tableKind } from './table-kinds.ts';
import type { PlannedColumn, ViewPlan } from './view-plan.ts';

/** The rows that a run's table keeps. */
export function tableView(db: ReadableDb, { recipe, tables }: StoredRun, step: TableStep): ViewPlan {
  const table = tables.table(step.table);
  const columns = [
    ...tableColumns(db, table, 'row', (name) => tableKind(recipe, step, name)),
    ...(step.kind === 'source' ? placeColumns('row.record') : []),
  ];
  return {
    from: `main.${identifier(table)} as row`,
    ids: step.key.map((name) => `row.${identifier(name)}`),
    where: [],
    order: identifiers(step.key, 'row'),
    columns,
    ...keyPlaces(recipe, columns),
  };
}

/** The records of the table's source that the table does not keep. */
export function supersededView(db: ReadableDb, { recipe, tables }: StoredRun, step: SourceTable): ViewPlan {
  const source = recipe.sources.find(({ name }) => name === step.from);
  if (!source) throw new Failure(`The recipe has no source ${step.from}.`, 'Run again.');
  refuseRedefined(db, source);
  const sql = `row.record not in (select record from main.${identifier(tables.table(step.table))})`;
  return recordsView(recipe, source, [{ sql, values: [] }]);
}

/** The rows of the table that a derived one is made from of which it has none. */
export function leftOutView(db: ReadableDb, run: StoredRun, step: DerivedTable): ViewPlan {
  const of = run.recipe.tables.find(({ table }) => table === step.of);
  if (!of) throw new Failure(`The recipe has no table ${step.of}.`, 'Run again.');
  const plan = tableView(db, run, of);
  // As one value: SQLite would read all that are kept for each key of several columns that is not among them.
  const key = accountingKey(run.recipe, step);
  const kept = `select ${keyValue(key)} from main.${identifier(run.tables.table(step.table))}`;
  const where = [{ sql: `${keyValue(key, 'row')} not in (${kept})`, values: [] }];
  return { ...plan, where };
}

/** The rows of a full join that have none of another part than this; throws a Failure for a table that it does not join. */
export function aloneView(db: ReadableDb, run: StoredRun, step: MergedTable, part: string): ViewPlan {
  const at = step.merges.findIndex(({ table }) => table === part);
  if (at === -1) throw new Failure(`The table ${step.table} does not join ${part}.`, 'Choose another.');
  const table = `main.${identifier(run.tables.table(step.table))}`;
  const alone = `select ${identifiers(step.key)} from ${table} as merged where ${standsAlone(step, at, run.tables)}`;
  const sql = `(${identifiers(step.key, 'row')}) in (${alone})`;
  return { ...tableView(db, run, step), where: [{ sql, values: [] }] };
}

/** The rows of an output, in the order of its file. */
export function outputView(db: ReadableDb, { recipe, tables }: StoredRun, output: Output): ViewPlan {
  const table = keptOutput(db, tables, output);
  const columns = output.columns.map((column): PlannedColumn => {
    const { name, description, format } = column;
    const kind = format.kind === 'plain' ? plainKind(db, recipe, table, name) : format.kind;
    return {
      ...tableColumn('row', name, kind, description),
      text: (value) => {
        const cell = outputCell(value, column, output.file);
        return cell === null ? null : String(cell);
      },
    };
  });
  return {
    from: `main.${identifier(table)} as row`,
    ids: ['row.rowid'],
    where: [],
    order: 'row.rowid',
    columns,
    ...keyPlaces(recipe, columns),
  };
}

/** The kind of an output's column without a format: that of a source's column of the name, else by the first values. */
function plainKind(db: ReadableDb, recipe: Recipe, table: string, name: string): ColumnKind {
  const source = recipe.sources.find(({ columns }) => columns.some((column) => column.name === name));
  const known = sourceKind(source, name);
  if (known !== undefined) return known;
  const others = count(
    db,
    `select count(*) from (select typeof(${identifier(name)}) as type from main.${identifier(table)} limit 1000)
     where type not in ('integer', 'null')`,
  );
  return others === 0 ? 'integer' : 'text';
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
