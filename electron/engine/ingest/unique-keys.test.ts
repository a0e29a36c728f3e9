import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aColumn, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { contentOf, load } from '../testing/load.ts';
import { replaceFiles, tempFolder, writeFiles } from '../testing/temp-folder.ts';

/** A record: two ids, a text, a number that may be none, or a line that is no record of the source at all. */
type Row = readonly [first: string, second: string, word: string, number: string] | 'broken';

const COLUMNS = [
  aRequired('first', 'id'),
  aColumn('second', 'id'),
  aColumn('word', 'email'),
  aColumn('number', 'decimal'),
];

const UNIQUE: readonly (readonly (readonly string[])[])[] = [
  [['first']],
  [['second']],
  [['first', 'second']],
  [['word', 'first']],
  [['first'], ['second']],
  [['second', 'word'], ['first']],
  [['number'], ['word', 'second', 'first']],
];

// Ids that look alike, and large ones that are one and the same as a floating number.
const ids = fc.constantFrom(
  '1',
  '2',
  '01',
  '-1',
  'a',
  'A',
  '9007199254740993',
  '9007199254740992',
  '["1"]',
  '',
);
const words = fc.constantFrom('a', 'A', 'b', '1', '"', 'a\u{1}b', '');
const numbers = fc.constantFrom('1', '1.0', '2', '-1', 'x', '');
const rows: fc.Arbitrary<Row> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(ids, ids, words, numbers) },
  { weight: 1, arbitrary: fc.constant('broken' as const) },
);
const files = fc.array(fc.array(rows, { maxLength: 14 }), { minLength: 1, maxLength: 4 });

test('keys are kept as a plain map would keep them, over files and runs', async () => {
  const workspace = aWorkspace();
  const folder = tempFolder();
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.constantFrom(...UNIQUE),
      fc.integer({ min: 1, max: 4 }),
      async (all, unique, firstRun) => {
        const source = aSource('people', COLUMNS, { unique });
        const expected = expectedOf(all, unique);
        const texts = all.map((some) => ['first,second,word,number', ...some.map(textOf), ''].join('\n'));
        const named = (count: number) =>
          Object.fromEntries(texts.slice(0, count).map((text, index) => [`people${index}.csv`, text]));
        // What the first run has left has its keys when the others come.
        for (const count of [Math.min(firstRun, texts.length), texts.length]) {
          replaceFiles(folder, named(count));
          await load(workspace, folder, source);
        }
        const found = contentOf(workspace.db, source).map(({ accepted, rejected }) => ({
          accepted: [...accepted.keys()],
          rejected: [...rejected].map(([line, { faults }]) => `${line}: ${faults.join('|')}`),
        }));
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 250 },
  );
});

function textOf(row: Row): string {
  return row === 'broken' ? '1,2' : row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join();
}

interface Expected {
  readonly accepted: readonly number[];
  readonly rejected: readonly string[];
}

function expectedOf(
  all: readonly (readonly Row[])[],
  unique: readonly (readonly string[])[],
): readonly Expected[] {
  const holders = unique.map(() => new Map<string, string>());
  return all.map((some, fileIndex) => {
    const accepted: number[] = [];
    const rejected: string[] = [];
    some.forEach((row, index) => {
      const line = index + 2;
      if (row === 'broken') {
        rejected.push(`${line}: too_few_fields`);
        return;
      }
      const keys = unique.map((columns) => keyOf(row, columns));
      const faults = [
        ...(row[0] === '' ? ['first:missing_value'] : []),
        ...(row[3] === 'x' ? ['number:not_a_number'] : []),
        ...keys.flatMap((key, place) => {
          const holder = key === undefined ? undefined : holders[place]?.get(key);
          return holder === undefined ? [] : [`${unique[place]?.[0]}:duplicate_key@${holder}`];
        }),
      ];
      if (faults.length > 0) {
        rejected.push(`${line}: ${faults.join('|')}`);
        return;
      }
      accepted.push(line);
      keys.forEach((key, place) => {
        if (key !== undefined) holders[place]?.set(key, `${fileIndex + 1}:${line}`);
      });
    });
    return { accepted, rejected };
  });
}

/** The key that a record has; undefined where a part of it is empty or at fault. */
function keyOf(
  [first, second, word, number]: Exclude<Row, 'broken'>,
  columns: readonly string[],
): string | undefined {
  const values: Readonly<Record<string, string>> = {
    first,
    second,
    word: word.toLowerCase(),
    number: number === 'x' || number === '' ? '' : String(Number(number)),
  };
  const parts = columns.map((column) => values[column] ?? '');
  return parts.includes('') ? undefined : JSON.stringify(parts);
}

test('of many records none is taken for another, and every second one of a pair is found', async () => {
  const source = aSource('people', [aRequired('first', 'id')], { unique: [['first']] });
  const distinct = Array.from({ length: 30_000 }, (_, index) =>
    index % 3 === 0 ? `C-${index}` : String(index),
  );
  const workspace = aWorkspace();
  const text = (some: readonly string[]) => `first\n${some.join('\n')}\n`;
  const folder = tempFolder({
    'people1.csv': text(distinct),
    'people2.csv': text([...distinct.slice(0, 1000), 'new']),
  });
  await load(workspace, folder, source);
  const [one, two] = contentOf(workspace.db, source);
  expect([one?.accepted.size, one?.rejected.size, two?.accepted.size, two?.rejected.size]).toEqual([
    30_000, 0, 1, 1000,
  ]);
  expect(two?.rejected.get(1001)?.faults).toEqual(['first:duplicate_key@1:1001']);
});

test('a corrected record claims no key before all files are there', async () => {
  const workspace = aWorkspace();
  const { db } = workspace;
  const source = aSource('people', [aRequired('first', 'id')], { unique: [['first']] });
  const folder = tempFolder({ 'people1.csv': 'first\n1\n2\n' });
  await load(workspace, folder, source);
  // As if the second record had been rejected and then corrected.
  db.exec(`
    insert into quarantine (record, import, cells, state)
    select record, record >> 32, '["2"]', 'corrected' from source_people where first = 2
  `);
  writeFiles(folder, { 'people2.csv': 'first\n1\n2\n2\n' });
  await load(workspace, folder, source);
  const faults = db.prepare(
    'select record & 0xffff, holder & 0xffff, holder >> 32 from fault order by record',
  );
  // The key of the corrected one goes to the first that has it in its file; of these two the later is rejected.
  expect(faults.raw().all()).toEqual([
    [2, 2, 1],
    [4, 3, 2],
  ]);
});
