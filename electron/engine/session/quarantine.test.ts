import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine, type EngineUnderTest } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const PEOPLE = {
  'people.csv': lines(
    'id,seen_on,score',
    '1,2026-01-01,1',
    '2,soon,2',
    '3,soon,n/a',
    '4,2026-01-01',
    '5,soon,1',
  ),
};

const FIRST_RECORD = 1n << 32n;

async function aReviewedEngine(): Promise<EngineUnderTest & { readonly workspace: string }> {
  const path = join(tempFolder(), 'people.muster');
  await aRun(aPeopleRecipe(), PEOPLE, { workspace: path });
  const opened = anEngine();
  const { workspace } = await opened.api.workspaces.openFile({ file: path });
  return { ...opened, workspace };
}

function recordAt(line: number): string {
  return String(FIRST_RECORD + BigInt(line));
}

test('rejected records are found, corrected for all, written anew, set aside and restored', async () => {
  const { api, workspace } = await aReviewedEngine();
  const { quarantine } = api;
  expect(await quarantine.facets({ workspace, filter: {} })).toMatchObject({ total: 4, states: { open: 4 } });
  expect(await quarantine.record({ workspace, record: recordAt(3) })).toMatchObject({
    faults: [{ alike: 3 }],
  });

  const all = { record: recordAt(3), column: 'seen_on', text: '2026-02-01', all: true };
  expect(await quarantine.correct({ workspace, ...all })).toEqual({
    act: 1,
    changed: 3,
    accepted: 2,
    faulty: 1,
  });
  expect(
    await quarantine.correctRecord({ workspace, record: recordAt(5), cells: ['4', '2026-01-01', ''] }),
  ).toMatchObject({ accepted: 1 });
  const aside = await quarantine.setAside({ workspace, records: { state: 'open' }, note: 'Test data' });
  expect(aside).toMatchObject({ act: 3, changed: 1 });
  expect((await api.workspaces.overview({ workspace })).quarantine).toEqual({
    open: 0,
    setAside: 1,
    corrected: 3,
  });

  expect(await quarantine.switch({ workspace, act: aside.act, active: false })).toMatchObject({ changed: 1 });
  expect(await quarantine.switch({ workspace, act: 1, active: false })).toMatchObject({
    changed: 3,
    faulty: 3,
  });
  expect(await quarantine.corrections({ workspace })).toMatchObject([
    { kind: 'set aside', active: false, line: 4, records: 0 },
    { kind: 'record', active: true, records: 1 },
    { kind: 'cell', active: false, line: null, records: 0 },
  ]);
  expect(await quarantine.offers({ workspace })).toEqual([]);
});

test('who shows the quarantine, the files or the last run hears that they have changed', async () => {
  const { api, engine, workspace } = await aReviewedEngine();
  const { listeners } = await engine.workspace(workspace);
  const stop = new AbortController();
  const heard = (async () => {
    for await (const event of listeners.listen([], stop.signal))
      if (event.kind === 'changed') return event.topics;
    return [];
  })();
  await api.quarantine.setAside({ workspace, records: [recordAt(3)], note: '' });
  expect(await heard).toEqual(['quarantine', 'files', 'runs']);
  stop.abort();
});

test('an offer that nobody needs any more and a record that is gone are refused in a sentence', async () => {
  const { api, workspace } = await aReviewedEngine();
  const offer = {
    source: 'people',
    column: 'seen_on',
    code: 'not_a_date',
    oldText: 'later',
    newText: '2026-01-01',
  };
  await expect(api.quarantine.takeOffer({ workspace, ...offer })).rejects.toMatchObject({
    code: 'FAILURE',
    message: 'No open record of people has this text in seen_on any more.',
  });
  await expect(api.quarantine.record({ workspace, record: recordAt(2) })).rejects.toMatchObject({
    code: 'FAILURE',
  });
  const { act } = await api.quarantine.takeOffer({ workspace, ...offer, oldText: 'soon' });
  expect(act).toBe(1);
});

test('the rejected records of a filter are written for the supplier', async () => {
  const { api, workspace } = await aReviewedEngine();
  const target = join(tempFolder(), 'for the supplier.csv');
  const written = await api.quarantine.exportForSupplier({
    workspace,
    source: 'people',
    filter: { column: 'score' },
    target,
  });
  expect(written).toEqual({ saved: { kind: 'file', path: target }, rows: 1 });
  expect(readFileSync(target, 'utf8').split('\n')[1]).toMatch(
    /^3,soon,n\/a,seen_on:not_a_date\|score:not_a_number,/,
  );
});
