import type { Code } from '../../contract/codes.ts';
import type { Progress } from '../../contract/progress.ts';
import { loadSources } from '../ingest/load-sources.ts';
import { placeOf } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { Source } from '../recipe/recipe.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { inTransaction, type Workspace } from '../workspace/workspace.ts';
import { aRecipe } from './a-source.ts';

/** Loads a folder into a workspace's sources, like a run does; returns what was said meanwhile. */
export async function load(
  workspace: Workspace,
  folder: string,
  ...sources: readonly Source[]
): Promise<readonly Progress[]> {
  const said: Progress[] = [];
  await inTransaction(workspace, () =>
    loadSources(workspace.db, aRecipe(...sources), folder, (progress) => said.push(progress)),
  );
  return said;
}

/** What became of a file: its name, the values of each accepted record by line, the faults of each rejected one. */
export interface LoadedContent {
  readonly file: string;
  readonly read: number;
  readonly accepted: ReadonlyMap<number, readonly StoredValue[]>;
  readonly rejected: ReadonlyMap<number, RejectedContent>;
}

/** A rejected record: its cells, and its faults as `column:code`, of a duplicate with the place of the holder: `@1:2`. */
export interface RejectedContent {
  readonly cells: readonly string[];
  readonly faults: readonly string[];
}

/** What a workspace holds of a source, file by file. */
export function contentOf(db: ReadableDb, source: Source): readonly LoadedContent[] {
  const imports = db
    .prepare<[string], { import: number; file: string; read: number; accepted: number; rejected: number }>(
      'select import, file, read, accepted, rejected from import where source = ? order by import',
    )
    .all(source.name);
  const columns = ['record', ...source.columns.map(({ name }) => name)].map(identifier).join(', ');
  const rows = db
    .prepare<[], [bigint, ...StoredValue[]]>(`select ${columns} from ${identifier(stagingName(source.name))}`)
    .raw()
    .safeIntegers()
    .all();
  const places = new Map(imports.map((each, index) => [each.import, index + 1]));
  return imports.map((each) => {
    const accepted = new Map(
      rows
        .filter(([record]) => placeOf(record).importNumber === each.import)
        .map(([record, ...values]) => [placeOf(record).line, values]),
    );
    const rejected = rejectedOf(db, each.import, places);
    // The figures are counted by the loader: they must be those of what is there.
    if (each.accepted !== accepted.size || each.rejected !== rejected.size) {
      throw new Error(`${each.file}: ${each.accepted} + ${each.rejected} are not what is there.`);
    }
    return { file: each.file, read: each.read, accepted, rejected };
  });
}

function rejectedOf(
  db: ReadableDb,
  importNumber: number,
  places: ReadonlyMap<number, number>,
): ReadonlyMap<number, RejectedContent> {
  const faults = db
    .prepare<[bigint], { column_name: string | null; code: Code; holder: bigint | null }>(
      'select column_name, code, holder from fault where record = ? order by position',
    )
    .safeIntegers();
  const records = db
    .prepare<[number], [record: bigint, cells: string]>(
      'select record, cells from quarantine where import = ? order by record',
    )
    .raw()
    .safeIntegers()
    .all(importNumber);
  return new Map(
    records.map(([record, cells]) => [
      placeOf(record).line,
      {
        cells: JSON.parse(cells) as readonly string[],
        faults: faults.all(record).map(({ column_name, code, holder }) => {
          const fault = column_name === null ? code : `${column_name}:${code}`;
          if (holder === null) return fault;
          const place = placeOf(holder);
          return `${fault}@${places.get(place.importNumber)}:${place.line}`;
        }),
      },
    ]),
  );
}

/** The faults of a source's rejected records by line, where it has one file. */
export function faultsOf(db: ReadableDb, source: Source): Readonly<Record<number, string>> {
  const [content] = contentOf(db, source);
  const rejected = content?.rejected ?? new Map<number, RejectedContent>();
  return Object.fromEntries([...rejected].map(([line, { faults }]) => [line, faults.join('|')]));
}
