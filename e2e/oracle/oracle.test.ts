import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { gz, latin1, lines, utf16be, writeFiles } from '../support/write-files.ts';
import { expectRun } from './oracle.ts';

const CUSTOMERS = 'customer_id,email,home_state,loyalty_tier,is_active,updated_at';
const BOOKINGS =
  'booking_id,customer_id,booking_date,booking_amount,booking_status,product_name,source_system';
const CONSENTS = 'consent_event_id,customer_id,channel,consent_status,event_ts';
const SUPPRESSIONS = 'customer_id,suppression_reason,effective_from,effective_to';

test('a customer is dropped by the first rule and the other rules stand beside it', () => {
  const folder = tempFolder();
  writeFiles(folder, {
    'customers.csv': lines(
      CUSTOMERS,
      '7,good@example.com,"Berlin, Mitte",gold,1,2026-01-01',
      '007,Broken@Example,,,no,2026-01-01 10:00',
      '9,,,,1,2026-01-01T09:00Z',
      '9,late@example.com,,,1,2026-01-01T10:00+02:00',
      '9,later@example.com,,,1,2026-01-01T09:00:00.000Z',
      'C-1,c@example.com,,,maybe,2026-01-01',
    ),
    'bookings.csv': lines(
      BOOKINGS,
      'B1,7,2025-11-20,10.005,Completed,,',
      'B1,7,2025-11-20,99,COMPLETED,,',
      'B2,7,2025-11-19,10,COMPLETED,,',
      'B3,7,2026-11-20 10:00,-1.0001,COMPLETED,,',
      'B4,9,2026-11-21,5,COMPLETED,,',
    ),
    'consent-events.csv': lines(
      CONSENTS,
      'E1,7,EMAIL,opt_in,2026-01-02',
      'E2,9,email,OPT_OUT,2026-01-02T00:00:00.50Z',
      'E3,9,sms,OPT_IN,2026-02-02',
    ),
    'suppressions.csv': lines(SUPPRESSIONS, '9,,2026-11-20,', '9,complaint,,', '7,old,,2026-11-19'),
  });
  const { files, reconciliation } = expectRun(folder, '2026-11-20', 365);
  expect(files.get('audience.csv')).toBe(
    lines(
      'customer_id,email,home_state,loyalty_tier,bookings_last_365_days,total_spend_last_365_days,last_booking_date',
      '7,good@example.com,"Berlin, Mitte",gold,2,9.00,2026-11-20',
    ),
  );
  expect(files.get('dropouts.csv')).toBe(
    lines(
      'customer_id,stage,reason,detail,also',
      '9,suppressed,suppressed,,opted_out|no_recent_booking',
      '007,inactive,inactive,,malformed_email|no_email_consent|no_recent_booking',
    ),
  );
  expect(files.get('rejected-customers.csv')).toBe(
    lines(
      `${CUSTOMERS},rejection_reason,source_file,source_line`,
      'C-1,c@example.com,,,maybe,2026-01-01,is_active:not_a_boolean,customers.csv,7',
    ),
  );
  expect(reconciliation.controls).toEqual([
    { control: 'spend of the audience', left: '9.0049', right: '9.0049', ok: true },
  ]);
  expect(reconciliation.tables).toEqual([
    { table: 'current_customer', from: 'customers', in: 5, out: 3, superseded: 2 },
    { table: 'current_email_consent', from: 'consent_events', in: 3, out: 2, superseded: 1 },
    { table: 'recent_booking', from: 'bookings', in: 4, out: 1, superseded: 3 },
    { table: 'active_suppression', from: 'suppressions', in: 3, out: 1, superseded: 2 },
  ]);
  expect(reconciliation.stages[1]).toEqual({
    stage: 'inactive',
    in: 3,
    dropped: 1,
    out: 2,
    reasons: [{ reason: 'inactive', dropped: 1, any: 1, only: 0 }],
  });
  expect(reconciliation.outcome).toMatchObject({ entered: 3, delivered: 1, dropped: 2 });
  expect(reconciliation.sources[1]).toEqual({
    source: 'bookings',
    files: ['bookings.csv'],
    read: 5,
    accepted: 4,
    rejected: 1,
    codes: { 'booking_id:duplicate_key': 1 },
  });
});

test('several files of one source are one source, in name order, with the columns of all', () => {
  const folder = tempFolder();
  writeFiles(folder, {
    'Customers_b.csv': utf16be('UPDATED AT;Is-Active;note;customer-id\r\n2026-01-01;;n;5\r\n'),
    'customers_a.csv.gz': gz(latin1('customer_id|is_active|updated_at\r6|y|2026-01-01|\xe9|x\r|y\r')),
    'bookings.csv': lines(BOOKINGS),
    'consent_events.csv': lines(CONSENTS),
    'consent-events.csv': lines(CONSENTS),
    'suppressions.csv': lines(SUPPRESSIONS, '1,"open', '2,,,'),
  });
  const { files, reconciliation, warnedOf } = expectRun(folder, '2026-11-20', 365);
  expect(reconciliation.sources[0]).toMatchObject({
    files: ['Customers_b.csv', 'customers_a.csv.gz'],
    codes: { 'is_active:missing_value': 1, too_few_fields: 1, too_many_fields: 1 },
  });
  expect(files.get('rejected-customers.csv')).toBe(
    lines(
      'UPDATED AT,Is-Active,note,customer-id,rejection_reason,source_file,source_line',
      '2026-01-01,,n,5,is_active:missing_value,Customers_b.csv,2',
      '2026-01-01|é|x,y,,6,too_many_fields,customers_a.csv.gz,2',
      ',y,,,too_few_fields,customers_a.csv.gz,3',
    ),
  );
  expect(files.get('rejected-suppressions.csv')).toBe(
    lines(
      `${SUPPRESSIONS},rejection_reason,source_file,source_line`,
      '1,"""open",,,unreadable,suppressions.csv,2',
    ),
  );
  expect(warnedOf).toEqual(['consent-events.csv', 'customers_a.csv.gz']);
});
