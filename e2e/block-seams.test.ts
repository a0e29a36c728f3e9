import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectRun } from './oracle/oracle.ts';
import { firstDifference } from './support/first-difference.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { AS_OF, CUSTOMERS, runSmall, SUPPRESSIONS } from './support/small-input.ts';
import { tempFolder } from './support/temp-folder.ts';
import { gz, lines, writeFiles } from './support/write-files.ts';

// A reader takes a file in blocks of some power of two: all of them have their seams at multiples of this.
const BLOCK = 65_536;
const BLOCKS = 33;

const SEAM = '‸';
const PAD = '…';

/** Records (each # a customer) with the place that shall lie at a seam, and room for what brings it there. */
const RECORDS: readonly string[] = [
  '#,"…"‸"a",,\n',
  '#,"…"‸,2026-01-01,\n',
  '#,"…" ‸ ,,\n',
  '#,…,,\r‸\n',
  '#,"…\r‸\nb",,\n',
  '#,…‸😀,,\n',
  '#,…‸é,,\n',
  '#,…‸,,\n',
  '#,‸"…",,\n',
  '#,"…‸x"junk,,\n#,"a",,\n',
  '#,"…‸ never closed,,\n#,"b"x,,\n',
  '#,…,,\n‸\n\r\n\r15,a,,\n',
  '#,…,,‸\r17,a\n',
  '‸#,…\n#,a,,\n',
  '#,"…""‸""",,\r\n',
  '#,"…\n‸#,a,,\n#,b",,\n',
];

/** A file in which at every multiple of a block one of the records has its place, a few units before or after. */
function seamFile(encoding: 'utf8' | 'utf16le', mark: string, rotation: number): Buffer {
  const parts = [`${mark}${SUPPRESSIONS}\n`];
  let size = Buffer.byteLength(parts[0] ?? '', encoding);
  let customer = rotation * 1000;
  for (let block = 1; block < BLOCKS; block++) {
    const template = RECORDS[(block * 5 + rotation) % RECORDS.length] ?? '';
    const record = template.replaceAll('#', () => String(++customer));
    const shift = ((block + rotation) % 5) - 2;
    const before = record.slice(0, record.indexOf(SEAM)).replace(PAD, '');
    const unit = encoding === 'utf8' ? 1 : 2;
    const room = (block * BLOCK - size - Buffer.byteLength(before, encoding)) / unit - shift;
    // Where the room comes after the place, a record of its own makes up for it.
    const early = record.indexOf(PAD) > record.indexOf(SEAM);
    const text = early
      ? `0,${'x'.repeat(room - '0,,,\n'.length)},,\n${record.replace(PAD, 'y')}`
      : record.replace(PAD, 'x'.repeat(room));
    parts.push(text.replace(SEAM, ''));
    size += Buffer.byteLength(text.replace(SEAM, ''), encoding);
  }
  return Buffer.from(parts.join(''), encoding);
}

test('no record changes where it lies across the seam of two blocks', async () => {
  const folder = tempFolder();
  const plain = Array.from({ length: 10 }, (_, rotation) =>
    seamFile('utf8', rotation % 2 ? '\uFEFF' : '', rotation),
  );
  writeFiles(join(folder, 'in'), {
    ...Object.fromEntries(plain.map((bytes, rotation) => [`suppressions_${rotation}.csv`, bytes])),
    'suppressions_gz.csv.gz': gz(plain[3] ?? ''),
    'suppressions_u1.csv': seamFile('utf16le', '\uFEFF', 3),
    'suppressions_u2.csv': seamFile('utf16le', '\uFEFF', 8),
    // One odd byte, and the whole file is read another way.
    'suppressions_w.csv': Buffer.concat([
      plain[0] ?? Buffer.of(),
      Buffer.from([0x32, 0x34, 0x2c, 0xe9, 0x2c, 0x2c]),
    ]),
  });
  const customers = Array.from({ length: 10_000 }, (_, id) => `${id},a@b.de,,,1,2026-01-01`);
  const run = await runSmall(
    { 'suppressions.csv': null, 'customers.csv': lines(CUSTOMERS, ...customers) },
    { folder },
  );
  expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
  const expected = expectRun(run.input, AS_OF, 365);
  for (const name of ['rejected-suppressions.csv', 'dropouts.csv']) {
    const written = readOut(run.out)?.get(name)?.toString('utf8') ?? '';
    const difference = firstDifference(expected.files.get(name) ?? '', written);
    expect(difference?.replaceAll(/x{50,}/g, 'x…x'), name).toBeUndefined();
  }
  expect(readReconciliation(run.out).sources).toEqual(expected.reconciliation.sources);
  expect(expected.reconciliation.sources[3]?.rejected).toBeGreaterThan(50);
});
