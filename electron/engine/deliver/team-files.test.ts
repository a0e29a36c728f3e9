import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { teamFiles } from './team-files.ts';

test('a team gets every file that a run writes of its outputs, whatever they are called', async () => {
  const recipe = aPeopleRecipe({
    outputs: [
      { ...DELIVERY, file: 'high-value.csv', also: ['parquet'], team: 'marketing' },
      {
        ...DELIVERY,
        file: 'nobody-else.log',
        also: ['parquet'],
        team: 'service',
        sql: 'select id from survivor where false',
      },
      { file: 'everybody.csv', sql: 'select id from population' },
    ],
  });
  const { written } = await aRun(recipe, { 'people.csv': 'id\n1\n2\n' });
  const folder = tempFolder({ 'manifest.json': written['manifest.json'] ?? '' });
  const names = teamFiles(recipe, folder).map(({ team, files }) => [team, files.map(({ name }) => name)]);
  expect(names).toEqual([
    ['marketing', ['high-value.csv', 'high-value.parquet']],
    ['service', ['nobody-else.log', 'nobody-else.parquet']],
  ]);
});
