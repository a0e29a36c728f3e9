import { expect, test } from 'vitest';
import type { Column } from '../recipe/recipe.ts';
import { suggestHeaders } from './suggest-headers.ts';
import type { ColumnType } from './values.ts';

const column = (name: string, kind: 'id' | 'text' | 'date' | 'decimal' | 'integer' | 'email'): Column => {
  const type: ColumnType = { kind };
  return { name, header: name, type, required: true, description: '' } as unknown as Column;
};

const SALES = [
  column('Date', 'date'),
  column('Customer ID', 'id'),
  column('Order ID', 'id'),
  column('Sales', 'decimal'),
];

function suggested(columns: readonly Column[], header: readonly string[], ...rows: readonly string[][]) {
  const none = columns.map(() => -1);
  return Object.fromEntries(suggestHeaders(columns, none, header, rows));
}

test('headers are suggested by words in common, and by their cells where no word says it', () => {
  const header = ['Order Date', 'Cust. No', 'Order Nr', 'Revenue', 'Shop'];
  const row = ['31/03/2025', '1001', '77', '$12.50', 'Bonn'];
  expect(suggested(SALES, header, row)).toEqual({
    Date: 'Order Date',
    'Customer ID': 'Cust. No',
    'Order ID': 'Order Nr',
    Sales: 'Revenue',
  });
});

test.each([
  ['77', { 'Order ID': 'Order' }],
  ['2025-03-31', {}],
  ['31/03/2025', {}],
  ['12.50', {}],
])('what has %s below it is taken for an id only where that can be one', (cell, found) => {
  expect(suggested([column('Order ID', 'id')], ['Order'], [cell])).toEqual(found);
});

test('without records only the names speak', () => {
  expect(suggested(SALES, ['Order Date', 'Cust. No', 'Revenue'])).toEqual({
    Date: 'Order Date',
    'Customer ID': 'Cust. No',
  });
});

test('what two headers could be by their cells is not guessed', () => {
  const header = ['Netto', 'Brutto'];
  expect(suggested([column('Sales', 'decimal')], header, ['10.00', '11.90'])).toEqual({});
  expect(suggested([column('Sales', 'decimal')], ['Stück', 'Brutto'], ['3', '11.90'])).toEqual({
    Sales: 'Brutto',
  });
});

test('one header is suggested for one column, and none that stands for another', () => {
  const columns = [column('start_date', 'date'), column('end_date', 'date')];
  expect(suggested(columns, ['Date'], ['2025-03-31'])).toEqual({ start_date: 'Date' });
  expect(suggestHeaders(columns, [0, -1], ['start_date'], [['2025-03-31']]).size).toBe(0);
});

test('that both are numbers of something does not say of what', () => {
  expect(suggested([column('Customer ID', 'id')], ['Invoice No'], ['7'])).toEqual({});
});
