import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectFailed } from './support/expectations.ts';
import { runMuster } from './support/run-muster.ts';
import { runSmall } from './support/small-input.ts';
import { tempFolder } from './support/temp-folder.ts';

describe('trace', () => {
  const traced = async (...key: readonly string[]) => {
    const folder = tempFolder();
    const workspace = join(folder, 'w.muster');
    const { exit, stderr } = await runSmall({}, { folder, args: ['--workspace', workspace] });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    return runMuster(['trace', workspace, ...key]);
  };

  test('a delivered customer: its records by file and line, the snapshot that won, the delivery', async () => {
    const { exit, stdout, stderr } = await traced('1');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/deliver/i);
    expect(stdout).toMatch(/customers\.csv\D+2\b/);
    expect(stdout).toMatch(/customers\.csv\D+3\b/);
    expect(stdout).toMatch(/bookings\.csv/);
    expect(stdout).toMatch(/consent_events\.csv/);
    expect(stdout).toMatch(/current_customer|latest snapshot|superseded|merged/i);
  });

  test('a dropped customer: the rule that dropped it and the other rules that would have', async () => {
    const { exit, stdout } = await traced('2');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/inactive|account is closed/i);
    expect(stdout).toMatch(/no_recent_booking|no completed booking/i);
    expect(stdout).toMatch(/customers\.csv\D+4\b/);
  });

  test('a customer that is in the quarantine only: the file, the line and the reason', async () => {
    const { exit, stdout } = await traced('3');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/customers\.csv\D+5\b/);
    expect(stdout).toMatch(/not_a_boolean|not yes or no/i);
  });

  test('a customer of whom only other sources know is found there', async () => {
    const { exit, stdout } = await traced('9');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/suppressions\.csv\D+2\b/);
  });

  test('a key that no file holds ends with exit 1 and names the key', async () => {
    expectFailed(await traced('4711'), '4711');
  });

  test('a workspace that is not there ends with exit 1, and none is made', async () => {
    const missing = join(tempFolder(), 'missing.muster');
    expectFailed(await runMuster(['trace', missing, '1']), 'missing.muster');
    expect(existsSync(missing)).toBe(false);
  });
});

describe('recipes and dictionary', () => {
  const COLUMNS = [
    ...['customer_id', 'email', 'home_state', 'loyalty_tier', 'is_active', 'updated_at'],
    ...['booking_id', 'booking_date', 'booking_amount', 'booking_status', 'product_name', 'source_system'],
    ...['consent_event_id', 'channel', 'consent_status', 'event_ts'],
    ...['suppression_reason', 'effective_from', 'effective_to'],
  ];

  test('recipes lists each recipe with its sources', async () => {
    const { exit, stdout, stderr } = await runMuster(['recipes']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const names = ['eligible-audience', 'customers', 'bookings', 'consent_events', 'suppressions'];
    for (const name of names) expect(stdout).toContain(name);
  });

  test('recipes --json is JSON that names the recipe and its sources', async () => {
    const { exit, stdout } = await runMuster(['recipes', '--json']);
    expect(exit).toBe(0);
    const said = JSON.stringify(JSON.parse(stdout));
    for (const name of ['eligible-audience', 'consent_events', 'customers*.csv'])
      expect(said).toContain(name);
  });

  test('dictionary is Markdown with every column, rule and output', async () => {
    const { exit, stdout, stderr } = await runMuster(['dictionary', 'eligible-audience']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^# /);
    const others = [
      'no_email_consent',
      'audience.csv',
      'total_spend_last_365_days',
      'window_days',
      'OPT_OUT',
    ];
    for (const name of [...COLUMNS, ...others]) expect(stdout).toContain(name);
  });
});

describe('--help', () => {
  const commands = ['run', 'check', 'trace', 'recipes', 'dictionary'];

  test.each([[], ...commands.map((command) => [command])])(
    '%s --help says how to use it',
    async (...command) => {
      const { exit, stdout, stderr } = await runMuster([...command.filter(Boolean), '--help']);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(stdout).toMatch(/usage/i);
      if (command[0] === 'run') {
        for (const option of ['--in', '--out', '--as-of', '--param', '--workspace', '--json']) {
          expect(stdout).toContain(option);
        }
      }
    },
  );

  test('help at the top names every command', async () => {
    const { stdout } = await runMuster(['--help']);
    for (const command of commands) expect(stdout).toContain(command);
  });
});
