import { createStaging, exposeSource, stagingName } from '../ingest/staging.ts';
import { identifier, identifiers, openScratch, type WritableDb } from '../workspace/database.ts';
import { migrate } from '../workspace/migrate.ts';
import type { Source } from './recipe.ts';

/** An empty database that grows the way a run does, so that a query is checked against just what it may see. */
export interface Scratch {
  readonly db: WritableDb;
  /** Tables that a query may name at present, with their columns. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Tables that the engine keeps to itself. */
  readonly internal: ReadonlySet<string>;
  addSource(source: Source): void;
  addTable(name: string, columns: readonly string[]): void;
  removeTable(name: string): void;
  /** Adds the workspace's own tables. */
  addWorkspace(): void;
}

/** Makes an empty scratch database. */
export function openScratchTables(): Scratch {
  const db = openScratch();
  const tables = new Map<string, readonly string[]>();
  const internal = new Set<string>();
  return {
    db,
    tables,
    internal,
    addSource(source) {
      createStaging(db, source);
      exposeSource(db, source);
      internal.add(stagingName(source.name));
      tables.set(source.name, ['record', ...source.columns.map(({ name }) => name)]);
    },
    addTable(name, columns) {
      // A view like in a run, where it has no rowid either.
      const nulls = columns.map(() => 'null').join(', ');
      db.exec(
        `create temp view ${identifier(name)} (${identifiers(columns)}) as select ${nulls} where false`,
      );
      tables.set(name, columns);
    },
    removeTable(name) {
      db.exec(`drop view ${identifier(name)}`);
      tables.delete(name);
    },
    addWorkspace() {
      migrate(db, ':memory:');
      for (const name of ['import', 'quarantine', 'fault', 'rejected']) {
        const columns = db
          .prepare<[string], string>('select name from pragma_table_info(?)')
          .pluck()
          .all(name);
        tables.set(name, columns);
      }
    },
  };
}
