import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Api } from '../../contract/api.ts';
import { correctionJobs } from '../jobs/correction-jobs.ts';
import { aReview, BOOKINGS, reviewedTables } from '../testing/a-review.ts';
import { aKeptWorkspace } from '../testing/a-workspace.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag } from '../workspace/cancel.ts';

const HEADER = 'customer_id,suppression_reason,effective_from,effective_to';
const FILES = {
  'suppressions.csv': lines(HEADER, '1,complaint,soon,', '2,complaint,later,', '3,complaint,2026-01-01,'),
};

async function aWorkspace(under = anEngine()) {
  const { api } = under;
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  await api.files.add({ workspace, files: [join(tempFolder(FILES), 'suppressions.csv')] });
  return { ...under, workspace };
}

/** The numbers of the open records. */
async function openRecords(api: Api, workspace: string): Promise<readonly string[]> {
  const of = { kind: 'quarantine', filter: { state: 'open' } } as const;
  const { view } = await api.views.open({ workspace, of });
  return (await api.views.page({ workspace, view, from: 0, count: 10 })).rows.map(({ id }) => id);
}

const correction = (workspace: string, record = '') => {
  return { workspace, record, column: 'effective_from', text: '2026-02-01', all: false };
};

test('a workspace that is moved away while it is open is said to be gone, and is whole once it is back', async () => {
  const { api, engine, workspace, folder, logged } = await aWorkspace();
  const [first = ''] = await openRecords(api, workspace);
  await api.quarantine.correct(correction(workspace, first));
  const away = join(tempFolder(), 'away.muster');
  renameSync(workspace, away);
  const gone = { code: 'FAILURE', data: { nextStep: 'Put it back where it was.' } };
  await expect(api.workspaces.overview({ workspace })).rejects.toMatchObject(gone);
  await expect(api.quarantine.correct(correction(workspace, first))).rejects.toMatchObject(gone);
  writeFileSync(workspace, 'another file');
  await expect(api.files.list({ workspace })).rejects.toMatchObject(gone);
  renameSync(away, workspace);
  expect((await api.workspaces.overview({ workspace })).quarantine).toMatchObject({ open: 1, corrected: 1 });
  renameSync(workspace, away);
  await engine.close();
  expect(readdirSync(folder).filter((name) => name.includes('.muster'))).toEqual([]);
  renameSync(away, workspace);
  expect((await api.workspaces.overview({ workspace })).quarantine).toMatchObject({ open: 1, corrected: 1 });
  expect(logged).toEqual([]);
});

test('a correction for which the disk has no room is undone, and is said in words', async () => {
  const text = lines('booking_id,amount', ...Array.from({ length: 2000 }, (_, index) => `${index},N/A`));
  const kept = aKeptWorkspace(join(tempFolder(), 'kept.muster'));
  const { workspace, recipe, record, db } = await aReview({ 'booking.csv': text }, BOOKINGS, kept);
  const before = reviewedTables(db, BOOKINGS);
  const context = { workspace, recipe, cancel: new CancelFlag(), onProgress: () => {} };
  const act = { record: String(record(2)), column: 'amount', text: '1', all: true };
  const pages = db.pragma('page_count', { simple: true });
  db.pragma(`max_page_count = ${pages}`);
  await expect(correctionJobs.correct(context, act)).rejects.toMatchObject({
    name: 'Failure',
    message: `${workspace.path}: the disk is full.`,
    nextStep: 'Free some space and start again.',
  });
  expect(reviewedTables(db, BOOKINGS)).toEqual(before);
  db.pragma('max_page_count = 1000000');
  expect(await correctionJobs.correct(context, act)).toMatchObject({ accepted: 2000 });
});

test('two engines work on one workspace: each sees what the other has done, and nothing is lost', async () => {
  const { api: one, workspace, engine } = await aWorkspace();
  const { api: other, engine: second } = anEngine();
  const [first, last] = await openRecords(other, workspace);
  const acts = await Promise.all([
    one.quarantine.correct(correction(workspace, first)),
    other.quarantine.correct(correction(workspace, last)),
  ]);
  expect(acts.map(({ act }) => act).toSorted()).toEqual([1, 2]);
  for (const api of [one, other]) {
    expect(await openRecords(api, workspace)).toEqual([]);
    expect(await api.quarantine.corrections({ workspace })).toHaveLength(2);
    const { states } = await api.quarantine.facets({ workspace, filter: {} });
    expect(states).toMatchObject({ open: 0, corrected: 2 });
  }
  await engine.close();
  expect((await other.workspaces.overview({ workspace })).quarantine).toMatchObject({ corrected: 2 });
  await second.close();
});

test('while another program writes, reading goes on and what would change the workspace fails in words', async () => {
  const { api, workspace, logged } = await aWorkspace();
  const [first = ''] = await openRecords(api, workspace);
  const another = new Database(workspace);
  another.exec('begin immediate');
  const query = { workspace, name: 'mine', sql: 'select 1' };
  const saving = expect(api.queries.save(query)).rejects.toMatchObject({
    code: 'FAILURE',
    message: `${workspace} is in use by another run.`,
    data: { nextStep: 'Wait until it has finished and start again.' },
  });
  expect(await openRecords(api, workspace)).toHaveLength(2);
  await saving;
  another.exec('rollback');
  another.close();
  await api.queries.save(query);
  expect(await api.quarantine.correct(correction(workspace, first))).toMatchObject({ accepted: 1 });
  expect(logged).toEqual([]);
});

test('an engine that is closed while a file is loaded undoes it and leaves one whole file', async () => {
  const { api, engine, workspace, folder } = await aWorkspace();
  const rows = Array.from({ length: 200_000 }, (_, index) => `${index},complaint,2026-01-01,`);
  const text = `${HEADER}\n${rows.join('\n')}\n`;
  const large = join(tempFolder({ 'suppressions-2.csv': text }), 'suppressions-2.csv');
  const events = await api.events.watch({ workspace });
  const adding = expect(api.files.add({ workspace, files: [large] })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  for await (const event of events) {
    if (event.kind === 'jobs' && event.jobs[0]?.progress?.kind === 'file') break;
  }
  await engine.close();
  await adding;
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['Eligible audience.muster']);
  const { files, quarantine } = await api.workspaces.overview({ workspace });
  expect({ files, quarantine }).toMatchObject({ files: { loaded: 1, waiting: 0 }, quarantine: { open: 2 } });
});
