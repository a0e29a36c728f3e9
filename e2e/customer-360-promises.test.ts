import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyPlainWorld,
  type PlainTransaction,
  type PlainWorld,
  plainFiles,
  shuffledWorld,
} from './customer-360-generator/plain-world.ts';
import type { Identity } from './customer-360-oracle/identity.ts';
import { readCsv } from './support/read-csv.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';
import { writeFiles } from './support/write-files.ts';

// Each sample is a process or several, so there are few of them.
const RUNS = { numRuns: 6 };
const anyIdentity = fc.constantFrom<Identity>('map', 'positional');

test('no lead and no user_uuid is lost or multiplied, and the sums stay', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlainWorld, anyIdentity, async (world, identity) => {
      const rows = readCsv(await run(world, identity), 'customer_360.csv');
      const { leads, visits, entries } = world;
      const accepted = world.transactions.filter(({ cents }) => cents > 0);
      const emails = new Set(leads.map(({ email }) => email.toLowerCase()));
      const linked = entries.filter(({ email }) => identity === 'map' && emails.has(email.toLowerCase()));
      const users = new Set([...accepted, ...visits, ...linked].map(({ user }) => user));
      expect(present(rows, 'email')).toEqual([...emails].toSorted());
      expect(present(rows, 'user_uuid')).toEqual([...users].toSorted());
      for (const status of ['completed', 'pending'] as const) {
        const own = accepted.filter((each) => each.status.toLowerCase() === status);
        expect(sum(rows.map((row) => cents(row[`${status}_amount`])))).toBe(
          sum(own.map((each) => each.cents)),
        );
        expect(sum(rows.map((row) => Number(row[`${status}_count`])))).toBe(own.length);
      }
      expect(idsOf(rows)).toEqual(accepted.map(({ id }) => id).toSorted());
      expect(sum(rows.map((row) => Number(row.total_page_views)))).toBe(
        sum(visits.map(({ views }) => views)),
      );
    }),
    RUNS,
  );
});

test('a lead is linked to the user_uuid of its entry and to no other, and a guess is marked as one', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlainWorld, async (world) => {
      const byEmail = new Map(world.entries.map(({ email, user }) => [email.toLowerCase(), user]));
      for (const { email = '', user_uuid, identity_source } of readCsv(
        await run(world, 'map'),
        'customer_360.csv',
      )) {
        if (email === '') continue;
        expect([user_uuid, identity_source]).toEqual(
          byEmail.has(email) ? [byEmail.get(email), 'map'] : ['', ''],
        );
      }
      const guessed = readCsv(await run(world, 'positional'), 'customer_360.csv');
      for (const { email, user_uuid, identity_source } of guessed) {
        expect(identity_source).toBe(email !== '' && user_uuid !== '' ? 'positional' : '');
      }
    }),
    RUNS,
  );
});

test('the order of independent lines changes nothing but the order of rejected records', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPlainWorld.chain((world) => fc.tuple(fc.constant(world), shuffledWorld(world))),
      anyIdentity,
      async ([world, shuffled], identity) => {
        const [out, other] = [await run(world, identity), await run(shuffled, identity)];
        for (const name of ['customer_360.csv', 'customer_360.parquet', 'status_rates.csv']) {
          expect(readOut(other)?.get(name), name).toEqual(readOut(out)?.get(name));
        }
        expect(readReconciliation(other)).toEqual(readReconciliation(out));
        const log = (folder: string) =>
          readOut(folder)?.get('rejected_transactions.log')?.toString('utf8') ?? '';
        expect(log(other).split('\n').toSorted()).toEqual(log(out).split('\n').toSorted());
      },
    ),
    RUNS,
  );
});

test('a transaction of nothing or less is in the log with its amount, and any other is in its customer', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlainWorld, async (world) => {
      const out = await run(world, 'map');
      const lines = (readOut(out)?.get('rejected_transactions.log')?.toString('utf8') ?? '').split('\n');
      const refused = world.transactions.filter(({ cents }) => cents <= 0);
      expect(lines).toEqual(['transaction_id|status|amount|reason', ...refused.map(logLine), '']);
      const shares = readCsv(out, 'status_rates.csv');
      expect(sum(shares.map((row) => Number(row.transactions)))).toBe(world.transactions.length);
    }),
    RUNS,
  );
});

type Cells = Readonly<Record<string, string>>;

async function run(world: PlainWorld, identity: Identity): Promise<string> {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  writeFiles(input, plainFiles(world));
  const args = ['run', 'customer-360', '--in', input, '--out', out, '--param', `identity=${identity}`];
  const { exit, stderr } = await runMuster([...args, '--as-of', '2026-11-20']);
  expect(exit, stderr).toBe(0);
  return out;
}

function logLine({ id, status, cents }: PlainTransaction): string {
  const amount = (cents / 100).toFixed(2);
  return `${id}|${status}|${amount}|Non-positive amount (${amount})`;
}

/** The values of a column that are there, in order, each as often as it stands. */
function present(rows: readonly Cells[], column: string): readonly string[] {
  return rows
    .map((row) => row[column] ?? '')
    .filter((value) => value !== '')
    .toSorted();
}

function idsOf(rows: readonly Cells[]): readonly string[] {
  return present(rows, 'transaction_ids')
    .flatMap((ids) => ids.split(','))
    .toSorted();
}

function cents(money = ''): number {
  return Number(money.replace('.', ''));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
