import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe, DELIVERY, PEOPLE_SOURCE } from '../testing/a-people-recipe.ts';
import { anExecutedRun } from '../testing/a-run.ts';

const VISITORS = {
  visits: { files: ['visits.csv'], columns: { visitor: { type: 'id', required: true } } },
};

const VISITOR = {
  table: 'visitor',
  from: 'visits',
  key: ['visitor'],
  sql: 'select max(record) as record, visitor, count(*) as visits from visits group by visitor',
} as const;

const MEMBER = {
  table: 'member',
  from: 'people',
  key: ['member'],
  latest: 'seen_on',
  sql: 'select record, id as member, seen_on from people',
} as const;

const FULL_JOIN =
  'select coalesce(member, visitor) as id, member, visitor from member full join visitor on visitor = member';

/** Members and visitors, joined in full by a query. */
function everybody(sql = FULL_JOIN, more: object = {}) {
  const merges = [
    { table: 'member', on: ['member'] },
    { table: 'visitor', on: ['visitor'] },
  ];
  return aPeopleRecipe({
    sources: { ...PEOPLE_SOURCE, ...VISITORS },
    tables: [MEMBER, VISITOR, { table: 'person', key: ['id'], merges, sql, ...more }],
    outputs: [DELIVERY],
  });
}

const FILES = {
  'people.csv': 'id,seen_on\n1,2026-01-01\n2,2026-01-01\n',
  'visits.csv': 'visitor\n2\n3\n3\n',
};

const run = (sql: string, files = FILES) => anExecutedRun(everybody(sql), files);

test('each row of each part is counted, and those that stand alone', async () => {
  const { reconciliation } = await run(FULL_JOIN);
  expect(reconciliation).toMatchObject({ balanced: true, outcome: { entered: 3, delivered: 3 } });
  expect(reconciliation.merged).toEqual([
    {
      table: 'person',
      out: 3,
      of: [
        { table: 'member', on: ['member'], in: 2, kept: 2, lost: 0, alone: 1 },
        { table: 'visitor', on: ['visitor'], in: 2, kept: 2, lost: 0, alone: 1 },
      ],
    },
  ]);
});

test('whoever stands in a part stands in the whole once, whatever the parts are', async () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 6 }));
  await fc.assert(
    fc.asyncProperty(ids, ids, async (members, visitors) => {
      const { reconciliation } = await run(FULL_JOIN, {
        'people.csv': `id,seen_on\n${members.map((id) => `${id},\n`).join('')}`,
        'visits.csv': `visitor\n${visitors.map((id) => `${id}\n`).join('')}`,
      });
      const [all] = reconciliation.merged ?? [];
      const both = members.filter((id) => visitors.includes(id)).length;
      expect(all?.out).toBe(members.length + visitors.length - both);
      expect(all?.of.map(({ alone }) => alone)).toEqual([members.length - both, visitors.length - both]);
    }),
    { numRuns: 25 },
  );
});

describe('ends the run', () => {
  test('where a row of a part is lost, and names it', async () => {
    await expect(run(FULL_JOIN.replace('full', 'left'))).rejects.toThrow(
      'recipes/test-people/tables/person.sql: 1 row of visitor stands in no row of the table person, such as 3.',
    );
  });

  test('where a row of a part stands in several rows', async () => {
    const twice = `${FULL_JOIN} union all select 'again', 1, null`;
    await expect(run(twice)).rejects.toThrow(
      '1 row of member stands in several rows of the table person, such as 1.',
    );
  });

  test('where a row is of no part', async () => {
    const stranger = `${FULL_JOIN} union all select 'nobody', null, null`;
    await expect(run(stranger)).rejects.toThrow(
      'table person has 1 row of which none of member and visitor has one, such as nobody.',
    );
  });

  test('where a key has several rows', async () => {
    const sameKey = `${FULL_JOIN} union all select 1, null, 9`;
    await expect(run(sameKey)).rejects.toThrow(
      'table person has several rows of 1 id, 1 too many: 1 (2 rows).',
    );
  });
});

test.each([
  [{ of: 'member' }, 'the table person merges several tables, and of is only for a table of one. Remove of.'],
  [{ latest: 'id' }, 'the table person merges several tables, and latest is only for a table of one.'],
  [{ sql: undefined }, 'the table person merges tables and has no sql. Name the file of its query.'],
  [
    { merges: [{ table: 'member', on: ['member'] }] },
    'tables[2].merges is a list; allowed: at least 2 of them.',
  ],
  [
    {
      merges: [
        { table: 'member', on: ['id'] },
        { table: 'visitor', on: ['visitor'] },
      ],
    },
    'the column "id" is not one of member; it has: record, member, seen_on.',
  ],
  [
    { sql: 'select 1 as id, 1 as member' },
    'does not return visitor, by which each of its rows accounts for a row of visitor. Add visitor to its columns.',
  ],
])('%o is a mistake that says what to do', (more, message) => {
  expect(failureOf(() => everybody(FULL_JOIN, more))).toContain(message);
});
