import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectFailed, expectWrongUsage } from './support/expectations.ts';
import { finishLoyalty, runLoyalty } from './support/loyalty-runs.ts';
import { readCsv } from './support/read-csv.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { LOYALTY_DAY, loyaltyFiles } from './support/small-loyalty.ts';
import { tempFolder } from './support/temp-folder.ts';

const ROWS = {
  user_profile: ['7,Ann,ann@example.com,N,pro,2025-01-01,1,2025-11-01'],
  engagement_score: ['7,80,2025-11-19'],
  support_chats: ['H1,7,2025-11-19T10:00'],
  region_metadata: ['N,North,core'],
  region_thresholds: ['N,40,70,2025-01-01'],
} as const;

describe('a department without a file', () => {
  test('is named with what was found and with the way to go on, and nothing is written', async () => {
    const files = { ...loyaltyFiles({ ...ROWS, support_chats: null }), 'chats.csv': 'x\n' };
    const run = await runLoyalty({ files, asOf: LOYALTY_DAY });
    expectFailed(run, 'support_chats', 'chats.csv', '--without support_chats');
    expect(existsSync(run.out)).toBe(false);
  });

  test('is left out with --without, which reconciliation and warnings then say', async () => {
    const files = loyaltyFiles({ ...ROWS, support_chats: null, issue_tickets: null });
    const without = ['support_chats', 'issue_tickets'];
    const { out, stdout } = await finishLoyalty({ files, asOf: LOYALTY_DAY, without });
    const { without: left, warnings = [], balanced } = readReconciliation(out);
    expect({ left, balanced }).toEqual({ left: without, balanced: true });
    for (const source of without) expect(warnings.join('\n')).toContain(source);
    expect(stdout).toContain('support_chats');
    expect(readCsv(out, 'master.csv')).toMatchObject([
      { user_id: '7', support_chats: '0', open_tickets: '0' },
    ]);
    expect(readOut(out)?.get('rejected-support-chats.csv')?.toString()).toBe(
      'chat_id,user_id,started_at,rejection_reason,source_file,source_line\n',
    );
  });

  test('is named where it is one of several that are not there', async () => {
    const files = loyaltyFiles({ ...ROWS, support_chats: null, support_calls: null });
    const run = await runLoyalty({ files, asOf: LOYALTY_DAY, without: ['support_chats'] });
    expectFailed(run, 'support_calls', '--without support_calls');
    expect(run.stderr).not.toContain('support_chats.csv');
  });
});

test('a file of a source that is left out is not read, and named as left aside', async () => {
  const files = { ...loyaltyFiles(ROWS), 'support_chats.csv': 'not,what,is,asked\n' };
  const { out } = await finishLoyalty({ files, asOf: LOYALTY_DAY, without: ['support_chats'] });
  const { warnings = [], sources } = readReconciliation(out);
  expect(warnings.join('\n')).toContain('support_chats.csv');
  expect(sources.find(({ source }) => source === 'support_chats')).toMatchObject({ files: [], read: 0 });
});

test('a source that there is not cannot be left out, and the right name is offered', async () => {
  const run = await runLoyalty({ files: loyaltyFiles(ROWS), asOf: LOYALTY_DAY, without: ['support_chat'] });
  expectWrongUsage(run, 'support_chat', 'support_chats');
});

test('a run without --without says nothing of sources that are left out', async () => {
  const { out } = await finishLoyalty({ files: loyaltyFiles(ROWS), asOf: LOYALTY_DAY });
  expect(readReconciliation(out)).not.toHaveProperty('without');
});

test('a source that was left out is back in the next run of the workspace', async () => {
  const workspace = join(tempFolder(), 'w.muster');
  const run = { files: loyaltyFiles(ROWS), asOf: LOYALTY_DAY, workspace };
  const chats = (out: string) => readCsv(out, 'master.csv').map(({ support_chats }) => support_chats);
  expect(chats((await finishLoyalty(run)).out)).toEqual(['1']);
  expect(chats((await finishLoyalty({ ...run, without: ['support_chats'] })).out)).toEqual(['0']);
  const again = await finishLoyalty(run);
  expect(chats(again.out)).toEqual(['1']);
  expect(readReconciliation(again.out)).not.toHaveProperty('without');
});

test('thirteen files with a header each are a run of nobody', async () => {
  const { out } = await finishLoyalty({ files: loyaltyFiles({}), asOf: LOYALTY_DAY });
  const { outcome, balanced } = readReconciliation(out);
  expect({ entered: outcome.entered, balanced }).toEqual({ entered: 0, balanced: true });
  expect(readCsv(out, 'history.csv')).toEqual([]);
});

test('files may be named in any case', async () => {
  const files = Object.entries(loyaltyFiles(ROWS)).map(([name, text]) => {
    return [name.replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase()), text] as const;
  });
  const { out } = await finishLoyalty({ files: Object.fromEntries(files), asOf: LOYALTY_DAY });
  expect(readReconciliation(out).sources[0]).toMatchObject({ files: ['User_Profile.csv'], accepted: 1 });
});

describe('a day that is still to come', () => {
  const AHEAD = '2999-01-01';

  test('is warned of on standard error where a workspace keeps it, and nowhere else', async () => {
    const workspace = join(tempFolder(), 'w.muster');
    const run = await runLoyalty({ files: loyaltyFiles(ROWS), asOf: AHEAD, workspace });
    expect(run.exit).toBe(0);
    expect(run.stderr).toMatch(/^\S[^\n]*2999-01-01[^\n]*\n$/);
    expect(JSON.stringify(readReconciliation(run.out).warnings ?? [])).not.toContain(AHEAD);
    expect(readCsv(run.out, 'history.csv')).toMatchObject([{ snapshot_date: AHEAD, user_id: '7' }]);
    // What is kept for a later day is no earlier snapshot.
    const { out } = await finishLoyalty({ files: loyaltyFiles(ROWS), asOf: LOYALTY_DAY, workspace });
    const shifts = readCsv(out, 'monitoring.csv').filter(({ check }) => check === 'score_shift');
    expect(shifts).toMatchObject([{ value: '80.00', expected: '' }]);
    const dates = readCsv(out, 'history.csv').map(({ snapshot_date }) => snapshot_date);
    expect(dates).toEqual([LOYALTY_DAY, AHEAD]);
  });

  test('needs no warning without a workspace', async () => {
    await finishLoyalty({ files: loyaltyFiles(ROWS), asOf: AHEAD });
  });
});

test('a parameter that is no number is wrong usage', async () => {
  const params = { activity_days: Number.NaN, outreach_gap_days: 14 };
  const run = await runLoyalty({ files: loyaltyFiles(ROWS), asOf: LOYALTY_DAY, params });
  expectWrongUsage(run, 'activity_days');
});
