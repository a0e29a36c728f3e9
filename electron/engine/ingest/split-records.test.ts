import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, cuttings, nastyTexts } from '../testing/any-text.ts';
import { type ExpectedRecord, splitByPattern } from '../testing/split-by-pattern.ts';
import { DELIMITERS, type Delimiter } from './delimiter.ts';
import { KEPT_UNITS, MOST_UNITS } from './split-carefully.ts';
import { RecordSplitter } from './split-records.ts';

function split(pieces: Iterable<string>, delimiter: Delimiter = ','): readonly ExpectedRecord[] {
  const records: ExpectedRecord[] = [];
  const splitter = new RecordSplitter(delimiter, (cells, line, broken) =>
    records.push({ cells, line, broken }),
  );
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return records;
}

describe('RecordSplitter', () => {
  test('splits any text in any pieces as if it had come whole', () => {
    fc.assert(
      fc.property(nastyTexts(), fc.constantFrom(...DELIMITERS), cuttings(), (text, delimiter, lengths) => {
        expect(split(cut(text, lengths), delimiter)).toEqual(splitByPattern(text, delimiter));
      }),
      { numRuns: 10_000 },
    );
  });

  test('splits texts of long pieces that are mostly in order as if they had come whole', () => {
    const lines = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('a,b\n', '"a",b\n', '"a\nb","c""d"\n', '\n', 'a"b,c\r\n') },
      { weight: 1, arbitrary: nastyTexts(4) },
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 60 }), cuttings(120), (parts, lengths) => {
        const text = parts.join('');
        expect(split(cut(text, lengths))).toEqual(splitByPattern(text, ','));
      }),
      { numRuns: 3000 },
    );
  });

  test('says on which line the next record starts', () => {
    const splitter = new RecordSplitter(',', () => {});
    const lines = ['a,b\n', '"c\n', 'd",e\n\n', 'f'].map((piece) => {
      splitter.push(piece);
      return splitter.line;
    });
    expect(lines).toEqual([2, 2, 5, 5]);
  });

  describe('an over-long record', () => {
    const pieces = [[1_000_000], [65_536], [MOST_UNITS + 1], [2 * MOST_UNITS + 100], [65_535, 1]];

    test.each(pieces)('loses only its line, in pieces of %i', (...lengths) => {
      const long = `${'x'.repeat(MOST_UNITS)},y`;
      expect(split(cut(`a,b\r\n${long}\r\nc,d\r\n`, lengths))).toEqual([
        { cells: ['a', 'b'], line: 1, broken: false },
        { cells: ['x'.repeat(KEPT_UNITS)], line: 2, broken: true },
        { cells: ['c', 'd'], line: 3, broken: false },
      ]);
    });

    test.each(pieces)('in quotes loses its first line only, in pieces of %i', (...lengths) => {
      const line = `${'x'.repeat(99)},${'y'.repeat(923)}`;
      const text = `a\n"b,c\n${`${line}\n`.repeat(MOST_UNITS / 1024)}d"\ne`;
      const records = split(cut(text, lengths));
      expect(records.length).toBe(MOST_UNITS / 1024 + 4);
      expect(records[1]).toEqual({ cells: ['"b', 'c'], line: 2, broken: true });
      expect(records.filter(({ broken }) => broken).length).toBe(1);
      expect(records.at(-1)).toEqual({ cells: ['e'], line: MOST_UNITS / 1024 + 4, broken: false });
    });

    test.each(pieces)('and the longest that is read: they are told apart in pieces of %i', (...lengths) => {
      const longest = `"${'x'.repeat(MOST_UNITS - 2)}"`;
      const broken = split(cut(`${longest}\n${longest} \n${longest}`, lengths)).map(
        (record) => record.broken,
      );
      expect(broken).toEqual([false, true, false]);
    });

    test('takes no memory beyond the limit', () => {
      let kept = 0;
      const splitter = new RecordSplitter(',', (cells) => {
        kept += cells.join().length;
      });
      const piece = 'x'.repeat(1_000_000);
      splitter.push('a\n"');
      const before = process.memoryUsage().heapUsed;
      for (let times = 0; times < 60; times++) splitter.push(piece);
      const grown = process.memoryUsage().heapUsed - before;
      splitter.push('\nb\n');
      splitter.end();
      expect(kept).toBe(1 + KEPT_UNITS + 1);
      expect(grown).toBeLessThan(30_000_000);
    });
  });
});
