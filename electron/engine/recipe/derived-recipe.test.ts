import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY, PERSON_TABLE, type RecipeParts } from '../testing/a-people-recipe.ts';

const COPY = { table: 'copy', of: 'person', key: ['id'], sql: 'select id from person' } as const;

const JOIN = { to: 'people', on: ['id'], expects: 'n:1' } as const;

const LOW = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person" } as const;

const stages = (...names: readonly string[]) => names.map((stage) => ({ stage, title: stage }));

const CASES: readonly (readonly [what: string, parts: RecipeParts, expected: string])[] = [
  [
    'a table that is made from nothing',
    { tables: [PERSON_TABLE, { table: 'copy', key: ['id'], sql: COPY.sql }] },
    'the table copy says neither from nor of. Name the source that it accounts for with from, or the table that it is derived from with of.',
  ],
  [
    'a table with a source and a table',
    { tables: [PERSON_TABLE, { ...COPY, from: 'people' }] },
    'the table copy says from and of. Keep one of them.',
  ],
  [
    'a table of one that comes later',
    { tables: [COPY, PERSON_TABLE] },
    'of names "person", which is not a table before it; allowed: none. Name one of these.',
  ],
  [
    'a derived table with a latest row',
    { tables: [PERSON_TABLE, { ...COPY, latest: 'id' }] },
    'latest is only for tables that are made from a source. Remove it.',
  ],
  [
    'a derived table without a query',
    { tables: [PERSON_TABLE, { table: 'copy', of: 'person', key: ['id'] }] },
    'the table copy is derived and has no sql. Name the file of its query.',
  ],
  [
    'a derived table of one row each under another key',
    { tables: [PERSON_TABLE, { ...COPY, key: ['score'], sql: 'select id, score from person' }] },
    'the table copy has the key score, and person, each of whose rows it has once, id. Make them the same, in the same order, or say rows: group or rows: any.',
  ],
  [
    'a table that groups by a column which the other does not have',
    {
      tables: [
        PERSON_TABLE,
        { ...COPY, rows: 'group', key: ['tem'], sql: 'select team as tem from person group by team' },
      ],
    },
    'the key column "tem" is not one of person, whose rows belong to a group by it; it has: record, id, seen_on, score, team, spend. Did you mean "team"?',
  ],
  [
    'a table in a layer that there is not',
    { layers: ['raw', 'final'], tables: [{ ...PERSON_TABLE, layer: 'row' }] },
    'layer names "row", which is not a layer; allowed: raw, final. Did you mean "raw"?',
  ],
  [
    'a table of a layer behind one of a later layer',
    { layers: ['raw', 'final'], tables: [PERSON_TABLE, { ...COPY, layer: 'raw' }] },
    'tables of the layer raw are made before those of final, and one stands behind them. Bring them into the order of the layers.',
  ],
  [
    'an output that delivers before the last layer',
    { layers: ['raw', 'final'], outputs: [{ ...DELIVERY, layer: 'raw' }] },
    'an output that delivers stands in the layer raw; whom it delivers is known in the last, final. Remove its layer.',
  ],
  [
    'a layer without layers',
    { outputs: [{ ...DELIVERY, layer: 'raw' }] },
    'layer names "raw", and the recipe has no layers. Name them under layers, in their order.',
  ],
  [
    'a table that reads an output of its own layer',
    {
      layers: ['raw', 'final'],
      tables: [PERSON_TABLE, { ...COPY, sql: 'select id from delivery' }],
    },
    'there is no table "delivery" here (only tables of later layers, the outputs after it, controls, diagnostics and insights see an output)',
  ],
  [
    'a layer that is named twice',
    { layers: ['raw', 'final', 'raw'] },
    'layers has "raw" twice. Remove one of them.',
  ],
  [
    'a derived table that does not return the key of the other',
    {
      tables: [
        PERSON_TABLE,
        {
          ...COPY,
          rows: 'any',
          key: ['team'],
          sql: 'select distinct team from person where team is not null',
        },
      ],
    },
    'the query of the table copy does not return id, by which each of its rows accounts for a row of person. Add id to its columns.',
  ],
  [
    'groups by a column that is called like their figures',
    {
      key: ['outcome', 'id'],
      tables: [
        {
          ...PERSON_TABLE,
          key: ['outcome', 'id'],
          sql: 'select record, id, team as outcome, seen_on from people',
        },
      ],
      by: { columns: ['outcome'] },
      outputs: [{ ...DELIVERY, sql: 'select outcome, id from survivor order by entity' }],
    },
    'by groups by outcome, a name that figures of groups have already (stages, outcome). Give the column another name.',
  ],
  [
    'joins of a table that is made from a source',
    { tables: [{ ...PERSON_TABLE, joins: [JOIN] }] },
    'joins is only for tables that are derived from another with of. Remove it, or say of instead of from.',
  ],
  [
    'a join to what is not there',
    { tables: [PERSON_TABLE, { ...COPY, joins: [{ ...JOIN, to: 'persons' }] }] },
    'to names "persons", which is not a source or a table before it; allowed: people, person. Did you mean "person"?',
  ],
  [
    'a join by a column that one side has not',
    { tables: [PERSON_TABLE, { ...COPY, joins: [{ ...JOIN, on: ['room'] }] }] },
    'the join column "room" is not one of person; it has: record, id, seen_on, score, team, spend. Name a column that both have.',
  ],
  [
    'stages without that of a rule',
    { rules: [LOW], stages: stages('entry', 'lower') },
    'stage names "low", which is not a stage after the first; allowed: lower. Did you mean "lower"?',
  ],
  [
    'stages in another order than the rules',
    { rules: [LOW, { ...LOW, stage: 'b', reasons: ['low'] }], stages: stages('entry', 'b', 'low') },
    'the stage b stands before low among the stages, and its rule after that of low. Bring rules and stages into the same order.',
  ],
  [
    'groups by what is no beginning of the key',
    { by: { columns: ['score'] } },
    'columns names "score", which is not a column of the key; allowed: id. Name one of these.',
  ],
  [
    'groups named by a table without the column',
    {
      by: { columns: ['id'], table: 'other' },
      tables: [
        PERSON_TABLE,
        {
          table: 'other',
          from: 'people',
          key: ['team'],
          latest: 'record',
          sql: 'select record, team from people',
        },
      ],
    },
    'the table other has no column "id" to group by; it has: record, team. Name a table with a row for each group.',
  ],
  [
    'published rows of a file that is no output',
    { published: [{ table: 'past', output: 'deliver.csv', columns: ['id'] }] },
    'output names "deliver.csv", which is not the file of an output; allowed: delivery.csv. Did you mean "delivery.csv"?',
  ],
  [
    'published columns that the output has not',
    { published: [{ table: 'past', output: 'delivery.csv', columns: ['name'] }] },
    'the column "name" is not one of delivery; it has: id. Name one of these.',
  ],
  [
    'a published column that each published table has',
    { published: [{ table: 'past', output: 'delivery.csv', columns: ['as_of'] }] },
    'columns[0] is "as_of", a column that every published table has of itself. Give the column of the output another name.',
  ],
  [
    'a query of reasons with other columns',
    {
      rules: [{ ...LOW, reasons: { sql: 'rules/reasons.sql' } }],
      files: { 'rules/reasons.sql': 'select team from people' },
    },
    'the query does not return reason and returns team as well; the query of reasons returns exactly: reason. Correct its columns.',
  ],
  [
    'a delivery that is not written',
    { outputs: [{ ...DELIVERY, written: false }] },
    'an output that delivers is written. Remove written: false.',
  ],
  [
    'an output with the name of the file of whom the rules leave out',
    { dropouts: 'delivery.csv' },
    'delivery.csv is a file that every run writes itself. Give the output another name.',
  ],
  [
    'a diagnostic that warns and asks',
    {
      diagnostics: [
        {
          diagnostic: 'd',
          title: 'D',
          sql: 'select id from person where id = :which',
          params: { which: { type: 'id', title: 'Which' } },
          warns: { one: 'One.', many: '{rows}.' },
        },
      ],
    },
    'a diagnostic that warns has params, for which nobody asks during a run. Remove one of them.',
  ],
];

test.each(CASES)('%s is a mistake that names its line and what to do', (_, parts, expected) => {
  expect(() => aPeopleRecipe(parts)).toThrow(/:\d+: /);
  expect(failureText(parts)).toContain(expected);
});

function failureText(parts: RecipeParts): string {
  try {
    aPeopleRecipe(parts);
    return '';
  } catch (error) {
    const { message, nextStep = '' } = error as Error & { readonly nextStep?: string };
    return `${message} ${nextStep}`;
  }
}
