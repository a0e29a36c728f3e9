import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { cut } from '../testing/any-text.ts';
import { parseCompleteRows } from './papaparse-step.ts';
import { splitCarefully } from './split-carefully.ts';
import { RecordSplitter } from './split-records.ts';

vi.mock('./papaparse-step.ts', { spy: true });
vi.mock('./split-carefully.ts', { spy: true });

beforeEach(() => {
  vi.clearAllMocks();
});

const PIECE = 65_536;

interface Record {
  readonly cells: readonly string[];
  readonly line: number;
}

function split(text: string): readonly Record[] {
  const records: Record[] = [];
  const splitter = new RecordSplitter(',', (cells, line, broken) => {
    expect(broken).toBe(false);
    records.push({ cells, line });
  });
  for (const piece of cut(text, [PIECE])) splitter.push(piece);
  splitter.end();
  return records;
}

/** Rows as RFC 4180 has them: their text, and what is to be read from it. */
function written(
  rows: readonly (readonly string[])[],
  lineEnd: '\n' | '\r\n',
): readonly [string, readonly Record[]] {
  let text = '';
  let line = 1;
  const records: Record[] = [];
  for (const cells of rows) {
    const row = cells
      .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join();
    text += row + lineEnd;
    records.push({ cells, line });
    line += row.split('\n').length;
  }
  return [text, records];
}

function carefulPieces(): number {
  return vi.mocked(splitCarefully).mock.calls.filter(([, , , final]) => !final).length;
}

const cells = fc
  .array(fc.constantFrom('a', 'bc', '0', 'é', '😀', ',', '""', '"', ';', '\n', '.'), { maxLength: 6 })
  .map((parts) => parts.join(''));
// White space after a quote takes the careful way: that is tried elsewhere.
const rows = fc.tuple(fc.constantFrom('k', '7'), cells, cells, cells);

test('long texts of well-formed rows go through papaparse and come out as they were written', () => {
  const shapes = fc.tuple(fc.array(rows, { minLength: 50, maxLength: 50 }), fc.constantFrom('\n', '\r\n'));
  fc.assert(
    fc.property(shapes, ([some, lineEnd]) => {
      vi.clearAllMocks();
      const lines = some.map((row) => row.map((cell) => cell.replaceAll(/"+\n/g, '\n')));
      const [text, expected] = written(Array.from({ length: 200 }, () => lines).flat(), lineEnd);
      // One comparison of two texts: ten thousand of objects take far longer.
      expect(JSON.stringify(split(text)) === JSON.stringify(expected)).toBe(true);
      const pieces = [...cut(text, [PIECE])];
      // A piece that ends between a closing quote's CR and its LF, or among quotes, cannot be judged.
      const unclear = pieces.filter((piece) => /"\r$|\n""$/.test(piece)).length;
      expect(parseCompleteRows).toHaveBeenCalledTimes(pieces.length - unclear);
      expect(carefulPieces()).toBe(unclear);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('what papaparse reads otherwise goes the careful way', () => {
  const odd = ['"a" ,b\n', '"a"\t\n', 'a\rb\n', '""\n', 'a\n""\r\nb\n', '"a" b"\nc\n'];
  for (const text of odd) {
    vi.clearAllMocks();
    new RecordSplitter(',', () => {}).push(text);
    expect(carefulPieces(), text).toBe(1);
  }
});

test('what is plain does not', () => {
  for (const text of ['a,b\n', '"a","b"\r\n', '"a\r\nb",""\n', '\n\r\n', 'a"b,c"\n', '"a""b"\n"unfinished']) {
    vi.clearAllMocks();
    new RecordSplitter(',', () => {}).push(text);
    expect(carefulPieces(), text).toBe(0);
  }
});
