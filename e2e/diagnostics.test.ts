import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openLastRun } from '../electron/engine/explain/last-run.ts';
import { openWorkspaceForReading } from '../electron/engine/workspace/workspace.ts';
import { runMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';

const SAMPLE = resolve(import.meta.dirname, '../assets/samples/eligible-audience');

type Row = Readonly<Record<string, unknown>>;

test('the diagnostics answer why the audience of the sample is what it is', async () => {
  const folder = tempFolder();
  const workspace = join(folder, 'sample.muster');
  const kept = ['--workspace', workspace, '--as-of', '2026-11-20'];
  const run = await runMuster([
    'run',
    'eligible-audience',
    '--in',
    SAMPLE,
    '--out',
    join(folder, 'out'),
    ...kept,
  ]);
  expect(run.exit, run.stderr).toBe(0);
  const db = openWorkspaceForReading(workspace);
  const { recipe, bindings } = openLastRun(db, workspace);
  const answers = new Map(
    recipe.diagnostics.map(({ diagnostic, query }) => {
      return [diagnostic, db.prepare<unknown[], Row>(query.sql).all({ ...bindings, customer_id: 513n })];
    }),
  );
  db.close();
  const rowsOf = (diagnostic: string) => answers.get(diagnostic) ?? [];

  expect(rowsOf('counts_by_file')).toContainEqual({
    source: 'bookings',
    file: 'bookings.csv',
    read: 8238,
    accepted: 8140,
    rejected: 98,
  });
  const orphans = (source: string) =>
    rowsOf('orphans')
      .filter((row) => row.source === source)
      .reduce((sum, row) => sum + Number(row.records), 0);
  expect([orphans('bookings'), orphans('consent_events'), orphans('suppressions')]).toEqual([149, 115, 7]);
  const sevens = rowsOf('near_identical_ids').filter(({ plain_id }) => plain_id === '7');
  expect(new Set(sevens.map(({ customer_id }) => customer_id))).toEqual(new Set([7, '007']));
  expect(rowsOf('consent_history').map(({ event_ts }) => event_ts)).toEqual([
    '2026-09-09T12:00:00',
    '2026-09-09T12:00:00',
  ]);
  expect(rowsOf('booking_status_by_month').some((row) => row.booking_status === 'FULFILLED')).toBe(true);
  expect(rowsOf('kept_out_by_one_rule')).toHaveLength(723);
  expect(rowsOf('hidden_by_earlier_rules')).toContainEqual({
    reason: 'missing_email',
    excluded: 79,
    dropped: 73,
    hidden: 6,
    alone: 39,
  });
  expect(rowsOf('equal_instants')).toHaveLength(53);
});
