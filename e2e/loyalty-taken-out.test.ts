import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anEngine } from '../electron/engine/testing/an-engine.ts';
import { loyaltyFiles } from './support/small-loyalty.ts';
import { tempFolder } from './support/temp-folder.ts';
import { writeFiles } from './support/write-files.ts';

const FILES = loyaltyFiles({
  user_profile: ['7,Ann,ann@example.com,N,pro,2025-01-01,1,2025-11-01'],
  engagement_score: ['7,20,2025-11-17', '7,50,2025-11-18', '7,80,2025-11-19'],
  region_metadata: ['N,North,core'],
  region_thresholds: ['N,40,70,2025-01-01'],
});

test('shifts compare with no snapshot that was taken out, until it is put back', async () => {
  const { api } = anEngine();
  const folder = tempFolder();
  writeFiles(folder, FILES);
  const { workspace } = await api.workspaces.create({ recipe: 'loyalty-engagement' });
  await api.files.add({ workspace, files: Object.keys(FILES).map((name) => join(folder, name)) });
  const runAsOf = (asOf: string) => api.runs.start({ workspace, asOf, params: {} });
  /** By what the average score, and the users of high and of low engagement, were measured. */
  const measuredBy = async () => {
    await runAsOf('2025-11-19');
    const sql = "select expected from monitoring where \"check\" in ('score_shift', 'band_shift')";
    const { view } = await api.queries.run({ workspace, sql });
    const { rows } = await api.views.page({ workspace, view, from: 0, count: 9 });
    return rows.map(({ cells }) => cells.join());
  };
  /** The snapshots that a chart shows, and how a user stood in the one before. */
  const shown = async () => {
    const { rows: marks } = await api.insights.get({ workspace, insight: 'bands_over_time' });
    const days = marks.map(([day]) => day);
    const diagnostic = (await api.queries.list({ workspace })).find(({ name }) => name === 'moved_bands');
    const { view } = await api.queries.run({ workspace, sql: diagnostic?.sql ?? '' });
    const { rows } = await api.views.page({ workspace, view, from: 0, count: 9 });
    return { days: [...new Set(days)], before: rows.map(({ cells }) => cells[1]) };
  };
  await runAsOf('2025-11-17');
  const { run } = await runAsOf('2025-11-18');
  expect(await measuredBy()).toEqual(['50.00', '0.0000', '0.0000']);
  const days = ['2025-11-17', '2025-11-18', '2025-11-19'];
  expect(await shown()).toEqual({ days, before: ['medium'] });

  const snapshot = { workspace, table: 'earlier_snapshot', run };
  await api.runs.switchSnapshot({ ...snapshot, out: true });
  expect(await measuredBy()).toEqual(['20.00', '0.0000', '1.0000']);
  expect(await shown()).toEqual({ days: ['2025-11-17', '2025-11-19'], before: ['low'] });
  await api.runs.switchSnapshot({ ...snapshot, out: false });
  expect(await measuredBy()).toEqual(['50.00', '0.0000', '0.0000']);
});
