import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY, PEOPLE_SOURCE } from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('the manifest lists every other file with its rows, bytes and hash, and the files that were read', async () => {
  const recipe = aPeopleRecipe({
    sources: {
      visits: { files: ['visits*.csv'], columns: { id: { type: 'id' } } },
      ...PEOPLE_SOURCE,
    },
    rules: [{ stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" }],
    outputs: [DELIVERY, { file: 'all.csv', sql: 'select id, team from person order by id' }],
  });
  const files = {
    'people.csv': lines('id,score,team', '1,1,é', '2,2,', 'x,x,x'),
    'visits-b.csv': 'id\n',
    'visits-a.csv': 'id\n1\n',
  };
  const { written } = await aRun(recipe, files);
  const { 'manifest.json': manifest = '', ...others } = written;
  const rows: Readonly<Record<string, number | null>> = {
    'all.csv': 2,
    'delivery.csv': 1,
    'dropouts.csv': 1,
    'reconciliation.json': null,
    'rejected-people.csv': 1,
    'rejected-visits.csv': 0,
  };
  const describe = (name: string, text: string) => ({
    bytes: Buffer.byteLength(text),
    sha256: sha256(text),
    name,
  });
  expect(JSON.parse(manifest)).toEqual({
    recipe: 'test-people',
    version: '1.0.0',
    as_of: AS_OF,
    params: {},
    // In the order of the sources, each source's in the order in which they are loaded.
    inputs: ['visits-a.csv', 'visits-b.csv', 'people.csv'].map((name) =>
      describe(name, files[name as keyof typeof files]),
    ),
    files: Object.keys(rows).map((name) => ({ ...describe(name, others[name] ?? ''), rows: rows[name] })),
  });
  expect(Object.keys(others).sort()).toEqual(Object.keys(rows));
});
