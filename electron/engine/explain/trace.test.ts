import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RecordFate, SourceTrace, Trace } from '../../contract/trace.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { publishRun } from '../run/published.ts';
import {
  aPeopleRecipe,
  DELIVERY,
  PEOPLE_SOURCE,
  PERSON_TABLE,
  type RecipeParts,
} from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { aKeptWorkspace } from '../testing/a-workspace.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openWorkspace, openWorkspaceForReading } from '../workspace/workspace.ts';
import { trace } from './trace.ts';

const PARTS: RecipeParts = {
  sources: {
    ...PEOPLE_SOURCE,
    visits: {
      files: ['visits.csv', 'visits*.csv'],
      columns: {
        visit: { type: 'id', required: true },
        id: { type: 'id', required: true },
        minutes: { type: 'integer' },
        paid: { type: 'boolean' },
      },
    },
    teams: { files: ['teams.csv'], required: false, columns: { team: { type: 'text' } } },
  },
  tables: [
    {
      ...PERSON_TABLE,
      sql: "select record, id, seen_on, score, team, spend from people where team is not 'none'",
    },
    {
      table: 'long_visit',
      from: 'visits',
      key: ['id'],
      sql: 'select max(record) as record, id, count(*) as visits, max(paid) as paid from visits where minutes >= 10 group by id',
    },
  ],
  rules: [
    { stage: 'low', sql: "select id, 'low' as reason, score as detail from person where score < 2" },
    {
      stage: 'away',
      rule: 'no_visit',
      reasons: ['no_visit'],
      sql: "select id, 'no_visit' as reason, null as detail from person where id not in (select id from long_visit where visits > 0)",
    },
    {
      stage: 'away',
      rule: 'unpaid',
      reasons: ['unpaid'],
      sql: "select id, 'unpaid' as reason, 'never' as detail from person join long_visit using (id) where paid = 0",
    },
  ],
  outputs: [
    {
      ...DELIVERY,
      sql: 'select id, spend, score > 5 as high, team from survivor join person using (id)',
      columns: { spend: { decimals: 2 }, high: { type: 'boolean' } },
    },
  ],
};

const FILES: FileTexts = {
  'people-1.csv': lines(
    'id,seen_on,score,team,spend',
    '1,2026-01-01,9,red,10',
    '1,2026-03-01,9,red,12.3',
    '2,2026-01-01,1,blue,',
    '007,2026-01-01,1,,1',
    'x,2026-01-01,soon,red,1',
  ),
  'people-2.csv': lines(
    'team,id,seen_on,score',
    'red,1,2026-02-01,8',
    'red,1,never,8',
    'none,5,2026-01-01,3',
  ),
  'visits.csv': lines(
    'visit,id,minutes,paid',
    'a,1,30,no',
    'b,1,5,yes',
    'c,1,10,yes',
    'd,2,60,no',
    'e,99,60,yes',
    'f,2,many,maybe',
    'g,1',
  ),
};

/** Runs a recipe and tells the stories of its entities. */
async function stories(
  parts: RecipeParts = PARTS,
  files: FileTexts = FILES,
): Promise<(...key: readonly string[]) => Trace> {
  const workspace = join(tempFolder(), 'w.muster');
  await aRun(aPeopleRecipe(parts), files, { workspace });
  const db = openWorkspaceForReading(workspace);
  onTestFinished(() => {
    db.close();
  });
  return (...key) => trace(db, workspace, key);
}

/** What became of each record of a source, by file and line. */
function fates(
  { sources }: Trace,
  name: string,
): readonly (readonly [place: string, fates: readonly RecordFate[]])[] {
  const source = sources.find(({ source: each }) => each === name);
  return (source?.records ?? []).map(({ file, line, fates: found }) => [`${file}:${line}`, found]);
}

function sourceOf({ sources }: Trace, name: string): SourceTrace | undefined {
  return sources.find(({ source }) => source === name);
}

describe('the records of an entity', () => {
  test('of a table that keeps the latest, one is kept, and the others name it', async () => {
    const story = (await stories())('1');
    const superseded = { kind: 'superseded', table: 'person', file: 'people-1.csv', line: 3 };
    expect(fates(story, 'people')).toEqual([
      ['people-1.csv:2', [superseded]],
      ['people-1.csv:3', [{ kind: 'kept', table: 'person' }]],
      ['people-2.csv:2', [superseded]],
    ]);
  });

  test('of a table with several rows an entity, each is counted or names the one that stands for it', async () => {
    const sql =
      'select record, id, seen_on, row_number() over (partition by id, seen_on, import_of(record) order by record) as n from people';
    const seen = { table: 'seen', from: 'people', key: ['id', 'seen_on', 'n'], latest: 'record', sql };
    const tell = await stories(
      { ...PARTS, tables: [...(PARTS.tables ?? []), seen] },
      {
        ...FILES,
        'people-1.csv': lines('id,seen_on', '1,2026-01-01', '1,2026-01-01', '1,2026-02-01', '2,2026-01-01'),
        'people-2.csv': lines('id,seen_on', '1,2026-03-01', '1,2026-01-01'),
      },
    );
    const of = fates(tell('1'), 'people').map(([place, found]) => [place, found.at(-1)]);
    const counted = { kind: 'counted', table: 'seen' };
    expect(of).toEqual([
      ['people-1.csv:2', { kind: 'superseded', table: 'seen', file: 'people-2.csv', line: 3 }],
      ['people-1.csv:3', counted],
      ['people-1.csv:4', counted],
      ['people-2.csv:2', counted],
      ['people-2.csv:3', counted],
    ]);
  });

  test('of a table that sums up, those that its query takes are counted and the others left out', async () => {
    const story = (await stories())('1');
    const [counted, leftOut] = [
      { kind: 'counted', table: 'long_visit' },
      { kind: 'left out', table: 'long_visit' },
    ];
    expect(fates(story, 'visits')).toEqual([
      ['visits.csv:2', [counted]],
      ['visits.csv:3', [leftOut]],
      ['visits.csv:4', [counted]],
    ]);
  });

  test('are left out of a table that has no row of the entity', async () => {
    const story = (await stories())('5');
    expect(fates(story, 'people')).toEqual([['people-2.csv:4', [{ kind: 'left out', table: 'person' }]]]);
  });

  test('stand with their values as a person reads them, empty ones too', async () => {
    const [record] = sourceOf((await stories())('2'), 'people')?.records ?? [];
    expect(record?.values).toEqual([
      { name: 'id', value: '2' },
      { name: 'seen_on', value: '2026-01-01' },
      { name: 'score', value: '1' },
      { name: 'team', value: 'blue' },
      { name: 'spend', value: null },
    ]);
    const [visit] = sourceOf((await stories())('2'), 'visits')?.records ?? [];
    expect(visit?.values.at(-1)).toEqual({ name: 'paid', value: 'no' });
  });

  test('that were rejected stand with their reasons and original cells, under the headers of their file', async () => {
    const tell = await stories();
    expect(sourceOf(tell('1'), 'people')?.rejected).toEqual([
      {
        file: 'people-2.csv',
        line: 3,
        codes: ['seen_on:not_a_date'],
        cells: [
          { name: 'team', value: 'red' },
          { name: 'id', value: '1' },
          { name: 'seen_on', value: 'never' },
          { name: 'score', value: '8' },
        ],
      },
    ]);
    expect(sourceOf(tell('1'), 'visits')?.rejected).toMatchObject([{ line: 8, codes: ['too_few_fields'] }]);
    expect(sourceOf(tell('2'), 'visits')?.rejected).toMatchObject([
      { line: 7, codes: ['minutes:not_a_number', 'paid:not_a_boolean'] },
    ]);
  });

  test('are listed as far as a person reads, and counted all', async () => {
    const visits = Array.from({ length: 150 }, (_, index) => `v${index},1,30,yes`);
    const tell = await stories(PARTS, { ...FILES, 'visits.csv': lines('visit,id,minutes,paid', ...visits) });
    const source = sourceOf(tell('1'), 'visits');
    expect(source?.accepted).toBe(150);
    expect(source?.records.map(({ line }) => line)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 2),
    );
  });

  test('come from the sources that have the key, in the order of the recipe, also from those that have none', async () => {
    const { sources } = (await stories())('5');
    expect(sources.map(({ source, accepted }) => [source, accepted])).toEqual([
      ['people', 1],
      ['visits', 0],
    ]);
  });
});

describe('the rules', () => {
  test('all say what they make of the entity, and what they looked at', async () => {
    const { rules } = (await stories())('2');
    expect(rules).toEqual([
      {
        rule: 'low',
        stage: 'low',
        title: 'Rule low',
        excludes: true,
        reason: 'low',
        detail: '1',
        lookedAt: [{ table: 'person', values: [{ name: 'score', value: '1' }] }],
      },
      {
        rule: 'no_visit',
        stage: 'away',
        title: 'Rule no_visit',
        excludes: false,
        reason: null,
        detail: null,
        lookedAt: [
          { table: 'person', values: [] },
          { table: 'long_visit', values: [{ name: 'visits', value: '1' }] },
        ],
      },
      {
        rule: 'unpaid',
        stage: 'away',
        title: 'Rule unpaid',
        excludes: true,
        reason: 'unpaid',
        detail: 'never',
        lookedAt: [
          { table: 'person', values: [] },
          { table: 'long_visit', values: [{ name: 'paid', value: 'no' }] },
        ],
      },
    ]);
  });

  test('say so where a table has nothing of the entity', async () => {
    const { rules } = (await stories())('007');
    expect(rules[1]).toMatchObject({
      excludes: true,
      lookedAt: [
        { table: 'person', values: [] },
        { table: 'long_visit', values: null },
      ],
    });
  });

  test('say nothing of who is not of the population', async () => {
    const story = (await stories())('99');
    expect(story).toMatchObject({ entered: false, rules: [], outcome: { kind: 'not in the population' } });
  });
});

describe('the outcome', () => {
  test('of who is delivered is the row as the file has it', async () => {
    const story = (await stories())('1');
    expect(story).toMatchObject({ recipe: 'test-people', entity: 'person', asOf: AS_OF, entered: true });
    expect(story.outcome).toEqual({
      kind: 'delivered',
      file: 'delivery.csv',
      values: [
        { name: 'id', value: '1' },
        { name: 'spend', value: '12.30' },
        { name: 'high', value: 'true' },
        { name: 'team', value: 'red' },
      ],
    });
  });

  test('of who is dropped is the first rule, and which would have, too', async () => {
    const tell = await stories();
    expect(tell('2').outcome).toEqual({
      kind: 'dropped',
      stage: 'low',
      reason: 'low',
      detail: '1',
      also: ['unpaid'],
    });
    expect(tell('007').outcome).toMatchObject({ kind: 'dropped', stage: 'low', also: ['no_visit'] });
  });

  test('of whom a faulty output loses is missing', async () => {
    const outputs = [{ ...DELIVERY, sql: 'select id from survivor where id <> 1' }];
    expect((await stories({ ...PARTS, outputs }))('1').outcome).toEqual({ kind: 'missing' });
  });

  test('of whom only rejected records know is not to be of the population', async () => {
    const story = (await stories())('x');
    expect(story.outcome).toEqual({ kind: 'not in the population' });
    expect(sourceOf(story, 'people')).toMatchObject({
      accepted: 0,
      rejected: [{ file: 'people-1.csv', line: 6 }],
    });
  });
});

describe('the smallest change', () => {
  test('is every rule that excludes the entity, with what it looked at', async () => {
    const { smallestChange, rules } = (await stories())('2');
    expect(smallestChange).toEqual([
      { rule: 'low', title: 'Rule low', lookedAt: rules[0]?.lookedAt },
      { rule: 'unpaid', title: 'Rule unpaid', lookedAt: rules[2]?.lookedAt },
    ]);
  });

  test('is none for who is delivered or is not of the population', async () => {
    const tell = await stories();
    expect(tell('1').smallestChange).toEqual([]);
    expect(tell('99').smallestChange).toEqual([]);
  });
});

test('a record that was corrected says which cells were others before, and is not told of as rejected', async () => {
  const workspace = join(tempFolder(), 'w.muster');
  await aRun(
    aPeopleRecipe(),
    { 'people.csv': 'ID,score,seen_on\n1,5,2026-01-01\n1,nine,never\n' },
    { workspace },
  );
  const { db } = aKeptWorkspace(workspace);
  const record = db.prepare<[], bigint>('select record from quarantine').pluck().safeIntegers().get() ?? 0n;
  db.prepare("update quarantine set state = 'corrected', corrected_cells = ?").run('["1","9","never"]');
  db.prepare('insert into source_people (record, id, score) values (?, 1, 9)').run(record);
  expect(sourceOf(trace(db, workspace, ['1']), 'people')).toMatchObject({
    accepted: 2,
    records: [{ line: 2 }, { line: 3, corrected: [{ column: 'score', from: 'nine', to: '9' }] }],
    rejected: [],
  });
  expect(sourceOf(trace(db, workspace, ['1']), 'people')?.records[0]).not.toHaveProperty('corrected');
});

test('what published runs delivered is what the run knew, also once it is published itself', async () => {
  const workspace = join(tempFolder(), 'w.muster');
  const sql = 'select record, id, seen_on from people where id not in (select id from written_to)';
  const recipe = aPeopleRecipe({
    tables: [{ ...PERSON_TABLE, sql }],
    published: [{ table: 'written_to', output: 'delivery.csv', columns: ['id'] }],
  });
  await aRun(recipe, { 'people.csv': lines('id,seen_on', '1,2026-01-01') }, { workspace });
  const { db } = aKeptWorkspace(workspace);
  publishRun(db, recipe, 1);
  expect(fates(trace(db, workspace, ['1']), 'people')).toEqual([
    ['people.csv:2', [{ kind: 'kept', table: 'person' }]],
  ]);
});

describe('a key', () => {
  test('is compared exactly as written, spaces around it aside', async () => {
    const tell = await stories();
    expect(tell(' 007 ').key).toEqual([{ name: 'id', value: '007' }]);
    expect(() => tell('7')).toThrow('No file has anything of person 7.');
  });

  test('of which no file has anything gets a hint where one is near', async () => {
    const tell = await stories();
    const failureOf = (key: string) => {
      try {
        return tell(key);
      } catch (error) {
        return error;
      }
    };
    expect(failureOf('7')).toMatchObject({ nextStep: 'Is it 007? Ids are compared exactly as written.' });
    expect(failureOf('0001')).toMatchObject({ nextStep: 'Is it 1? Ids are compared exactly as written.' });
    expect(failureOf('nobody')).toMatchObject({ nextStep: 'Check the key.' });
    expect(failureOf('nobody')).toBeInstanceOf(Failure);
  });

  test('of several columns is given in their order', async () => {
    const parts: RecipeParts = {
      key: ['team', 'id'],
      tables: [{ table: 'person', from: 'people', key: ['team', 'id'], latest: 'seen_on' }],
      outputs: [{ ...DELIVERY, sql: 'select team, id from survivor' }],
    };
    const people = lines('id,seen_on,team', '1,2026-01-01,red', '1,2026-01-02,red', '1,2026-01-03,blue');
    const tell = await stories(parts, { 'people.csv': people });
    expect(fates(tell('red', '1'), 'people').map(([place]) => place)).toEqual([
      'people.csv:2',
      'people.csv:3',
    ]);
    expect(() => tell('1')).toThrow('The key of a person is team, id: 2 values, not 1.');
    expect(() => tell('1')).toThrow(UsageFailure);
    expect(() => tell('1', 'red')).toThrow('No file has anything of person 1, red.');
    const nextStep = 'Is it red, 1? Ids are compared exactly as written.';
    expect(() => tell('red', '01')).toThrow(expect.objectContaining({ nextStep }));
  });
});

test('the story is that of the last run, with the recipe and the day of it', async () => {
  const workspace = join(tempFolder(), 'w.muster');
  await aRun(aPeopleRecipe(), { 'people.csv': 'id,score\n1,1\n' }, { workspace });
  const low = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" };
  await aRun(aPeopleRecipe({ rules: [low] }), { 'people.csv': 'id,score\n1,1\n2,2\n' }, { workspace });
  const db = openWorkspaceForReading(workspace);
  expect(trace(db, workspace, ['1']).outcome).toMatchObject({ kind: 'dropped', reason: 'low' });
  expect(trace(db, workspace, ['2']).outcome).toMatchObject({ kind: 'delivered' });
  db.close();
});

test('a workspace without a run is refused by name', () => {
  const workspace = join(tempFolder(), 'w.muster');
  openWorkspace(workspace).close();
  const db = openWorkspaceForReading(workspace);
  expect(() => trace(db, workspace, ['1'])).toThrow(`${workspace} holds no run yet.`);
  db.close();
});
