import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import type { Source } from '../recipe/recipe.ts';
import { aColumn, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { decode, encode, nastyTexts } from '../testing/any-text.ts';
import { contentOf, load } from '../testing/load.ts';
import { splitByPattern } from '../testing/split-by-pattern.ts';
import { replaceFiles, tempFolder } from '../testing/temp-folder.ts';
import type { ReadableDb } from '../workspace/database.ts';
import type { Delimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';

const SOURCES: readonly Source[] = [
  aSource('texts', [aColumn('id', 'text'), aColumn('amount', 'text'), aColumn('day', 'text')]),
  aSource('values', [aRequired('id', 'id'), aColumn('amount', 'decimal'), aColumn('day', 'date')]),
  aSource('keyed', [aRequired('id', 'id'), aColumn('amount', 'decimal'), aColumn('day', 'timestamp')], {
    unique: [['id'], ['amount', 'day']],
  }),
];

const HEADER = 'id,amount,day';

/** Checks that every record of the loaded bytes is in one place, and that there is no other. */
function checkContent(db: ReadableDb, source: Source): void {
  const [content] = contentOf(db, source);
  if (!content) throw new Error('Nothing was loaded.');
  const { accepted, rejected, read } = content;
  expect(read).toBe(accepted.size + rejected.size);
  expect([...accepted.keys()].filter((line) => rejected.has(line))).toEqual([]);
  const [encoding, delimiter] =
    db
      .prepare<[string], [Encoding, Delimiter]>('select encoding, delimiter from import where source = ?')
      .raw()
      .get(source.name) ?? [];
  if (!encoding || !delimiter) throw new Error('Nothing was loaded.');
  const text = decode(current, encoding).replace(/^\u{feff}/u, '');
  const [, ...expected] = splitByPattern(text, delimiter);
  const lines = [...accepted.keys(), ...rejected.keys()].toSorted((left, right) => left - right);
  expect(lines).toEqual(expected.map(({ line }) => line));
  const broken = expected.filter((record) => record.broken).map(({ line }) => line);
  expect(broken.filter((line) => rejected.get(line)?.faults.join() !== 'unreadable')).toEqual([]);
  // What is rejected has its cells, and what is accepted its values.
  const changed = expected.filter(({ line, cells }) => {
    const values = source.name === 'texts' ? accepted.get(line) : undefined;
    const kept = rejected.get(line)?.cells ?? values?.map((value) => value ?? '');
    return kept && kept.join('|') !== (values ? cells.map((cell) => cell.trim()) : cells).join('|');
  });
  expect(changed).toEqual([]);
}

let current: Uint8Array = new Uint8Array();

/** Failures that bytes may rightly bring about: all are of the header or of the file as a whole. */
const RIGHTLY_REFUSED =
  /line \d+ has no column|line \d+: ".*" both mean|the header on line \d+ cannot be read|has no header|looks like UTF-16|looks like (?:JSON Lines|a JSON array), but its name does not say so|zip archive|packed by gzip|is empty/;

/** What only JSON begins with is refused where the file's name says otherwise: random bytes come upon it seldom. */
const JSON_BEGINS: [Uint8Array][] = [[Uint8Array.of(0x7b)], [Uint8Array.of(0x5b)]];

function property(bytes: fc.Arbitrary<Uint8Array>, numRuns: number, mayBeRefused: boolean): Promise<void> {
  const workspace = aWorkspace();
  const folder = tempFolder();
  return fc.assert(
    fc.asyncProperty(bytes, async (some) => {
      current = some;
      replaceFiles(folder, Object.fromEntries(SOURCES.map(({ name }) => [`${name}.csv`, some])));
      try {
        await load(workspace, folder, ...SOURCES);
      } catch (error) {
        if (mayBeRefused && error instanceof Failure && RIGHTLY_REFUSED.test(error.message)) return;
        throw error;
      }
      for (const source of SOURCES) checkContent(workspace.db, source);
    }),
    { numRuns, examples: mayBeRefused ? JSON_BEGINS : [] },
  );
}

const cells = fc.constantFrom(
  ...['1', '2', '01', '', ' ', '2026-11-20', '2026-02-30', '1.5', '1.50001', '9223372036854775808', 'x'],
  ...[
    '"1"',
    '"2,3"',
    '"a\nb"',
    '"a\r\n"',
    '""',
    '"""',
    '"a"b',
    '"',
    'a"',
    '\0',
    'é',
    '😀',
    '\u{feff}',
    '\u{85}',
  ],
);
const rows = fc
  .tuple(
    fc.array(cells, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n', ''),
  )
  .map(([some, end]) => some.join() + end);
const bodies = fc.oneof(
  { weight: 3, arbitrary: fc.array(rows, { maxLength: 20 }).map((some) => some.join('')) },
  { weight: 1, arbitrary: nastyTexts() },
);
const anyBytes = fc.uint8Array({ maxLength: 120 });

const encoded = fc
  .tuple(
    fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
    bodies,
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([encoding, body, end]) => {
    const mark = encoding.startsWith('utf-16') ? '\u{feff}' : '';
    // A last word that is Windows-1252 alone makes the whole file so.
    const last = encoding === 'windows-1252' ? [Buffer.from('\n\xe9,,', 'latin1')] : [];
    return Buffer.concat([encode(mark + HEADER + end + body, encoding), ...last]);
  });

test('every record of a file with a good header is in one place, whatever follows', async () => {
  await property(encoded, 250, false);
});

test('every record is in one place, whatever bytes follow a good header', async () => {
  const marks = fc.constantFrom('', 'efbbbf', 'efbbbf').map((mark) => Buffer.from(mark, 'hex'));
  const bytes = fc
    .tuple(marks, anyBytes)
    .map(([mark, some]) => Buffer.concat([mark, Buffer.from(`${HEADER}\n`), some]));
  await property(bytes, 150, false);
});

test('every record is in one place, or the header is refused, whatever the bytes', async () => {
  await property(
    fc.oneof(
      anyBytes,
      encoded.map((some) => some.subarray(1)),
    ),
    150,
    true,
  );
});

test('every record of a long file is in one place, whatever stands on the seams of its pieces', async () => {
  const texts = fc
    .tuple(bodies, bodies, fc.integer({ min: 65_480, max: 65_536 }), fc.boolean())
    .map(([middle, end, size, quoted]) => {
      const long = '7'.repeat(500);
      const row = quoted ? `"${long}","","2026-11-20"\n` : `${long},1.5,\n`;
      const filler = (bytes: number) => row.repeat(bytes / row.length).padStart(bytes, 'x');
      const start = `${HEADER}\n`;
      return Buffer.from(`${start}${filler(size - start.length)}${middle}\n${filler(65_536)}${end}`);
    });
  await property(texts, 100, false);
});
