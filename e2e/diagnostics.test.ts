import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openLastRun } from '../electron/engine/explain/last-run.ts';
import { openWorkspaceForReading } from '../electron/engine/workspace/workspace.ts';
import { runMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';

const SAMPLES = resolve(import.meta.dirname, '../assets/samples');

type Row = Readonly<Record<string, unknown>>;

/** The rows of each diagnostic of a recipe after a run over its sample. */
async function answersOf(recipeId: string, params: Row): Promise<ReadonlyMap<string, readonly Row[]>> {
  const folder = tempFolder();
  const workspace = join(folder, 'sample.muster');
  const input = ['--in', join(SAMPLES, recipeId), '--out', join(folder, 'out')];
  const run = await runMuster(['run', recipeId, ...input, '--workspace', workspace, '--as-of', '2026-11-20']);
  expect(run.exit, run.stderr).toBe(0);
  const db = openWorkspaceForReading(workspace);
  const { recipe, bindings } = openLastRun(db, workspace);
  const answers = recipe.diagnostics.map(({ diagnostic, query }) => {
    return [diagnostic, db.prepare<unknown[], Row>(query.sql).all({ ...bindings, ...params })] as const;
  });
  db.close();
  return new Map(answers);
}

test('the diagnostics answer why the audience of the sample is what it is', async () => {
  const answers = await answersOf('eligible-audience', { customer_id: 513n });
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

test('the diagnostics answer why the campaigns of the sample have the targets that they have', async () => {
  const answers = await answersOf('campaign-targets', { client_id: 522n });
  const rowsOf = (diagnostic: string) => answers.get(diagnostic) ?? [];
  expect(rowsOf('orphan_offers')).toHaveLength(1);
  expect(rowsOf('orphan_exclusions')).toHaveLength(1);
  expect(rowsOf('orphan_blocks')).toHaveLength(10);
  expect(rowsOf('blocks_of_unknown_solutions')).toHaveLength(0);
  expect(rowsOf('orphan_contacts')).toHaveLength(32);
  expect(rowsOf('offers_without_details')).toHaveLength(3);
  expect(rowsOf('clients_in_no_lead')).toHaveLength(56);
  expect(rowsOf('exclusion_matches')).toHaveLength(12);
  for (const diagnostic of ['kept_out_by_one_rule', 'hidden_by_earlier_rules', 'equal_ties']) {
    expect(rowsOf(diagnostic), diagnostic).not.toEqual([]);
  }
});
