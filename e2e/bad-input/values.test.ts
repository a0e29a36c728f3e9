import { describe, expect, test } from 'vitest';
import { readCsv } from '../support/read-csv.ts';
import { readReconciliation } from '../support/read-out.ts';
import {
  BOOKINGS,
  CONSENTS,
  CUSTOMERS,
  runSmall,
  SMALL,
  SUPPRESSIONS,
  tell,
} from '../support/small-input.ts';
import { lines } from '../support/write-files.ts';

/** Loads one record for each value of a column and says which were refused, by value. */
async function refusals(
  source: string,
  header: string,
  make: (value: string, index: number) => string,
  values: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const told = await tell(source, { [`${source}.csv`]: lines(header, ...values.map(make)) });
  return Object.fromEntries(
    told.faults.map((fault) => {
      const [, line, code] = /:(\d+) (.*)$/.exec(fault) ?? [];
      return [values[Number(line) - 2] ?? '', code ?? ''];
    }),
  );
}

function all(values: readonly string[], code: string): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value) => [value, code]));
}

describe('values', () => {
  test('amounts are exact decimals and nothing else', async () => {
    const good = ['-0', '+1', '007', '1.2345', '-3.10', '922337203685477.5807', '-922337203685477.5808'];
    const notNumbers = [
      ...['1e5', 'NaN', 'Infinity', '12,50', '€10', '1.00001', '.5', '5.', '1 000', '0x10', '1_0', '٣'],
      ...['--1', '-', '1.2.3'],
    ];
    const tooLarge = ['922337203685477.5808', '99999999999999999999', '-922337203685477.5809'];
    const make = (value: string, index: number) => `B${index},1,2020-01-01,"${value}",COMPLETED,,`;
    const values = [...good, ...notNumbers, ...tooLarge, ''];
    expect(await refusals('bookings', BOOKINGS, make, values)).toEqual({
      ...all(notNumbers, 'booking_amount:not_a_number'),
      ...all(tooLarge, 'booking_amount:out_of_range'),
      '': 'booking_amount:missing_value',
    });
  });

  test('dates are real days, and a time behind them is dropped', async () => {
    const good = [
      '2024-02-29',
      '2026-11-20 10:00',
      '2026-11-20T23:59:59.999Z',
      '2026-11-20 10:00+0200',
      ' 0001-01-01 ',
    ];
    const bad = [
      ...['2026-02-30', '2026-02-29', '2026-13-01', '0000-01-01', '20.11.2026', '2026/11/20', '2026-1-1'],
      ...['2026-11-20 25:00', '2026-11-20x', '2026-11-20Z', '11/20/2026', '2026-11-20  10:00'],
    ];
    const make = (value: string, index: number) => `B${index},1,"${value}",1,COMPLETED,,`;
    const refused = await refusals('bookings', BOOKINGS, make, [...good, ...bad, ' ']);
    expect(refused).toEqual({
      ...all(bad, 'booking_date:not_a_date'),
      ' ': 'booking_date:missing_value',
    });
  });

  test('points in time have a real day, perhaps a time, perhaps a zone', async () => {
    const good = [
      ...[
        '2026-01-01',
        '2026-01-01Z',
        '2026-01-01 10:00',
        '2026-01-01T10:00:00',
        '2026-01-01T10:00:00.123456789Z',
      ],
      ...['2026-01-01 10:00+02:00', '2026-01-01T10:00-0830', '2026-01-01+23:59'],
    ];
    const bad = [
      ...['2026-02-30', '2026-01-01T24:00', '2026-01-01T10:60', '2026-01-01T10:00:60', '2026-01-01T10'],
      ...[
        '2026-01-01T10:00 Z',
        '2026-01-01  10:00',
        '2026-01-01t10:00',
        '2026-01-01T10:00z',
        '2026-01-01T10:00+2',
      ],
      ...['2026-01-01T10:00+24:00', '2026-01-01T10:00:00.', '1767225600', 'now'],
    ];
    const make = (value: string) => `1,a@b.de,,,1,${value}`;
    expect(await refusals('customers', CUSTOMERS, make, [...good, ...bad, ''])).toEqual({
      ...all(bad, 'updated_at:not_a_timestamp'),
      '': 'updated_at:missing_value',
    });
  });

  test('yes and no have ten spellings in any case', async () => {
    const good = ['1', '0', 'true', 'False', 'YES', 'no', 'Y', 'n', 'T', 'f', ' yes '];
    const bad = ['2', 'ja', 'on', 'truee', '01', '-1'];
    const make = (value: string) => `1,a@b.de,,,${value},2026-01-01`;
    expect(await refusals('customers', CUSTOMERS, make, [...good, ...bad, ''])).toEqual({
      ...all(bad, 'is_active:not_a_boolean'),
      '': 'is_active:missing_value',
    });
  });

  test('a listed value counts in any case and is nothing else', async () => {
    const bad = ['OPTIN', 'OPT-IN', 'yes', 'OPT_IN,OPT_OUT'];
    const make = (value: string) => `E,1,email,"${value}",2026-01-01`;
    expect(
      await refusals('consent_events', CONSENTS, make, ['OPT_IN', 'opt_out', ' Opt_In ', ...bad, '']),
    ).toEqual({
      ...all(bad, 'consent_status:not_allowed'),
      '': 'consent_status:missing_value',
    });
  });

  test('a record with several faults has several codes, in column order, the duplicate key last', async () => {
    const text = lines(
      BOOKINGS,
      'B1,1,2026-01-01,1,COMPLETED,,',
      ',,2026-02-30,x,,,',
      'B1,1,2026-02-30,1,COMPLETED,,',
      'B2,1,never,1,COMPLETED,,',
      'B2,1,2026-01-01,1,COMPLETED,,',
    );
    const run = await runSmall({ 'bookings.csv': text });
    expect(readReconciliation(run.out).sources[1]).toMatchObject({
      read: 5,
      accepted: 2,
      codes: {
        'booking_amount:not_a_number': 1,
        'booking_date:not_a_date': 3,
        'booking_id:duplicate_key': 1,
        'booking_id:missing_value': 1,
        'booking_status:missing_value': 1,
        'customer_id:missing_value': 1,
      },
    });
    expect(readCsv(run.out, 'rejected-bookings.csv').map((row) => row.rejection_reason)).toEqual([
      'booking_id:missing_value|customer_id:missing_value|booking_date:not_a_date|booking_amount:not_a_number|booking_status:missing_value',
      'booking_date:not_a_date|booking_id:duplicate_key',
      'booking_date:not_a_date',
    ]);
  });
});

describe('ids and instants', () => {
  test('ids stay exactly as they are written, and keep one order', async () => {
    const ids = [
      ...[
        '7',
        '007',
        '10',
        '9',
        'C-7',
        'c-7',
        '12345678901234567890',
        '9223372036854775807',
        '1e3',
        '0',
        'é',
        '-1',
      ],
    ];
    const ordered = [
      ...['0', '7', '9', '10', '9223372036854775807'],
      ...['-1', '007', '12345678901234567890', '1e3', 'C-7', 'c-7', 'é'],
    ];
    const run = await runSmall({
      'customers.csv': lines(CUSTOMERS, ...ids.map((id) => `${id},a@b.de,,,1,2026-01-01`)),
      'bookings.csv': lines(BOOKINGS, ...ids.map((id) => `${id},${id},2026-11-01,1,COMPLETED,,`)),
      'consent_events.csv': lines(CONSENTS, ...ids.map((id) => `,${id},email,OPT_IN,2026-01-01`)),
      'suppressions.csv': lines(SUPPRESSIONS),
    });
    expect(readCsv(run.out, 'audience.csv').map((row) => row.customer_id)).toEqual(ordered);
    const dropped = await runSmall({
      'customers.csv': lines(CUSTOMERS, ...ids.map((id) => `${id},,,,1,2026-01-01`)),
    });
    expect(readCsv(dropped.out, 'dropouts.csv').map((row) => row.customer_id)).toEqual(ordered);
  });

  test.each([
    ['the zone decides which is later', '2026-01-01T10:00+02:00', '2026-01-01T09:00Z', 'second'],
    ['without a zone it is UTC', '2026-01-01 10:00', '2026-01-01T10:30+01:00', 'first'],
    ['a fraction counts', '2026-01-01T10:00:00.0000001Z', '2026-01-01T10:00:00Z', 'first'],
    ['of equal instants the later line wins', '2026-01-01T10:00+02:00', '2026-01-01 08:00:00.000', 'second'],
    ['a day alone is its first moment', '2026-01-02', '2026-01-01T23:59:59.999', 'first'],
    ['a zone can change the year', '2026-01-01T00:30+01:00', '2025-12-31T23:00Z', 'first'],
  ])('%s', async (_, first, second, winner) => {
    const run = await runSmall({
      'customers.csv': lines(CUSTOMERS, `1,a@b.de,first,,1,${first}`, `1,a@b.de,second,,1,${second}`),
    });
    expect(readCsv(run.out, 'audience.csv')).toMatchObject([{ customer_id: '1', home_state: winner }]);
  });

  test('the latest email consent decides, whatever its zone and whatever other channels say', async () => {
    const run = await runSmall({
      'consent_events.csv': lines(
        CONSENTS,
        ',1,email,OPT_IN,2026-03-01 00:30+02:00',
        ',1,EMAIL,opt_out,2026-03-01T00:00:30.250+01:00',
        ',1,sms,OPT_IN,2026-04-01',
      ),
      'suppressions.csv': lines(SUPPRESSIONS, '2,,,', '2,later reason,,'),
    });
    expect(readCsv(run.out, 'dropouts.csv')).toMatchObject([
      { customer_id: '1', reason: 'opted_out', detail: '', also: '' },
      { customer_id: '2', reason: 'inactive', also: 'suppressed|no_email_consent|no_recent_booking' },
    ]);
  });

  test('money is added exactly and rounded once', async () => {
    const amounts = ['0.1', '0.2', '0.0049', '0.0001', '-0', '1000000000000.3'];
    const run = await runSmall({
      'bookings.csv': lines(
        BOOKINGS,
        ...amounts.map((amount, n) => `B${n},1,2026-11-01,${amount},COMPLETED,,`),
      ),
    });
    expect(readCsv(run.out, 'audience.csv')[0]?.total_spend_last_365_days).toBe('1000000000000.61');
    expect(readReconciliation(run.out).controls).toEqual([
      { control: 'spend of the audience', left: '1000000000000.605', right: '1000000000000.605', ok: true },
    ]);
  });

  test('both ends of the window count', async () => {
    const days = ['2025-11-19', '2025-11-20', '2026-11-20', '2026-11-21'];
    const run = await runSmall({
      'bookings.csv': lines(BOOKINGS, ...days.map((day, n) => `B${n},1,${day},${10 ** n},COMPLETED,,`)),
    });
    expect(readCsv(run.out, 'audience.csv')[0]).toMatchObject({
      bookings_last_365_days: '2',
      total_spend_last_365_days: '110.00',
      last_booking_date: '2026-11-20',
    });
  });

  test('the small input itself is as it is said to be', async () => {
    const run = await runSmall();
    expect(Object.keys(SMALL)).toHaveLength(4);
    expect(readReconciliation(run.out)).toMatchObject({
      balanced: true,
      outcome: { entered: 2, delivered: 1 },
    });
  });
});
