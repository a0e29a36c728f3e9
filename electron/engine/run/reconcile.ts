import type { Reconciliation, SourceFigures } from '../../contract/reconciliation.ts';
import { reasonCode } from '../ingest/column-headers.ts';
import { byCodeUnit } from '../ingest/match-files.ts';
import type { Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { imbalancesOf } from './imbalances.ts';

/** A source's figures, from its imports and its quarantine. */
export function sourceFigures(db: ReadableDb, source: Source): SourceFigures {
  const imports = db
    .prepare<[string], { file: string; read: number; accepted: number; rejected: number }>(
      'select file, read, accepted, rejected from import where source = ? order by import',
    )
    .all(source.name);
  const codes = db
    .prepare<[string], [column: string | null, code: string, records: number]>(
      `select column_name, code, count(distinct record)
       from fault
       join quarantine using (record)
       join import using (import)
       where source = ? and not lifted and state <> 'corrected'
       group by column_name, code`,
    )
    .raw()
    .all(source.name)
    .map(([column, code, records]): [string, number] => [reasonCode(source, column, code), records])
    .sort(([one], [other]) => byCodeUnit(one, other));
  const total = (figure: 'read' | 'accepted' | 'rejected') =>
    imports.reduce((sum, row) => sum + row[figure], 0);
  return {
    source: source.name,
    files: imports.map(({ file }) => file),
    read: total('read'),
    accepted: total('accepted'),
    rejected: total('rejected'),
    codes: Object.fromEntries(codes),
  };
}

/** Whether every sum of a reconciliation holds. */
export function isBalanced(figures: Omit<Reconciliation, 'balanced'>): boolean {
  return imbalancesOf(figures).length === 0;
}
