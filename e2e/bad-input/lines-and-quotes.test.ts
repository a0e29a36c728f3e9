import { describe, expect, test } from 'vitest';
import { expectRefused } from '../support/expectations.ts';
import { readCsv } from '../support/read-csv.ts';
import { readReconciliation } from '../support/read-out.ts';
import { CUSTOMERS, rejectedOf, runSmall, SUPPRESSIONS, tell } from '../support/small-input.ts';
import { lines } from '../support/write-files.ts';

const suppressions = (text: string) => tell('suppressions', { 'suppressions.csv': text });
const rejected = (text: string) => rejectedOf('suppressions', { 'suppressions.csv': text });

describe('the ends of files and lines', () => {
  test('an empty file is refused by name', async () => {
    expectRefused(await runSmall({ 'suppressions.csv': '' }), 'suppressions.csv', /empty/i);
  });

  test('a file of a mark alone is refused like an empty one', async () => {
    expectRefused(await runSmall({ 'suppressions.csv': '\uFEFF' }), 'suppressions.csv');
  });

  test.each([
    ['with', `${SUPPRESSIONS}\n`],
    ['without', SUPPRESSIONS],
  ])('a header alone, %s a line end, is a file of no records', async (_, text) => {
    expect(await suppressions(text)).toEqual({ accepted: 0, faults: [], warnings: [] });
  });

  test('a run in which every file is a header alone is balanced', async () => {
    const headers = Object.fromEntries(
      [
        ['customers.csv', CUSTOMERS],
        ['bookings.csv', 'booking_id,customer_id,booking_date,booking_amount,booking_status'],
        ['consent_events.csv', 'customer_id,channel,consent_status,event_ts'],
        ['suppressions.csv', 'customer_id'],
      ].map(([name, header]) => [name, `${header}\n`]),
    );
    const run = await runSmall(headers);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const { outcome, balanced } = readReconciliation(run.out);
    expect({ balanced, outcome }).toMatchObject({ balanced: true, outcome: { entered: 0, delivered: 0 } });
  });

  test('the last line needs no line end', async () => {
    expect(await suppressions(`${SUPPRESSIONS}\n1,a,,\n2,b,,`)).toMatchObject({ accepted: 2, faults: [] });
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s ends a line, and lines are counted by it', async (_, end) => {
    const text = [SUPPRESSIONS, '1,a,,', '', '2,b', ''].join(end);
    expect(await suppressions(text)).toEqual({
      accepted: 1,
      faults: ['suppressions.csv:4 too_few_fields'],
      warnings: [],
    });
  });

  test('line ends may be mixed', async () => {
    const text = `${SUPPRESSIONS}\r1,a,,\r\n2,b,,\n3,c\r\r\n4,d,,\n\r5,e`;
    expect(await suppressions(text)).toMatchObject({
      accepted: 3,
      faults: ['suppressions.csv:4 too_few_fields', 'suppressions.csv:8 too_few_fields'],
    });
  });

  test('a line of spaces is a record, a line of nothing is none', async () => {
    expect(await suppressions(lines(SUPPRESSIONS, '', '   ', '', '1,a,,'))).toMatchObject({
      accepted: 1,
      faults: ['suppressions.csv:3 too_few_fields'],
    });
  });
});

describe('quotes', () => {
  test('a quoted cell keeps delimiters, quotes and line ends', async () => {
    const customers = lines(
      CUSTOMERS,
      '1,ann@example.com,"Upper, ""Lower""\r\nBavaria\n",gold,1,2026-02-01',
      '2,x@example.com,,,?,2026-02-01',
    );
    const run = await runSmall({ 'customers.csv': customers });
    expect(readCsv(run.out, 'audience.csv')[0]?.home_state).toBe('Upper, "Lower"\r\nBavaria');
    expect(readCsv(run.out, 'rejected-customers.csv')[0]?.source_line).toBe('5');
  });

  test('a quote that is never closed costs one line, which is named', async () => {
    const text = lines(SUPPRESSIONS, '1,a,,', '2,"never closed,,', '3,c,,', '4,d,,');
    expect(await rejected(text)).toEqual([
      [...SUPPRESSIONS.split(','), 'rejection_reason', 'source_file', 'source_line'],
      ['2', '"never closed', '', '', 'unreadable', 'suppressions.csv', '3'],
    ]);
    expect(await suppressions(text)).toMatchObject({ accepted: 3 });
  });

  test('a quote that is closed by the next one far below costs one line only', async () => {
    const text = lines(SUPPRESSIONS, '1,"a,,', '2,b,,', '3,"c",,', '4,d,,');
    expect(await suppressions(text)).toMatchObject({
      accepted: 3,
      faults: ['suppressions.csv:2 unreadable'],
    });
  });

  test('anything but blanks after a closing quote costs the line', async () => {
    const text = lines(SUPPRESSIONS, '1,"a"x,,', '2,"b" \t,,', '3,"c""d",,', '4,e"f"g,,');
    expect(await suppressions(text)).toMatchObject({
      accepted: 3,
      faults: ['suppressions.csv:2 unreadable'],
    });
    expect((await rejected(text))[1]?.slice(0, 3)).toEqual(['1', '"a"x', '']);
  });

  test('a record behind broken ones still knows its line', async () => {
    const text = lines(SUPPRESSIONS, '1,"a\nb",,', '2,"c\nd"x,,', '3,"e\n\nf",,', '4,g');
    expect(await suppressions(text)).toMatchObject({
      faults: [
        'suppressions.csv:4 unreadable',
        'suppressions.csv:5 too_few_fields',
        'suppressions.csv:9 too_few_fields',
      ],
    });
  });
});

describe('the number of fields', () => {
  test('too few and too many fields are told, with what was there', async () => {
    const text = lines(SUPPRESSIONS, '1,a', '2,b,,,', '3,c,2026-01-01,2026-01-02,"x,y"', '4,d,,');
    expect((await rejected(text)).slice(1)).toEqual([
      ['1', 'a', '', '', 'too_few_fields', 'suppressions.csv', '2'],
      ['2', 'b', '', ',', 'too_many_fields', 'suppressions.csv', '3'],
      ['3', 'c', '2026-01-01', '2026-01-02,x,y', 'too_many_fields', 'suppressions.csv', '4'],
    ]);
  });

  test('a fault of the whole record stands alone', async () => {
    const text = lines(SUPPRESSIONS, ',a,2026-02-30');
    expect(await suppressions(text)).toMatchObject({ faults: ['suppressions.csv:2 too_few_fields'] });
  });
});
