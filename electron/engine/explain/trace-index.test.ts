import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPeopleRecipe, type RecipeParts } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { aKeptWorkspace } from '../testing/a-workspace.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import type { WritableDb } from '../workspace/database.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { trace } from './trace.ts';
import { dropTraceIndexes, indexForTrace } from './trace-index.ts';

async function aFinishedRun(parts: RecipeParts, files: FileTexts) {
  const path = join(tempFolder(), 'w.muster');
  const recipe = aPeopleRecipe(parts);
  await aRun(recipe, files, { workspace: path });
  return { path, recipe, db: aKeptWorkspace(path).db };
}

function indexesOf(db: WritableDb): readonly string[] {
  return db
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'index' and name glob 'trace_*' order by name",
    )
    .pluck()
    .all();
}

const column = (type: string) => ({ type, required: true });
const ODD = [
  '007',
  '7',
  ' 7 ',
  '\u00a07',
  'C"7',
  'C\\7',
  'é',
  'É',
  'A@b.example',
  'a@B.example',
  '\ud83d\ude00',
  'x\ty',
  'x y',
];

test.each(['id', 'text', 'email'])(
  'of a key of the type %s each rejected record is found, with the indexes and without',
  async (type) => {
    const sources = {
      people: { files: ['people*.csv'], columns: { id: column(type), score: { type: 'integer' } } },
    };
    const tables = [{ table: 'person', from: 'people', key: ['id'], latest: 'score' }] as const;
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const { db, path, recipe } = await aFinishedRun(
      { sources, tables },
      {
        'people-1.csv': lines('id,score', ...ODD.flatMap((id) => [`${quoted(id)},1`, `${quoted(id)},bad`])),
        'people-2.csv': lines('score,id', ...ODD.map((id) => `worse,${quoted(id)}`)),
      },
    );
    const stories = () => ODD.map((id) => trace(db, path, [id]));
    const before = stories();
    indexForTrace(db, recipe);
    expect(stories()).toEqual(before);
    for (const {
      sources: [people],
    } of before) {
      // Each text stands once in an accepted record and twice in rejected ones.
      expect(people?.rejected.length).toBe((people?.accepted ?? 0) * 2);
    }
  },
);

test('a rejected record and an accepted one are found by an index, and a bare key by none', async () => {
  const people = lines('id,score', '1,1', '1,bad');
  const { db, recipe } = await aFinishedRun({}, { 'people.csv': people });
  indexForTrace(db, recipe);
  const sql = db.prepare<[string], string>('select sql from sqlite_schema where name = ?').pluck();
  const plan = (query: string) =>
    db
      .prepare<[], { detail: string }>(`explain query plan ${query}`)
      .all()
      .map(({ detail }) => detail)
      .join();
  const ofRejected = /quarantine \((.*)\) where (.*)$/.exec(sql.get('trace_rejected_1_0') ?? '');
  expect(plan(`select * from rejected where ${ofRejected?.[2]} and ${ofRejected?.[1]} = '1'`)).toContain(
    'trace_rejected_1_0',
  );
  expect(plan('select * from source_people where coalesce("id", null) = 1')).toContain('trace_source_people');
  expect(plan('select * from source_people where id = 1')).not.toContain('trace_');
  expect(plan('select id, count(*) from source_people group by id')).not.toContain('trace_');
});

test('indexes are made once, and those of files and runs that are gone go', async () => {
  const path = join(tempFolder(), 'w.muster');
  const recipe = aPeopleRecipe();
  await aRun(
    recipe,
    { 'people-1.csv': lines('id', '1'), 'people-2.csv': lines('score,id', '1,2') },
    { workspace: path },
  );
  const first = openWorkspace(path);
  indexForTrace(first.db, recipe);
  indexForTrace(first.db, recipe);
  expect(indexesOf(first.db)).toEqual([
    'trace_rejected_1_0',
    'trace_rejected_2_1',
    'trace_run_1_output_delivery',
    'trace_source_people',
  ]);
  first.close();
  await aRun(recipe, { 'people.csv': lines('score,id', '1,2') }, { workspace: path });
  const { db } = aKeptWorkspace(path);
  indexForTrace(db, recipe);
  expect(indexesOf(db)).toEqual(['trace_rejected_1_1', 'trace_run_2_output_delivery', 'trace_source_people']);
  dropTraceIndexes(db);
  expect(indexesOf(db)).toEqual([]);
});

test('a file without the key, and a source without it, have no index', async () => {
  const sources = {
    people: { files: ['people*.csv'], columns: { id: { type: 'id' }, score: { type: 'integer' } } },
    teams: { files: ['teams.csv'], required: false, columns: { team: { type: 'text' } } },
  };
  const tables = [
    {
      table: 'person',
      from: 'people',
      key: ['id'],
      latest: 'score',
      sql: 'select * from people where id is not null',
    },
  ] as const;
  const files = {
    'people-1.csv': lines('id', '1'),
    'people-2.csv': lines('score', '1'),
    'teams.csv': lines('team', 'a'),
  };
  const { db, recipe } = await aFinishedRun({ sources, tables }, files);
  indexForTrace(db, recipe);
  expect(indexesOf(db)).toEqual(['trace_rejected_1_0', 'trace_run_1_output_delivery', 'trace_source_people']);
});
