import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assumption, Reading } from '../../contract/files.ts';
import { anEngine } from '../testing/an-engine.ts';
import { tempFolder, writeFiles } from '../testing/temp-folder.ts';

const HEADER = 'booking_id,customer_id,booking_date,booking_amount,booking_status,product_name,source_system';

type Written = readonly [date: string, amount: string];

function bookings(values: readonly Written[]): string {
  const rows = values.map(([date, amount], index) => `${index + 1},7,${date},"${amount}",COMPLETED,Tour,web`);
  return `${[HEADER, ...rows].join('\n')}\n`;
}

const times = (count: number, date: string, amount = '1'): readonly Written[] =>
  Array.from({ length: count }, () => [date, amount]);

/** A workspace with one file of bookings, and what is said of one of its columns. */
async function loaded(values: readonly Written[]) {
  const { api, engine } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  const folder = tempFolder({ 'bookings.csv': bookings(values) });
  await api.files.add({ workspace, files: [join(folder, 'bookings.csv')] });
  const state = async () => {
    const source = (await api.files.list({ workspace })).sources.find((each) => each.source === 'bookings');
    if (!source) throw new Error('The recipe has bookings.');
    return source;
  };
  const asked = async (column: string): Promise<Assumption | undefined> =>
    (await state()).files
      .at(-1)
      ?.assumptions.find((each) => each.column === column && each.certainty === 'proposed');
  const read = async (reading: Reading) => {
    const file = { import: (await state()).files[0]?.import ?? 0 };
    await api.files.read({ workspace, file, source: 'bookings', reading });
  };
  const { db } = await engine.workspace(workspace);
  const dates = () => db.prepare('select booking_date from source_bookings order by record').pluck().all();
  return { api, db, workspace, folder, state, asked, read, dates };
}

const dateFormats = (assumption: Assumption | undefined) =>
  assumption?.alternatives.map(({ reading }) => reading.formats?.booking_date);

const MIXED: readonly Written[] = [
  ...times(6000, '2025-03-31'),
  ...times(31, '31/03/2025'),
  ...times(3, '3/31/2025'),
  ...times(4, '03/04/2025'),
  ...times(2, '05/05/2025'),
  ...times(1, 'soon'),
];

describe('dates that are written in several ways', () => {
  test('are counted over the whole file, with the lines that show each way', async () => {
    const { asked } = await loaded(MIXED);
    const proposal = await asked('booking_date');
    expect(proposal?.sentence).toBe(
      'In bookings.csv booking_date is written in 4 ways: 2025-03-31 (year-month-day) in 6,000 records, first on line 2; ' +
        '31/03/2025 (day/month/year) in 33, first on line 6,002; 3/31/2025 (month/day/year) in 3, first on line 6,033; ' +
        '03/04/2025 (day/month/year or month/day/year) in 4, first on line 6,036. ' +
        '1 more is no date, as "soon" on line 6,042.',
    );
    expect(proposal?.proof.slice(1, 4)).toEqual([
      { line: 6002, text: '31/03/2025', shows: 'day/month/year' },
      { line: 6003, text: '31/03/2025', shows: 'day/month/year' },
      { line: 6033, text: '3/31/2025', shows: 'month/day/year' },
    ]);
  });

  test('are asked about where both orders occur, and each choice says what it accepts and what stays', async () => {
    const { asked, read, state } = await loaded(MIXED);
    const proposal = await asked('booking_date');
    expect(proposal?.alternatives.map(({ label }) => label)).toEqual([
      'Read booking_date as day/month/year: 37 more records, 4 stay faulty',
      'Read booking_date as month/day/year: 9 more records, 32 stay faulty',
      'Read booking_date as day/month/year or month/day/year: 36 more records, 5 stay faulty',
    ]);
    for (const [choice, accepted] of [6037, 6009, 6036].entries()) {
      await read(proposal?.alternatives[choice]?.reading ?? {});
      expect(await state()).toMatchObject({ accepted, rejected: 6041 - accepted });
    }
  });

  test('leave in quarantine what two of the chosen formats read as different days, and say which lines', async () => {
    const { api, asked, read, state, workspace } = await loaded(MIXED);
    await read({ formats: { booking_date: ['month-day-year', 'day-month-year'] } });
    const decided = (await state()).files[0]?.assumptions.find(({ certainty }) => certainty === 'decided');
    expect(decided?.sentence).toBe(
      'In bookings.csv booking_date is read as month/day/year or day/month/year, as you decided. ' +
        'What both orders read, as different days, stays in the quarantine.',
    );
    const proposal = await asked('booking_date');
    expect(proposal?.sentence).toBe(
      'In bookings.csv 4 of 5 faulty values of booking_date fit day/month/year as well as month/day/year: ' +
        'the values do not tell which it is.',
    );
    expect(proposal?.proof.map(({ line }) => line)).toEqual([6036, 6037, 6038]);
    const { reasons } = await api.quarantine.facets({ workspace, filter: {} });
    expect(reasons).toMatchObject([{ value: 'not_a_date', records: 5 }]);
  });

  test('that prove one order are read in it, and with the other formats of the column at once', async () => {
    const { asked, read, dates } = await loaded([
      ...times(2, '13/03/2025'),
      ...times(3, '03/04/2025'),
      ...times(2, '20250331'),
    ]);
    const proposal = await asked('booking_date');
    expect(proposal?.sentence).toContain('13/03/2025 (day/month/year) in 5 records, first on line 2;');
    expect(dateFormats(proposal)).toEqual([['day-month-year', 'yyyymmdd'], 'yyyymmdd']);
    await read(proposal?.alternatives[0]?.reading ?? {});
    expect(dates()).toEqual([
      ...['2025-03-13', '2025-03-13', '2025-04-03', '2025-04-03', '2025-04-03'],
      ...['2025-03-31', '2025-03-31'],
    ]);
  });

  test('ask for a second order where a first is decided, and say that it changes what was accepted', async () => {
    const { asked, read } = await loaded([
      ...times(7, '13/03/2025'),
      ...times(1, '01/02/2025'),
      ...times(6, '3/13/2025'),
    ]);
    await read({ formats: { booking_date: 'day-month-year' } });
    const proposal = await asked('booking_date');
    expect(proposal?.sentence).toBe(
      'In bookings.csv 6 faulty values of booking_date look like month/day/year.',
    );
    expect(proposal?.alternatives.map(({ label }) => label)).toEqual([
      'Read booking_date as day/month/year or month/day/year: 6 more records, ' +
        'but 1 of the first 14 values would be read otherwise or not at all',
      'Read booking_date as month/day/year: 6 more records, ' +
        'but 8 of the first 14 values would be read otherwise or not at all',
    ]);
  });

  test('are read in the same ways in the next file with that header, and where a cell is corrected', async () => {
    const { api, db, folder, read, state, workspace, dates } = await loaded(times(1, '31/03/2025'));
    await read({ formats: { booking_date: ['day-month-year', 'yyyymmdd'] } });
    writeFiles(folder, {
      'bookings-2.csv': bookings([...times(1, '20250401'), ...times(1, 'x')]).replaceAll(/^(\d),/gm, '9$1,'),
    });
    await api.files.add({ workspace, files: [join(folder, 'bookings-2.csv')] });
    const next = (await state()).files[0]?.name === 'bookings-2.csv' ? 0 : 1;
    expect((await state()).files[next]).toMatchObject({
      accepted: 1,
      reading: { formats: { booking_date: ['day-month-year', 'yyyymmdd'] } },
    });
    const record = String(db.prepare('select record from quarantine').pluck().safeIntegers().get());
    await api.quarantine.correct({ workspace, record, column: 'booking_date', text: '2.4.2025', all: false });
    expect([...dates()].sort()).toEqual(['2025-03-31', '2025-04-01', '2025-04-02']);
    const profile = await api.files.profile({ workspace, source: 'bookings' });
    expect(profile.find(({ column }) => column === 'booking_date')).toMatchObject({
      ...{ filled: 3, least: '2025-03-31', most: '2025-04-02' },
    });
  });

  test('of a file with one record are asked about, and of one day among many are not', async () => {
    const { asked } = await loaded(times(1, '31/03/2025'));
    expect((await asked('booking_date'))?.alternatives.map(({ label }) => label)).toEqual([
      'Read booking_date as day/month/year: 1 more record',
    ]);
    const many = await loaded([...times(60, '2025-03-31'), ...times(1, '31/03/2025')]);
    expect(await many.asked('booking_date')).toBeUndefined();
  });
});

test('formats that a column cannot have, or has twice, are refused', async () => {
  const { read } = await loaded(times(1, '2025-03-31'));
  const refused = (formats: Reading['formats']) => expect(read({ formats })).rejects;
  await refused({ booking_amount: ['day-month-year'] }).toThrow(
    'booking_amount cannot be read as day-month-year.',
  );
  await refused({ booking_date: ['yyyymmdd', 'yyyymmdd'] }).toThrow('booking_date has a format twice.');
});

describe('amounts', () => {
  test.each([
    ['$1,234.50', 'decimal-point'],
    ['1.234,50 EUR', 'decimal-comma'],
    ['1 234,50', 'decimal-comma'],
    ['(1,234.50)', 'decimal-point-brackets'],
  ])('like %s are offered in the format %s, with the count over the whole file', async (amount, format) => {
    const { asked, read, state } = await loaded([
      ...times(6, '2025-03-31', amount),
      ...times(1, '2025-03-31', '€ 12'),
    ]);
    const proposal = await asked('booking_amount');
    expect(proposal?.alternatives.map(({ reading }) => reading.formats)).toEqual([
      { booking_amount: format },
    ]);
    expect(proposal?.alternatives[0]?.label).toMatch(/: 7 more records$/);
    await read(proposal?.alternatives[0]?.reading ?? {});
    expect(await state()).toMatchObject({ accepted: 7, rejected: 0 });
  });

  test('in two formats are both offered, each with what it leaves', async () => {
    const { asked } = await loaded([
      ...times(8, '2025-03-31', '$1,234.50'),
      ...times(5, '2025-03-31', '1.234,50'),
    ]);
    const proposal = await asked('booking_amount');
    expect(proposal?.sentence).toBe(
      'In bookings.csv 8 of 13 faulty values of booking_amount look like numbers like 1,234.50. ' +
        '5 look like numbers like 1.234,50.',
    );
    expect(proposal?.alternatives.map(({ label }) => label)).toEqual([
      'Read booking_amount as numbers like 1,234.50: 8 more records, 5 stay faulty',
      'Read booking_amount as numbers like 1.234,50: 5 more records, 8 stay faulty',
    ]);
  });

  test('that any format reads are asked about, and brackets that none has are not offered', async () => {
    const { asked } = await loaded(times(6, '2025-03-31', '€ 12'));
    const proposal = await asked('booking_amount');
    expect(proposal?.sentence).toContain('the values do not tell which it is');
    expect(proposal?.alternatives.map(({ reading }) => reading.formats?.booking_amount)).toEqual([
      ...['decimal-point', 'decimal-comma'],
    ]);
  });
});
