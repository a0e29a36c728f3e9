import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf, recordNumbers, recordRange } from './record-number.ts';

const imports = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const lines = fc.integer({ min: 1, max: 2 ** 32 - 1 });

test('a record’s number says its import and its line', () => {
  fc.assert(
    fc.property(imports, lines, (importNumber, line) => {
      const record = recordNumbers(importNumber)(line);
      expect(placeOf(record)).toEqual({ importNumber, line });
      expect(record).toBeLessThan(2n ** 63n);
    }),
  );
});

test('numbers are ordered by import, then by line, and lie in the range of their import alone', () => {
  fc.assert(
    fc.property(imports, lines, imports, lines, (leftImport, leftLine, rightImport, rightLine) => {
      const left = recordNumbers(leftImport)(leftLine);
      const right = recordNumbers(rightImport)(rightLine);
      const [first, last] = recordRange(leftImport);
      expect(first <= left && left <= last).toBe(true);
      expect(first <= right && right <= last).toBe(leftImport === rightImport);
      expect(left < right).toBe(
        leftImport < rightImport || (leftImport === rightImport && leftLine < rightLine),
      );
    }),
  );
});
