import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import { tryOut } from '../explain/trial-run.ts';
import { sourcesAsOf } from '../recipe/sources-as-of.ts';
import { correct } from '../review/make-corrections.ts';
import { rejectedRecord } from '../review/rejected-record.ts';
import { runLoaded } from '../run/run-loaded.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { type FileTexts, lines, readTexts } from '../testing/file-texts.ts';
import { tempFolder, writeFiles } from '../testing/temp-folder.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import { count } from '../workspace/database.ts';
import {
  inTransaction,
  openTemporaryWorkspace,
  openWorkspace,
  type Workspace,
} from '../workspace/workspace.ts';
import { addFile } from './add-file.ts';

const COLUMNS = {
  id: { type: 'id', required: true },
  seen_on: { type: 'date', most: 'as_of', header: 'Date' },
  score: { type: 'integer' },
};

function aRecipe(more: object) {
  return aPeopleRecipe({
    sources: { people: { files: ['*.csv'], columns: COLUMNS, ...more } },
    tables: [
      {
        table: 'person',
        from: 'people',
        key: ['id'],
        sql: 'select max(record) as record, id, count(*) as records, max(seen_on) as seen_on, sum(score) as score from people group by id',
      },
    ],
    outputs: [
      {
        file: 'delivery.csv',
        delivers: true,
        sql: 'select id, records, seen_on, score from survivor join person using (id) order by id',
      },
    ],
  });
}

const PLAIN = aRecipe({});
const KEYED = aRecipe({ unique: [['id'], ['score']] });
const INCREMENTAL = aRecipe({ incremental: true });

const silent = () => {};

interface RunOf {
  readonly files: string;
  readonly asOf: string;
  readonly workspace?: string;
}

async function aRunAsOf(recipe: typeof PLAIN, { files, asOf, workspace }: RunOf) {
  const outFolder = join(tempFolder(), 'out');
  const kept = workspace === undefined ? {} : { workspace };
  const reconciliation = await runRecipe(
    { recipe, inFolder: files, outFolder, asOf, params: {}, ...kept },
    silent,
  );
  return { reconciliation, written: readTexts(outFolder) };
}

const HEADER = 'id,Date,score';
const FILES: FileTexts = {
  'a.csv': lines(HEADER, '1,2026-01-10,1', '2,2026-03-10,2', '3,2026-05-10,x', '4,soon,4'),
  'b.csv': lines(HEADER, '1,2026-05-10,5', '5,2026-01-10,6'),
};

test('a day after the as-of date is out of range, and the reason names the header', async () => {
  const { reconciliation, written } = await aRunAsOf(PLAIN, { files: tempFolder(FILES), asOf: '2026-03-10' });
  expect(reconciliation.sources[0]?.codes).toEqual({
    'Date:not_a_date': 1,
    'Date:out_of_range': 2,
    'score:not_a_number': 1,
  });
  expect(written['rejected-people.csv']).toContain(
    '3,2026-05-10,x,Date:out_of_range|score:not_a_number,a.csv,4',
  );
});

const DAY = fc.constantFrom(
  '2026-01-09',
  '2026-01-10',
  '2026-03-10',
  '2026-05-09',
  '2026-05-10',
  '2026-12-31',
);

const RECORD = fc
  .tuple(
    fc.constantFrom('1', '2', '3', ''),
    fc.oneof(DAY, fc.constantFrom('', 'x')),
    fc.constantFrom('1', '2', 'x', ''),
  )
  .map((cells) => cells.join());

const CONTENT = fc.array(
  fc.oneof({ weight: 9, arbitrary: RECORD }, { weight: 1, arbitrary: fc.constant('1') }),
  {
    maxLength: 6,
  },
);

const SOME_FILES = fc
  .array(CONTENT, { minLength: 1, maxLength: 3 })
  .map(
    (contents): FileTexts =>
      Object.fromEntries(contents.map((records, at) => [`${at}.csv`, lines(HEADER, ...records)])),
  );

test('runs of one workspace as of several days each write what a new one would, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      SOME_FILES,
      fc.array(DAY, { minLength: 2, maxLength: 3 }),
      fc.constantFrom(PLAIN, KEYED, INCREMENTAL),
      async (contents, days, recipe) => {
        const files = tempFolder(contents);
        const workspace = join(tempFolder(), 'w.muster');
        for (const asOf of days) {
          const again = await aRunAsOf(recipe, { files, asOf, workspace });
          expect(again.written).toEqual((await aRunAsOf(recipe, { files, asOf })).written);
        }
      },
    ),
    { numRuns: 10 },
  );
});

/** A workspace of the app: files were judged by a day when they were loaded. */
async function anApp(recipe: typeof PLAIN, contents: FileTexts, loadedOn: string) {
  const workspace = openTemporaryWorkspace();
  const folder = tempFolder(contents);
  const context = {
    workspace,
    recipe: sourcesAsOf(recipe, loadedOn),
    cancel: new CancelFlag(),
    onProgress: silent,
  };
  for (const name of Object.keys(contents)) {
    await addFile(context, { file: name, path: join(folder, name), name });
  }
  return { workspace, folder, context };
}

const figuresOf = ({ warnings: _, ...figures }: Reconciliation) => figures;

async function figuresAsOf(workspace: Workspace, recipe: typeof PLAIN, asOf: string) {
  const { reconciliation } = await runLoaded(workspace, { recipe, asOf, params: {} }, silent);
  return figuresOf(reconciliation);
}

test('a run of the app judges by its own day what was judged by another', async () => {
  await fc.assert(
    fc.asyncProperty(
      SOME_FILES,
      DAY,
      fc.array(DAY, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(PLAIN, KEYED),
      async (contents, loadedOn, days, recipe) => {
        // Content that stands twice in a folder waits in the app.
        fc.pre(new Set(Object.values(contents)).size === Object.keys(contents).length);
        const { workspace, folder } = await anApp(recipe, contents, loadedOn);
        for (const asOf of days) {
          const fresh = await aRunAsOf(recipe, { files: folder, asOf });
          expect(await figuresAsOf(workspace, recipe, asOf)).toEqual(figuresOf(fresh.reconciliation));
        }
        workspace.close();
      },
    ),
    { numRuns: 10 },
  );
});

test('a file is read again only where its records are others by that day; one that is gone is named', async () => {
  const { workspace, folder } = await anApp(PLAIN, FILES, '2026-06-01');
  rmSync(join(folder, 'a.csv'));
  rmSync(join(folder, 'b.csv'));
  expect((await figuresAsOf(workspace, PLAIN, '2026-05-10')).sources).toMatchObject([{ accepted: 4 }]);
  expect((await figuresAsOf(workspace, PLAIN, '2026-12-31')).sources).toMatchObject([{ accepted: 4 }]);
  await expect(figuresAsOf(workspace, PLAIN, '2026-05-09')).rejects.toThrow(
    'a.csv has to be judged anew as of 2026-05-09, and is no longer at',
  );
  expect((await figuresAsOf(workspace, PLAIN, '2026-06-01')).sources).toMatchObject([{ accepted: 4 }]);
  workspace.close();
});

test('by a later day records are judged from the quarantine, whatever became of their file', async () => {
  const { workspace, folder } = await anApp(PLAIN, FILES, '2026-01-10');
  for (const name of Object.keys(FILES)) rmSync(join(folder, name));
  expect((await figuresAsOf(workspace, PLAIN, '2026-03-10')).sources).toMatchObject([{ accepted: 3 }]);
  expect((await figuresAsOf(workspace, PLAIN, '2026-05-10')).sources).toMatchObject([
    { accepted: 4, codes: { 'Date:not_a_date': 1, 'score:not_a_number': 1 } },
  ]);
  workspace.close();
});

test('corrections stay in force, and their texts are judged by the day, too', async () => {
  const { workspace, context } = await anApp(PLAIN, FILES, '2026-06-01');
  const { db } = workspace;
  const act = { db, recipe: PLAIN, check: () => {} };
  const record =
    db.prepare<[], bigint>('select max(record) from quarantine').pluck().safeIntegers().get() ?? 0n;
  expect(rejectedRecord(db, PLAIN, record)).toMatchObject({ line: 5 });
  await inTransaction(workspace, async () =>
    correct(act, { record, column: 'seen_on', text: '2026-04-01', all: false }),
  );
  const accepted = () => count(db, 'select count(*) from source_people where record = ?', record);
  expect(accepted()).toBe(1);
  await figuresAsOf(workspace, PLAIN, '2026-03-31');
  expect(accepted()).toBe(0);
  expect(rejectedRecord(db, PLAIN, record)).toMatchObject({
    state: 'open',
    faults: [{ column: 'seen_on', header: 'Date', sentence: 'The day is after the as-of date 2026-03-31.' }],
  });
  await figuresAsOf(workspace, PLAIN, '2026-04-01');
  expect(accepted()).toBe(1);
  expect(context.cancel.raised).toBe(false);
  workspace.close();
});

test('a text that is corrected to a later day than that of the file stays in quarantine', async () => {
  const { workspace } = await anApp(PLAIN, FILES, '2026-06-01');
  const { db } = workspace;
  const record =
    db.prepare<[], bigint>('select max(record) from quarantine').pluck().safeIntegers().get() ?? 0n;
  const act = { db, recipe: PLAIN, check: () => {} };
  const to = (text: string) =>
    inTransaction(workspace, async () => correct(act, { record, column: 'seen_on', text, all: false }));
  expect(await to('2026-06-02')).toMatchObject({ accepted: 0, faulty: 1 });
  expect(rejectedRecord(db, PLAIN, record).faults).toMatchObject([{ code: 'out_of_range' }]);
  expect(await to('2026-06-01')).toMatchObject({ accepted: 1 });
  workspace.close();
});

test('a key goes to another file once the record that had it is too late', async () => {
  const files = { 'a.csv': lines(HEADER, '1,2026-05-10,1'), 'b.csv': lines(HEADER, '1,2026-01-10,2') };
  const { workspace } = await anApp(KEYED, files, '2026-06-01');
  const codes = async (asOf: string) => (await figuresAsOf(workspace, KEYED, asOf)).sources[0]?.codes;
  expect(await codes('2026-06-01')).toEqual({ 'id:duplicate_key': 1 });
  expect(await codes('2026-03-01')).toEqual({ 'Date:out_of_range': 1 });
  expect(await codes('2026-06-01')).toEqual({ 'id:duplicate_key': 1 });
  workspace.close();
});

test('a trial run is judged by its own day and leaves nothing of it', async () => {
  const path = join(tempFolder(), 'w.muster');
  const files = tempFolder(FILES);
  await aRunAsOf(PLAIN, { files, asOf: '2026-06-01', workspace: path });
  const workspace = openWorkspace(path);
  const trial = { run: 1, off: [], asOf: '2026-03-10', params: {} };
  const expected = (await aRunAsOf(PLAIN, { files, asOf: '2026-03-10' })).reconciliation.outcome;
  const { entered, delivered } = await tryOut(workspace, trial, silent);
  expect([entered, delivered]).toEqual([expected.entered, expected.delivered]);
  expect(count(workspace.db, "select count(*) from import where judged_as_of = '2026-06-01'")).toBe(2);
  // Also once the workspace has been judged by another day since.
  await figuresAsOf(workspace, PLAIN, '2026-01-10');
  expect(await tryOut(workspace, trial, silent)).toMatchObject({ entered, delivered });
  workspace.close();
});

test('the day by which records are judged is no part of how a source is described', async () => {
  const { workspace } = await anApp(PLAIN, FILES, '2026-06-01');
  const definition = () => workspace.db.prepare('select definition from source').pluck().get();
  const before = definition();
  await figuresAsOf(workspace, PLAIN, '2026-01-10');
  expect(definition()).toBe(before);
  expect(before).toContain('"most":"as_of"');
  workspace.close();
});

test('a file whose place another has taken is judged anew where it is added again, under whatever name', async () => {
  const content = lines(HEADER, '1,2026-05-10,1');
  const drop = tempFolder({ 'sales.csv': content });
  const workspace = join(tempFolder(), 'w.muster');
  const run = (files: string, asOf: string) => aRunAsOf(INCREMENTAL, { files, asOf, workspace });
  await run(drop, '2026-06-01');
  writeFiles(drop, { 'sales.csv': lines(HEADER, '2,2026-01-10,2') });
  await run(drop, '2026-06-01');
  await expect(run(drop, '2026-03-01')).rejects.toThrow('sales.csv has changed since it was loaded');
  const again = await run(tempFolder({ 'sales of may.csv': content }), '2026-03-01');
  expect(again.reconciliation.sources).toMatchObject([{ read: 2, rejected: 1 }]);
});
