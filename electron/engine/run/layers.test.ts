import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY, PERSON_TABLE, type RecipeParts } from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { count } from '../workspace/database.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';
import { runRecipe } from './run-recipe.ts';

const LAYERED: RecipeParts = {
  layers: ['raw', 'grouped', 'final'],
  tables: [
    { ...PERSON_TABLE, layer: 'raw' },
    {
      table: 'team',
      of: 'person',
      rows: 'group',
      key: ['team'],
      layer: 'grouped',
      sql: 'select team, count(*) as people from person group by team',
    },
  ],
  rules: [{ stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" }],
  outputs: [
    {
      file: 'quality.csv',
      layer: 'raw',
      sql: `select 'rejected ' || code as figure, records from rejected_code
            union all select 'read', read from loaded order by figure`,
    },
    { file: 'teams.csv', layer: 'grouped', sql: 'select team, people from team order by team' },
    DELIVERY,
  ],
  controls: [
    {
      control: 'people of the teams',
      sql: 'select 10000 * (select sum(people) from team) as left, 10000 * (select count(*) from person) as right',
    },
  ],
};

const PEOPLE = {
  'people.csv': lines(
    'id,seen_on,score,team,spend',
    '1,2026-01-01,1,red,1.25',
    '2,2026-01-01,3,blue,10',
    '3,2026-01-01,3,red,2.5',
    '4,never,,,',
  ),
};

async function runUntil(until: string | undefined, workspace?: string) {
  const outFolder = join(tempFolder(), 'out');
  const reconciliation = await runRecipe(
    {
      recipe: aPeopleRecipe(LAYERED),
      inFolder: tempFolder(PEOPLE),
      outFolder,
      asOf: AS_OF,
      params: {},
      ...(until !== undefined && { until }),
      ...(workspace !== undefined && { workspace }),
    },
    () => {},
  );
  return { reconciliation, files: readdirSync(outFolder).sort() };
}

const ALWAYS = ['manifest.json', 'reconciliation.json', 'rejected-people.csv'];

test('a run makes its layers in order, and outputs see what was loaded', async () => {
  const { reconciliation, written } = await aRun(aPeopleRecipe(LAYERED), PEOPLE);
  expect(written).toMatchObject({
    'quality.csv': 'figure,records\nread,4\nrejected seen_on:not_a_date,1\n',
    'teams.csv': 'team,people\nblue,1\nred,2\n',
    'delivery.csv': 'id\n2\n3\n',
  });
  expect(reconciliation).toMatchObject({
    balanced: true,
    derived: [{ table: 'team', of: 'person', in: 3, kept: 3, left_out: 0, out: 2, joins: [] }],
    controls: [{ control: 'people of the teams', ok: true }],
  });
  expect(reconciliation).not.toHaveProperty('until');
});

test('a run until a layer writes what exists by then, and says where it stopped', async () => {
  const raw = await runUntil('raw');
  expect(raw.files).toEqual([...ALWAYS, 'quality.csv'].sort());
  expect(raw.reconciliation).toMatchObject({ until: 'raw', balanced: true, stages: [], controls: [] });
  const grouped = await runUntil('grouped');
  expect(grouped.files).toEqual([...ALWAYS, 'quality.csv', 'teams.csv'].sort());
  expect(grouped.reconciliation.derived).toHaveLength(1);
});

test('a run until the last layer is a whole run', async () => {
  const { reconciliation, files } = await runUntil('final');
  expect(files).toEqual([...ALWAYS, 'delivery.csv', 'dropouts.csv', 'quality.csv', 'teams.csv'].sort());
  expect(reconciliation).not.toHaveProperty('until');
});

test('of a run that stops before the last layer the workspace keeps the files alone', async () => {
  const path = join(tempFolder(), 'w.muster');
  await runUntil('grouped', path);
  const db = openWorkspaceForReading(path);
  expect(count(db, 'select count(*) from run')).toBe(0);
  expect(count(db, "select count(*) from sqlite_schema where name glob 'run_[0-9]*'")).toBe(0);
  expect(count(db, 'select count(*) from import')).toBe(1);
  db.close();
  const { reconciliation } = await runUntil(undefined, path);
  expect(reconciliation).toMatchObject({ balanced: true, outcome: { entered: 3, delivered: 2 } });
});
