import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openScratch } from '../workspace/database.ts';
import { type ColumnType, Fault, readId, type StoredValue, valueReader } from './values.ts';

/** Reads a text by a type; a fault as its code. */
function read(type: ColumnType | Exclude<ColumnType['kind'], 'enum'>, text: string): StoredValue {
  const value = valueReader(typeof type === 'string' ? { kind: type } : type)(text);
  return value instanceof Fault ? value.code : value;
}

const INT64_MOST = 2n ** 63n - 1n;
const INT64_LEAST = -(2n ** 63n);

describe('an id', () => {
  test.each<[text: string, stored: StoredValue]>([
    ['0', 0n],
    ['7', 7n],
    ['007', '007'],
    ['00', '00'],
    ['-7', '-7'],
    ['+7', '+7'],
    ['7.0', '7.0'],
    ['1e5', '1e5'],
    ['C-7', 'C-7'],
    ['٣', '٣'],
    ['999999999999999', 999_999_999_999_999n],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['9223372036854775807', INT64_MOST],
    ['9223372036854775808', '9223372036854775808'],
    ['12345678901234567890', '12345678901234567890'],
    ['00000000000000000007', '00000000000000000007'],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('%s is kept exactly', (text, stored) => {
    expect(read('id', text)).toBe(stored);
  });

  const ids = fc.oneof(
    fc.string({ minLength: 1 }).filter((text) => !text.includes('\0')),
    fc.stringMatching(/^[0-9]{1,22}$/),
    fc.bigInt({ min: INT64_MOST - 3n, max: INT64_MOST + 3n }).map(String),
    fc.bigInt({ min: 0n, max: 2n ** 60n }).map(String),
    fc.constantFrom('é', '😀', '\u{fffd}', '7a', '07', '-1', 'A', 'a'),
  );

  test('cast back to text is the text itself', () => {
    const db = openScratch();
    db.exec('create table ids (id any) strict');
    const insert = db
      .prepare<[StoredValue]>('insert into ids (id) values (?) returning cast(id as text)')
      .pluck();
    fc.assert(
      fc.property(ids, (text) => {
        expect(insert.get(readId(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
    db.close();
  });

  test('is ordered by SQLite: plain integers first, by value, then the rest by their bytes', () => {
    const db = openScratch();
    db.exec('create table ids (id any) strict');
    const insert = db.prepare<[StoredValue]>('insert into ids (id) values (?)');
    const ordered = db.prepare<[], string>('select cast(id as text) from ids order by id').pluck();
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 12 }), (texts) => {
        db.exec('delete from ids');
        for (const text of texts) insert.run(readId(text));
        expect(ordered.all()).toEqual(texts.toSorted(compareIds));
      }),
      { numRuns: 1000 },
    );
    db.close();
  });
});

function compareIds(left: string, right: string): number {
  const [first, second] = [plainInteger(left), plainInteger(right)];
  if (first !== undefined && second !== undefined) return first < second ? -1 : first > second ? 1 : 0;
  if (first !== undefined) return -1;
  if (second !== undefined) return 1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function plainInteger(text: string): bigint | undefined {
  return /^(?:0|[1-9][0-9]*)$/.test(text) && BigInt(text) <= INT64_MOST ? BigInt(text) : undefined;
}

describe('an integer', () => {
  test.each<[text: string, stored: StoredValue]>([
    ['0', 0n],
    ['-0', 0n],
    ['+0', 0n],
    ['007', 7n],
    ['-007', -7n],
    ['+12', 12n],
    ['9223372036854775807', INT64_MOST],
    ['9223372036854775808', 'out_of_range'],
    ['-9223372036854775808', INT64_LEAST],
    ['-9223372036854775809', 'out_of_range'],
    [`${'0'.repeat(50)}9`, 9n],
    [`-${'0'.repeat(50)}9`, -9n],
    ['9'.repeat(100_000), 'out_of_range'],
    ...['1.0', '1e5', '0x10', '1_0', '1 0', '--1', '+', '-', '', 'NaN', 'Infinity', '٣', '1,0', '1\n'].map(
      (text): [string, StoredValue] => [text, 'not_a_number'],
    ),
  ])('%j', (text, stored) => {
    expect(read('integer', text)).toBe(stored);
  });

  test('has the bounds of its column, both included', () => {
    const type: ColumnType = { kind: 'integer', least: -1n, most: 3n };
    const values = ['-2', '-1', '3', '4', 'x'].map((text) => read(type, text));
    expect(values).toEqual(['out_of_range', -1n, 3n, 'out_of_range', 'not_a_number']);
    expect(read({ kind: 'integer', least: 0n }, '9')).toBe(9n);
    expect(read({ kind: 'integer', most: 0n }, '9')).toBe('out_of_range');
  });
});

describe('a decimal', () => {
  test.each<[text: string, stored: StoredValue]>([
    ['0', 0n],
    ['-0', 0n],
    ['-0.0000', 0n],
    ['1', 10_000n],
    ['+1.5', 15_000n],
    ['-3.10', -31_000n],
    ['007.0001', 70_001n],
    ['0.1', 1000n],
    ['1234567890.1234', 12_345_678_901_234n],
    ['99999999999999', 999_999_999_999_990_000n],
    ['900719925474.0993', 9_007_199_254_740_993n],
    ['922337203685477.5807', INT64_MOST],
    ['922337203685477.5808', 'out_of_range'],
    ['-922337203685477.5808', INT64_LEAST],
    ['-922337203685477.5809', 'out_of_range'],
    ['922337203685478', 'out_of_range'],
    ['12345678901234567890', 'out_of_range'],
    [`${'0'.repeat(50)}1.5`, 15_000n],
    ...[
      '1e5',
      'NaN',
      'Infinity',
      '-Infinity',
      '12,50',
      '€10',
      '10 €',
      '$1',
      '.5',
      '-.5',
      '5.',
      '1.00001',
    ].map((text): [string, StoredValue] => [text, 'not_a_number']),
    ...[
      '1.2.3',
      '1 000',
      "1'000",
      '1,000.00',
      '0x10',
      '1_0',
      '--1',
      '+-1',
      '+',
      '-',
      '.',
      '',
      '٣',
      '1\n',
      '(1)',
    ].map((text): [string, StoredValue] => [text, 'not_a_number']),
    ['1000000000000000.00001', 'not_a_number'],
    ['1000000000000000.', 'not_a_number'],
    ['1000000000000000e5', 'not_a_number'],
  ])('%j', (text, stored) => {
    expect(read('decimal', text)).toBe(stored);
  });

  test('is exact, whatever its size', () => {
    const parts = fc.record({
      sign: fc.constantFrom('', '+', '-'),
      whole: fc.stringMatching(/^[0-9]{1,17}$/),
      decimals: fc.option(fc.stringMatching(/^[0-9]{1,4}$/), { nil: undefined }),
    });
    fc.assert(
      fc.property(parts, ({ sign, whole, decimals }) => {
        const size = BigInt(whole) * 10_000n + BigInt((decimals ?? '').padEnd(4, '0'));
        const exact = sign === '-' ? -size : size;
        const expected = exact > INT64_MOST || exact < INT64_LEAST ? 'out_of_range' : exact;
        expect(read('decimal', sign + whole + (decimals === undefined ? '' : `.${decimals}`))).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test('is refused where the pattern does not hold, and only there', () => {
    const texts = fc
      .array(fc.constantFrom('0', '1', '9', '.', '+', '-', 'e', ',', ' '), { minLength: 1, maxLength: 20 })
      .map((units) => units.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const refused = read('decimal', text) === 'not_a_number';
        expect(refused).toBe(!/^[+-]?[0-9]+(\.[0-9]{1,4})?$/.test(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('has the bounds of its column, in ten-thousandths', () => {
    const type: ColumnType = { kind: 'decimal', least: 0n, most: 995_000n };
    const values = ['-0.0001', '-0', '99.5', '99.5001'].map((text) => read(type, text));
    expect(values).toEqual(['out_of_range', 0n, 995_000n, 'out_of_range']);
  });
});

describe('a boolean', () => {
  const yes = ['1', 'true', 'TRUE', 'True', 'yes', 'Yes', 'y', 'Y', 't', 'T'];
  const no = ['0', 'false', 'FALSE', 'fAlSe', 'no', 'NO', 'n', 'N', 'f', 'F'];

  test.each(yes)('%s is yes', (text) => {
    expect(read('boolean', text)).toBe(1n);
  });

  test.each(no)('%s is no', (text) => {
    expect(read('boolean', text)).toBe(0n);
  });

  test.each(['2', '-1', '01', '1.0', 'on', 'off', 'ja', 'truе', 'null', 'yes!', 'x', 'constructor'])(
    '%s is neither',
    (text) => {
      expect(read('boolean', text)).toBe('not_a_boolean');
    },
  );
});

describe('an enum', () => {
  const type: ColumnType = { kind: 'enum', values: ['Completed', 'IN_PROGRESS', 'straße', 'I'] };

  test.each<[text: string, stored: string]>([
    ['Completed', 'Completed'],
    ['completed', 'Completed'],
    ['COMPLETED', 'Completed'],
    ['in_progress', 'IN_PROGRESS'],
    ['Straße', 'straße'],
    ['i', 'I'],
  ])('%s is stored as %s', (text, stored) => {
    expect(read(type, text)).toBe(stored);
  });

  // Neither a Turkish dotted nor a Turkish dotless I is an I, whatever the machine's language.
  test.each([
    'complete',
    'completed!',
    'in progress',
    'İN_PROGRESS',
    'ın_progress',
    'ı',
    'İ',
    '',
    'toString',
  ])('%s is not allowed', (text) => {
    expect(read(type, text)).toBe('not_allowed');
  });
});

describe('a text', () => {
  test.each(['a', '007', 'NULL', "O'Brien", 'é', '😀', 'a\nb', 'a  b', '=1+1'])('%j is kept', (text) => {
    expect(read('text', text)).toBe(text);
  });
});

describe('an email', () => {
  test.each<[text: string, stored: string]>([
    ['Ann@Example.ORG', 'ann@example.org'],
    ['no address', 'no address'],
    ['ÄNN@EXAMPLE.ORG', 'änn@example.org'],
    ['İ@example.org', 'i̇@example.org'],
  ])('%s is %s', (text, stored) => {
    expect(read('email', text)).toBe(stored);
  });
});
