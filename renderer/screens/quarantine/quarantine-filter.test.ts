import { expect, test } from 'vitest';
import { readFilter } from './quarantine-filter.ts';

test('at first the open records of the first source are shown', () => {
  expect(readFilter({}, 'bookings')).toEqual({ source: 'bookings', state: 'open' });
  expect(readFilter({}, undefined)).toEqual({ state: 'open' });
});

test('all sources and all states are asked for by name', () => {
  expect(readFilter({ source: '*', state: '*' }, 'bookings')).toEqual({});
});

test('a fault of the whole record is no column, and an empty text is a text', () => {
  expect(readFilter({ column: '*', text: '=' }, 'bookings')).toMatchObject({ column: null, text: '' });
});

test('every part of an address is taken up', () => {
  const query = {
    source: 'people',
    state: 'set aside',
    file: '3',
    column: 'age',
    code: 'not_a_number',
    text: '==1',
  };
  expect(readFilter(query, 'bookings')).toEqual({
    source: 'people',
    state: 'set aside',
    import: 3,
    column: 'age',
    code: 'not_a_number',
    text: '=1',
  });
});
