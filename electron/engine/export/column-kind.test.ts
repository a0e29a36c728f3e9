import { expect, test } from 'vitest';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { columnKind } from './column-kind.ts';

const recipe = aPeopleRecipe();

/** The kind of a plain column of these values, written as SQL has them. */
function kindOf(values: readonly string[], name = 'value'): string {
  const { db } = aWorkspace();
  db.exec(`create table t (${name} any) strict`);
  for (const value of values) db.exec(`insert into t values (${value})`);
  return columnKind(db, recipe, 't', { name, description: '', written: true, format: { kind: 'plain' } })
    .kind;
}

test('a plain column is what all of its values are', () => {
  expect(kindOf(['1', '-2', 'null'])).toBe('integer');
  expect(kindOf(['9223372036854775807'])).toBe('integer');
  expect(kindOf(['0.5', 'null', '1.0'])).toBe('real');
  expect(kindOf(["'a'", "''"])).toBe('text');
  expect(kindOf(["'2026-02-28'", 'null', "'0001-01-01'"])).toBe('date');
});

test('numbers of both sorts are floating-point numbers as long as these hold them exactly', () => {
  expect(kindOf(['0.5', '9007199254740991'])).toBe('real');
  expect(kindOf(['0.5', '9007199254740993'])).toBe('text');
  expect(kindOf(['0.5', '-9007199254740993'])).toBe('text');
});

test('whatever is mixed, without values or infinite is text', () => {
  expect(kindOf(['1', "'007'"])).toBe('text');
  expect(kindOf(['0.5', "'2026-01-01'"])).toBe('text');
  expect(kindOf(['0.5', '9e999'])).toBe('text');
  expect(kindOf(['-9e999'])).toBe('text');
  expect(kindOf(["x'00'"])).toBe('text');
  expect(kindOf(['null'])).toBe('text');
  expect(kindOf([])).toBe('text');
});

test('a text is a day only when the calendar has it', () => {
  for (const odd of [
    '2026-02-30',
    '2026-1-01',
    '2026-01-01 ',
    '2026-01-01T00:00',
    '20260101',
    'now',
    '2026',
  ]) {
    expect(kindOf(["'2026-01-01'", `'${odd}'`])).toBe('text');
  }
  expect(kindOf(["'2026-01-01' || char(0) || 'x'"])).toBe('text');
});

test('a column that bears the name of an id is text, numbers or not', () => {
  expect(kindOf(['1', '2'], 'id')).toBe('text');
  const bookings = {
    files: ['b.csv'],
    columns: { booking: { type: 'id', required: true }, rooms: { type: 'integer' } },
  };
  const withIds = aPeopleRecipe({ sources: { people: recipePeople, bookings } });
  const { db } = aWorkspace();
  db.exec('create table t (booking any, rooms any) strict; insert into t values (1, 2)');
  const kinds = ['booking', 'rooms'].map(
    (name) =>
      columnKind(db, withIds, 't', { name, description: '', written: true, format: { kind: 'plain' } }).kind,
  );
  expect(kinds).toEqual(['text', 'integer']);
});

const recipePeople = { files: ['people.csv'], columns: { id: { type: 'id' }, seen_on: { type: 'date' } } };

test('a column of the key is text also where no source has its name', () => {
  const { db } = aWorkspace();
  db.exec('create table t (person any) strict; insert into t values (1)');
  const column = { name: 'person', description: '', written: true, format: { kind: 'plain' } } as const;
  expect(columnKind(db, { ...recipe, key: ['person'] }, 't', column).kind).toBe('text');
  expect(columnKind(db, recipe, 't', column).kind).toBe('integer');
});

test('what the recipe says of a column goes before its values', () => {
  const { db } = aWorkspace();
  db.exec('create table t (value any) strict; insert into t values (1)');
  const decimal = { kind: 'decimal', decimals: 2 } as const;
  expect(
    columnKind(db, recipe, 't', { name: 'value', description: '', written: true, format: decimal }),
  ).toEqual(decimal);
});
