import { describe, expect, test } from 'vitest';
import { anExecutedRun } from '../testing/a-run.ts';
import { aSeatRecipe, SEAT_FILES } from '../testing/a-seat-recipe.ts';

const TEAMS = {
  teams: {
    files: ['teams.csv'],
    columns: { team: { type: 'text', required: true }, colour: { type: 'text' } },
  },
};

/** A table that joins each seat to the colour of a team. */
function coloured(joins: readonly object[], join = 'left join') {
  return {
    table: 'coloured_seat',
    of: 'seat',
    key: ['room', 'id'],
    joins,
    sql: `select seat.room, seat.id, colour from seat join person using (id) ${join} teams using (team)`,
  } as const;
}

const TEAM_OF_SEAT = {
  table: 'team_seat',
  of: 'seat',
  key: ['room', 'id'],
  sql: 'select seat.room, seat.id, team from seat join person using (id)',
} as const;

const JOIN = { to: 'teams', on: ['team'], expects: 'n:1' };

/** A run of the seats with a join to these teams. */
function joined(teams: string, join: object = JOIN) {
  const step = { ...coloured([join]), of: 'team_seat' };
  const recipe = aSeatRecipe({ sources: TEAMS, tables: [TEAM_OF_SEAT, step] });
  return anExecutedRun(recipe, { ...SEAT_FILES, 'teams.csv': teams });
}

test('of a table whose rows may have any number of rows, those with none are counted', async () => {
  const { reconciliation } = await anExecutedRun(aSeatRecipe(), SEAT_FILES);
  expect(reconciliation.derived).toEqual([
    { table: 'seat', of: 'person', in: 3, kept: 2, left_out: 1, out: 3, joins: [] },
  ]);
  expect(reconciliation).toMatchObject({ balanced: true, outcome: { entered: 3, delivered: 3 } });
});

describe('a table that has each row of another just once', () => {
  test('is counted on both sides', async () => {
    const { reconciliation } = await joined('team,colour\nx,red\nz,blue\n');
    expect(reconciliation.derived?.at(-1)).toEqual({
      ...{ table: 'coloured_seat', of: 'team_seat', in: 3, kept: 3, left_out: 0, out: 3 },
      joins: [{ ...JOIN, matched: 1, unmatched: 2, multiplying_keys: 0, extra_rows: 0 }],
    });
  });

  test('ends the run where a row is lost, and names it', async () => {
    const recipe = aSeatRecipe({ sources: TEAMS, tables: [coloured([], 'join')] });
    const files = { ...SEAT_FILES, 'teams.csv': 'team,colour\nx,red\n' };
    await expect(anExecutedRun(recipe, files)).rejects.toThrow(
      'recipes/test-people/tables/coloured_seat.sql: table coloured_seat has no row for 2 rows of seat, such as a, 3 and b, 3.',
    );
  });

  test('ends the run where rows multiply, and names them with how many there are', async () => {
    const recipe = aSeatRecipe({ sources: TEAMS, tables: [coloured([])] });
    const files = { ...SEAT_FILES, 'teams.csv': 'team,colour\ny,red\ny,blue\ny,green\n' };
    await expect(anExecutedRun(recipe, files)).rejects.toThrow(
      'table coloured_seat has several rows of 2 room, id, 4 too many: a, 3 (3 rows); b, 3 (3 rows).',
    );
  });
});

describe('a join that is not as expected ends the run before it is made', () => {
  test('where keys would multiply rows, with the keys and how many rows they would add', async () => {
    const teams = 'team,colour\ny,red\ny,blue\nx,red\nx,green\nx,grey\nz,1\nz,2\n';
    await expect(joined(teams)).rejects.toThrow(
      'the join of team_seat to teams by team is not n:1 as expected: 2 keys of teams would add 4 rows to 3: x (3 times); y (2 times).',
    );
  });

  test('where a row has no partner and is to have one', async () => {
    await expect(joined('team,colour\nx,red\n', { ...JOIN, expects: '1:1' })).rejects.toThrow(
      'is not 1:1 as expected: 2 rows of team_seat without a partner.',
    );
  });

  test('where several rows have one partner and each is to have one of its own', async () => {
    await expect(joined('team,colour\nx,red\ny,blue\n', { ...JOIN, expects: '1:1' })).rejects.toThrow(
      'is not 1:1 as expected: 1 key of teams would be the partner of several rows.',
    );
  });
});

test('keys that stand several times but are asked for by no row do no harm', async () => {
  const { reconciliation } = await joined('team,colour\nz,1\nz,2\nx,red\n');
  expect(reconciliation.balanced).toBe(true);
});

test('a table that has each row of another just once ends the run where it has rows of its own besides', async () => {
  const own = { ...TEAM_OF_SEAT, sql: `${TEAM_OF_SEAT.sql} union all select 'z', 9, 'x'` };
  await expect(anExecutedRun(aSeatRecipe({ tables: [own] }), SEAT_FILES)).rejects.toThrow(
    'table team_seat has 1 row of which seat has none, such as z, 9.',
  );
});

describe('a table that groups the rows of another', () => {
  const people = (sql: string) => {
    const group = { table: 'team', of: 'seat', rows: 'group', key: ['room'], sql } as const;
    return anExecutedRun(aSeatRecipe({ tables: [group] }), SEAT_FILES);
  };

  test('is counted by the rows that belong to a group and by the groups', async () => {
    const { reconciliation } = await people('select room, count(*) as seats from seat group by room');
    expect(reconciliation.derived?.at(-1)).toEqual({
      ...{ table: 'team', of: 'seat', in: 3, kept: 3, left_out: 0, out: 2, joins: [] },
    });
  });

  test('ends the run where a group is lost, and names it with how many rows belong to it', async () => {
    await expect(people("select room from seat where room <> 'a' group by room")).rejects.toThrow(
      'table team has no row for 2 rows of seat, such as a.',
    );
  });

  test('ends the run where it has a group to which no row belongs', async () => {
    const sql = "select room from seat group by room union all select 'z'";
    await expect(people(sql)).rejects.toThrow('table team has 1 row of which seat has none, such as z.');
  });

  test('ends the run where a group stands twice', async () => {
    await expect(people('select room from seat')).rejects.toThrow(
      'table team has several rows of 1 room, 1 too many: a (2 rows).',
    );
  });
});

test('columns that are joined by may have any name', async () => {
  const counts = { sources: { sets: { files: ['sets.csv'], columns: { copies: { type: 'integer' } } } } };
  const [seat, shelf] = [
    { table: 'counted', of: 'person', key: ['id'], sql: 'select id, score as copies from person' },
    {
      table: 'shelf',
      of: 'counted',
      rows: 'any',
      key: ['id', 'place'],
      joins: [{ to: 'sets', on: ['copies'], expects: 'n:1' }],
      sql: 'select id, sets.record as place from counted join sets using (copies)',
    },
  ] as const;
  const recipe = aSeatRecipe({ ...counts, tables: [seat, shelf] });
  await expect(anExecutedRun(recipe, { ...SEAT_FILES, 'sets.csv': 'copies\n0\n0\n' })).rejects.toThrow(
    '1 key of sets would add 1 row to 3: 0 (2 times).',
  );
});

test('rows without one are counted in linear time', async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `${index},1`);
  const files = {
    'people.csv': ['id,score', ...many].join('\n'),
    'rooms.csv': 'room,least\na,0\n',
  };
  const none = { ...TEAM_OF_SEAT, rows: 'any', sql: 'select room, id from seat where id % 2 = 0' } as const;
  const started = performance.now();
  const { reconciliation } = await anExecutedRun(aSeatRecipe({ tables: [none] }), files);
  expect(reconciliation.derived?.at(-1)).toMatchObject({ in: 20_000, kept: 10_000, left_out: 10_000 });
  expect(performance.now() - started).toBeLessThan(2000);
});
