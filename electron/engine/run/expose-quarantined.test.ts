import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';

const FAULTS = {
  file: 'faults.log',
  delimiter: '|',
  sql: 'select source_line, id, spend, team, rejection_reason from quarantined_people order by record',
} as const;

const recipe = aPeopleRecipe({ outputs: [DELIVERY, FAULTS] });

test('an output sees the original texts of rejected records, and writes them with its own delimiter', async () => {
  const { written } = await aRun(recipe, {
    'people.csv': 'team,spend,id\n"a|b", x ,1\nc,1,2\n"d, e",y,\n',
  });
  expect(written['faults.log']).toBe(
    'source_line|id|spend|team|rejection_reason\n' +
      '2|1|" x "|"a|b"|spend:not_a_number\n' +
      '4||y|d, e|"id:missing_value|spend:not_a_number"\n',
  );
});

test('texts that cannot be told apart are nobody’s, and a column that the file lacks has none', async () => {
  const { written } = await aRun(recipe, { 'people.csv': 'id,spend\n"1"x,2\n3\n4,5,6\n' });
  expect(written['faults.log']).toBe(
    'source_line|id|spend|team|rejection_reason\n' +
      '2||||unreadable\n' +
      '3|3|||too_few_fields\n' +
      '4|4|5||too_many_fields\n',
  );
});

test('reasons name columns as files write them', async () => {
  const people = {
    files: ['people.csv'],
    columns: { id: { type: 'id', required: true, header: 'Person ID' } },
  };
  const named = aPeopleRecipe({
    sources: { people },
    tables: [{ table: 'person', from: 'people', key: ['id'] }],
    outputs: [DELIVERY, { ...FAULTS, sql: 'select rejection_reason from quarantined_people' }],
  });
  const { written } = await aRun(named, { 'people.csv': 'person id,b\n,1\n' });
  expect(written['faults.log']).toBe('rejection_reason\nPerson ID:missing_value\n');
});
