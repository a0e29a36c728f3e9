import { join } from 'node:path';
import { expect } from 'vitest';
import { runMuster } from '../../support/run-muster.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { lines, writeFiles } from '../../support/write-files.ts';

const RECIPE = {
  recipe: 'wrong-people',
  title: 'Wrong people',
  version: '1.0.0',
  entity: 'person',
  key: ['id'],
  sources: { people: { files: ['people.csv'], columns: { id: { type: 'id', required: true } } } },
  tables: [{ table: 'person', from: 'people', key: ['id'], sql: 'person.sql' }],
  population: 'person',
  rules: [{ stage: 'unwanted', title: 'Unwanted', sql: 'unwanted.sql' }],
  outputs: [{ file: 'delivery.csv', delivers: true, sql: 'delivery.sql' }],
  published: [{ table: 'earlier', output: 'delivery.csv', columns: ['id'] }],
};

/** The path of a workspace whose only run does not balance: the output of its recipe delivers somebody whom a rule has dropped. */
export async function unbalancedWorkspace(): Promise<string> {
  const folder = tempFolder();
  writeFiles(folder, {
    'recipe/recipe.yaml': JSON.stringify(RECIPE),
    'recipe/person.sql': 'select record, id from people',
    'recipe/unwanted.sql': `select id, 'unwanted' as reason, null as detail from person where id = 2`,
    'recipe/delivery.sql': 'select id from person order by id',
    'in/people.csv': lines('id', '1', '2', '3'),
  });
  const workspace = join(folder, 'Wrong people.muster');
  const { exit, stderr } = await runMuster([
    ...['run', join(folder, 'recipe'), '--in', join(folder, 'in'), '--out', join(folder, 'out')],
    ...['--as-of', '2026-11-20', '--workspace', workspace],
  ]);
  expect(exit, stderr).toBe(3);
  return workspace;
}
