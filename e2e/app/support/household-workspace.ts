import { join } from 'node:path';
import { expect } from 'vitest';
import { runMuster } from '../../support/run-muster.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { lines, writeFiles } from '../../support/write-files.ts';

/** What a run warns of that pairs by place. */
export const PLACEHOLDER = 'Identity is positional: the pairs are placeholders, which nobody has verified.';

const ID = { id: { type: 'id', required: true } };

/** Members and buyers joined in full, delivered in two lists, with a history; one source of three has no file. */
const RECIPE = {
  recipe: 'household',
  title: 'Household',
  version: '1.0.0',
  entity: 'person',
  key: ['person'],
  params: {
    identity: {
      ...{ type: 'text', title: 'Identity', default: 'map', values: ['map', 'positional'] },
      ...{ description: 'How members and buyers are paired.', warns: { positional: PLACEHOLDER } },
    },
    least: { type: 'integer', title: 'Least amount', default: 0 },
  },
  sources: {
    members: { files: ['members.csv'], columns: { ...ID, email: { type: 'email' } } },
    purchases: {
      files: ['purchases.csv'],
      columns: { ...ID, amount: { type: 'decimal', required: true }, bought_at: { type: 'timestamp' } },
    },
    support_chats: { files: ['support_chats.csv'], columns: ID },
  },
  tables: [
    { table: 'member', from: 'members', key: ['member'], sql: 'member.sql' },
    { table: 'buyer', from: 'purchases', key: ['buyer'], sql: 'buyer.sql' },
    {
      ...{
        table: 'person_card',
        key: ['person'],
        sql: 'person.sql',
        description: 'Each member and each buyer.',
      },
      merges: [
        { table: 'member', on: ['member'] },
        { table: 'buyer', on: ['buyer'] },
      ],
    },
  ],
  population: 'person_card',
  rules: [{ stage: 'few', title: 'Buys too little', sql: 'few.sql' }],
  history: [
    { table: 'earlier_day', output: 'master.csv', by: 'as_of', description: 'Everybody as of a day.' },
    { table: 'earlier_run', output: 'measures.csv', by: 'run' },
  ],
  outputs: [
    ...['known', 'unknown'].map((list) => ({
      ...{ file: `${list}.csv`, delivers: true, title: `${list === 'known' ? 'Known' : 'Unknown'} people` },
      sql: `${list}.sql`,
      columns: {
        person: { written: false },
        amount: { decimals: 2 },
        purchases: { type: 'integer' },
        last_bought_at: { type: 'timestamp' },
      },
    })),
    { file: 'master.csv', title: 'Master', sql: 'master.sql' },
    { file: 'measures.csv', title: 'Measures', written: false, sql: 'measures.sql' },
  ],
};

const LIST =
  'select person, email, purchases, amount, last_bought_at from survivor join person_card using (person)';

/** A folder with the recipe and, in `in`, its files but one. */
export function householdFolder(): string {
  const folder = tempFolder();
  writeFiles(join(folder, 'recipe'), {
    'recipe.yaml': JSON.stringify(RECIPE),
    'member.sql': 'select record, id as member, email from members',
    'buyer.sql':
      'select max(record) as record, id as buyer, count(*) as purchases, sum(amount) as amount, max(bought_at) as last_bought_at from purchases group by id',
    'person.sql':
      'select coalesce(member, buyer) as person, member, buyer, email, coalesce(purchases, 0) as purchases, coalesce(amount, 0) as amount, last_bought_at from member full join buyer on buyer = member',
    'few.sql': `select person, 'few' as reason, :identity as detail from person_card where amount < :least * 10000`,
    'known.sql': `${LIST} where email is not null order by person`,
    'unknown.sql': `${LIST} where email is null order by person`,
    'master.sql': 'select person, email, amount from person_card order by person',
    'measures.sql': 'select count(*) as people from person_card',
  });
  writeFiles(join(folder, 'in'), {
    'members.csv': lines('id,email', '1,one@x.example', '2,two@x.example', '003,three@x.example'),
    'purchases.csv': lines(
      'id,amount,bought_at',
      '2,1234567.50,2026-11-19T08:05:00Z',
      '2,10.00,2026-11-18T08:05:00Z',
      '003,2,',
      '4,7.25,2026-11-01T10:00:00+02:00',
    ),
  });
  return folder;
}

/** The path of a workspace with a run by the map as of the 18th and one by place as of the 19th, both without the file that is not there. */
export async function householdWorkspace(): Promise<string> {
  const folder = householdFolder();
  const workspace = join(folder, 'Household.muster');
  for (const [asOf, identity] of [
    ['2026-11-18', 'map'],
    ['2026-11-19', 'positional'],
  ] as const) {
    const { exit, stderr } = await runMuster([
      ...['run', join(folder, 'recipe'), '--in', join(folder, 'in'), '--out', join(folder, 'out')],
      ...['--as-of', asOf, '--param', `identity=${identity}`, '--without', 'support_chats'],
      ...['--workspace', workspace],
    ]);
    expect(exit, stderr).toBe(0);
  }
  return workspace;
}
