import { join } from 'node:path';
import { lines, writeFiles } from './write-files.ts';

export const AS_OF = '2026-11-20';

const RECIPE = {
  recipe: 'two-teams',
  title: 'Two teams',
  version: '2.1.0',
  entity: 'person',
  key: ['id'],
  params: { least: { type: 'integer', default: 50, title: 'Least score of the highly engaged' } },
  sources: {
    people: {
      files: ['people.csv'],
      columns: { id: { type: 'id', required: true }, score: { type: 'integer', required: true } },
    },
  },
  tables: [{ table: 'person', from: 'people', key: ['id'], sql: 'person.sql' }],
  population: 'person',
  rules: [{ stage: 'unwanted', title: 'Unwanted', sql: 'unwanted.sql' }],
  outputs: [
    { file: 'high.csv', delivers: true, team: 'marketing', sql: 'high.sql' },
    { file: 'low.csv', delivers: true, team: 'customer_success', also: ['parquet'], sql: 'low.sql' },
    { file: 'everybody.csv', sql: 'everybody.sql' },
  ],
};

const HIGH = 'select id, score from survivor join person using (id) where score >= :least order by id';
const LOW = 'select id, score from survivor join person using (id) where score < :least order by id';

/** Where a run of the recipe of two teams reads and writes. */
export interface TwoTeams {
  readonly recipe: string;
  readonly inFolder: string;
  readonly outFolder: string;
  /** The arguments of a run, but for where it delivers. */
  readonly args: readonly string[];
}

/** Writes a recipe of which two teams get files, and people with these scores; `loses` makes it forget the highly engaged. */
export function twoTeams(
  folder: string,
  scores: Iterable<readonly [id: number, score: number]>,
  { loses = false }: { readonly loses?: boolean } = {},
): TwoTeams {
  const [recipe, inFolder, outFolder] = [join(folder, 'recipe'), join(folder, 'in'), join(folder, 'out')];
  writeFiles(folder, {
    'recipe/recipe.yaml': JSON.stringify(RECIPE),
    'recipe/person.sql': 'select record, id, score from people',
    'recipe/unwanted.sql': "select id, 'unwanted' as reason, null as detail from person where score < 0",
    'recipe/high.sql': loses ? HIGH.replace('where', 'where id < 0 and') : HIGH,
    'recipe/low.sql': LOW,
    'recipe/everybody.sql': 'select id, score from person order by id',
    'in/people.csv': lines('id,score', ...Array.from(scores, ([id, score]) => `${id},${score}`)),
  });
  const args = ['run', recipe, '--in', inFolder, '--out', outFolder, '--as-of', AS_OF];
  return { recipe, inFolder, outFolder, args };
}
