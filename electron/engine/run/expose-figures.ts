import type { SourceFigures } from '../../contract/reconciliation.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { exposeValues } from '../workspace/expose-values.ts';

/** Tables of what was loaded, for outputs and whatever comes after them: their columns by their names. */
export const FIGURE_TABLES = {
  loaded: ['source', 'read', 'accepted', 'rejected'],
  rejected_code: ['source', 'code', 'records'],
} as const;

/** Lets queries see the figures of the sources as tables. */
export function exposeFigures(db: ReadableDb, sources: readonly SourceFigures[]): void {
  const { loaded, rejected_code } = FIGURE_TABLES;
  exposeValues(
    db,
    'loaded',
    loaded,
    sources.map(({ source, read, accepted, rejected }) => [source, read, accepted, rejected]),
  );
  exposeValues(
    db,
    'rejected_code',
    rejected_code,
    sources.flatMap(({ source, codes }) =>
      Object.entries(codes).map(([code, records]) => [source, code, records]),
    ),
  );
}
