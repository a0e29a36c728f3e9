import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate } from './generator/files.ts';
import { Random } from './generator/random.ts';
import { readRows } from './support/read-csv.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { AS_OF, BOOKINGS, CONSENTS, CUSTOMERS, small } from './support/small-input.ts';
import { tempFolder } from './support/temp-folder.ts';
import { lines, writeFiles } from './support/write-files.ts';

// Each sample is a process, so there are few of them, and four random files in each.
const RUNS = { numRuns: 12 };

/** Bytes out of what breaks readers: quotes, delimiters, line ends, marks, halves of characters. */
const nastyBytes = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('"', ',', '\n', '\r', '\r\n', ';', '\t', '|', '""', ' ', '', '@'),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom('1', '007', 'email', 'OPT_IN', '2026-10-01', 'COMPLETED', '5.5', 'é'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\0', '\uFEFF', '\uFFFD', '😀', '\u2028', '\u0085', '\u001A', '\v'),
      },
    ),
    { maxLength: 400 },
  )
  .map((parts) => Buffer.from(parts.join('')));

const rawBytes = fc.oneof(
  { weight: 3, arbitrary: nastyBytes },
  {
    weight: 1,
    arbitrary: fc
      .tuple(nastyBytes, fc.uint8Array({ minLength: 1, maxLength: 4 }), nastyBytes)
      .map((parts) => Buffer.concat(parts)),
  },
);

const messyFolder = fc
  .record({ customers: rawBytes, bookings: rawBytes, consents: rawBytes, mark: fc.boolean() })
  .map(({ customers, bookings, consents, mark }) => {
    const file = (header: string, body: Uint8Array) =>
      Buffer.concat([Buffer.from(mark ? '\uFEFF' : ''), Buffer.from(lines(header)), body]);
    return {
      ...small(),
      'customers.csv': file(CUSTOMERS, customers),
      'bookings.csv': file(BOOKINGS, bookings),
      'consent_events.csv': file(CONSENTS, consents),
    };
  });

test('of any bytes under a good header, every record read is accepted or rejected, and all balances', async () => {
  await fc.assert(
    fc.asyncProperty(messyFolder, async (files) => {
      const folder = tempFolder();
      writeFiles(join(folder, 'in'), files);
      const out = join(folder, 'out');
      const { exit, stderr } = await run(join(folder, 'in'), out);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      const { sources, tables, stages, outcome, balanced } = readReconciliation(out);
      expect(balanced).toBe(true);
      for (const { source, read, accepted, rejected } of sources) {
        expect(read, source).toBe(accepted + rejected);
        const rows = readRows(out, `rejected-${source.replaceAll('_', '-')}.csv`);
        expect(rows.length - 1, source).toBe(rejected);
      }
      for (const table of tables) expect(table.in).toBe(table.out + table.superseded);
      stages.forEach((stage, index) => {
        expect(stage.in).toBe(stage.dropped + stage.out);
        if (index > 0) expect(stage.in).toBe(stages[index - 1]?.out);
      });
      expect(outcome.entered).toBe(outcome.delivered + outcome.dropped);
      expect(readRows(out, 'dropouts.csv').length - 1).toBe(outcome.dropped);
      expect(readRows(out, 'audience.csv').length - 1).toBe(outcome.delivered);
    }),
    RUNS,
  );
});

test('of any bytes at all, check answers with exit 0 or with one line that names the file', async () => {
  await fc.assert(
    fc.asyncProperty(rawBytes, async (bytes) => {
      const folder = tempFolder();
      writeFiles(folder, { ...small(), 'customers.csv': bytes });
      const { exit, stdout, stderr } = await runMuster([
        'check',
        'eligible-audience',
        '--in',
        folder,
        '--json',
      ]);
      if (exit === 0) {
        const [figures] = JSON.parse(stdout).sources;
        expect(figures.read).toBe(figures.accepted + figures.rejected);
      } else {
        expect(exit).toBe(1);
        expect(stderr).toMatch(/^[^\n]*customers\.csv[^\n]*\n$/);
      }
    }),
    RUNS,
  );
});

test('the same files give the same bytes: on repetition, in a workspace, and in another folder', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1000, max: 9999 }), async (seed) => {
      const folder = tempFolder();
      const at = (name: string) => join(folder, name);
      const { files } = generate(new Random(seed));
      writeFiles(at('in'), files);
      writeFiles(at('copy'), {});
      writeFiles(at('copy'), Object.fromEntries(Object.keys(files).map((name) => [name, ''])));
      for (const name of Object.keys(files)) copyFileSync(join(at('in'), name), join(at('copy'), name));
      await run(at('in'), at('first'));
      await run(at('copy'), at('second'), '--workspace', at('w.muster'));
      await run(at('in'), at('third'), '--workspace', at('w.muster'));
      const first = readOut(at('first'));
      expect(first?.size, `seed ${seed}`).toBe(8);
      expect(readOut(at('second')), `seed ${seed}`).toEqual(first);
      expect(readOut(at('third')), `seed ${seed}`).toEqual(first);
    }),
    { numRuns: 4 },
  );
});

function run(input: string, out: string, ...more: readonly string[]) {
  return runMuster(['run', 'eligible-audience', '--in', input, '--out', out, '--as-of', AS_OF, ...more]);
}
