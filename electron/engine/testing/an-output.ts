import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportFormat, Receipt } from '../../contract/exports.ts';
import { type ExportRequest, exportOutput } from '../export/export-output.ts';
import type { OnRows } from '../export/exported-table.ts';
import { runTables } from '../run/run-tables.ts';
import { identifier } from '../workspace/database.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { aKeptLoadedWorkspace, aKeptRun } from './a-kept-run.ts';
import { aPeopleRecipe, DELIVERY } from './a-people-recipe.ts';
import { tempFolder } from './temp-folder.ts';

/** A value as SQLite holds it. */
export type Held = string | number | bigint | null;

/** The name of each column, with its format where it is not plain. */
export type OutputFormats = Readonly<
  Record<
    string,
    | { readonly decimals: number }
    | { readonly type: 'boolean' | 'integer' | 'date' | 'timestamp' }
    | undefined
  >
>;

/** An output of a kept run, with the workspace that keeps it. */
export interface KeptOutput {
  readonly workspace: Workspace;
  readonly run: number;
  readonly columns: readonly string[];
  /** Makes these its rows. */
  hold(rows: readonly (readonly Held[])[]): void;
  /** Makes the numbers from 1 on its rows, the same in every column. */
  count(rows: number): void;
  /** Exports it under the name of the format, all columns unless others are asked for. */
  write(
    format: ExportFormat,
    asked?: Partial<ExportRequest> & { readonly onRows?: OnRows },
  ): Promise<WrittenExport>;
}

/** An export and the bytes of its file. */
export interface WrittenExport {
  readonly receipt: Receipt;
  readonly path: string;
  readonly bytes: Buffer;
}

/** An output `list` of a kept run that holds these rows, whatever they are; gone when the test ends. */
export async function anOutput(
  formats: OutputFormats,
  rows: readonly (readonly Held[])[],
): Promise<KeptOutput> {
  const columns = Object.keys(formats);
  const sql = `select ${columns.map((name) => `null as ${identifier(name)}`).join(', ')} where false`;
  const described = Object.entries(formats).filter(([, format]) => format);
  const list = { file: 'list.csv', sql, columns: Object.fromEntries(described) };
  const recipe = aPeopleRecipe({ outputs: [DELIVERY, list] });
  const workspace = await aKeptLoadedWorkspace(recipe, { 'people.csv': 'id\n1\n2\n' });
  const run = await aKeptRun(workspace, recipe);
  const table = identifier(runTables(run).output('list'));
  const hold = (held: typeof rows) => {
    workspace.db.exec(`delete from ${table}`);
    const insert = workspace.db.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`);
    for (const row of held) insert.run(...row);
  };
  hold(rows);
  const folder = tempFolder();
  return {
    workspace,
    run,
    columns,
    hold,
    count: (most) => {
      hold([]);
      workspace.db
        .prepare(
          `with recursive row(n) as (select 1 union all select n + 1 from row where n < ?)
           insert into ${table} select ${columns.map(() => 'n').join(', ')} from row`,
        )
        .run(most);
    },
    write: async (format, { onRows = () => {}, ...asked } = {}) => {
      const path = asked.path ?? join(folder, `list.${format}`);
      const receipt = await exportOutput(
        workspace,
        {
          run,
          output: 'list',
          format,
          columns: columns.map((name) => ({ name, hashed: false })),
          path,
          saved: { kind: 'file', path },
          reason: undefined,
          ...asked,
        },
        onRows,
      );
      return { receipt, path, bytes: readFileSync(path) };
    },
  };
}
