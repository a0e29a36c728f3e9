import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anOutput } from '../testing/an-output.ts';
import { nastyTexts } from '../testing/any-text.ts';

const FORMATS = {
  id: undefined,
  text: undefined,
  day: undefined,
  whole: undefined,
  real: undefined,
  spend: { decimals: 2 },
  open: { type: 'boolean' },
} as const;

test('an object a line: ids and texts as strings, decimals to the last digit, nothing as null', async () => {
  const output = await anOutput(FORMATS, [
    [1n, 'a "b"', '2026-11-20', 5n, 0.5, 900719925474099_3000n, 1n],
    ['007', null, null, 9223372036854775807n, 1e21, -50n, 0n],
    [2n, '', '2026-01-01', null, null, null, null],
  ]);
  const { bytes } = await output.write('json');
  expect(bytes.toString('utf8')).toBe(
    '[\n' +
      '{"id":"1","text":"a \\"b\\"","day":"2026-11-20","whole":5,"real":0.5,"spend":900719925474099.30,"open":true},\n' +
      '{"id":"007","text":null,"day":null,"whole":9223372036854775807,"real":1e+21,"spend":-0.01,"open":false},\n' +
      '{"id":"2","text":"","day":"2026-01-01","whole":null,"real":null,"spend":null,"open":null}\n' +
      ']\n',
  );
});

test('a list without rows is an empty array', async () => {
  const output = await anOutput({ text: undefined }, []);
  const { bytes, receipt } = await output.write('json');
  expect(JSON.parse(bytes.toString('utf8'))).toEqual([]);
  expect(receipt.rows).toBe(0);
});

test('whatever texts a list holds come back, over more rows than are written at once', async () => {
  const output = await anOutput({ text: undefined, b: undefined }, []);
  await fc.assert(
    fc.asyncProperty(fc.array(nastyTexts(8), { minLength: 1, maxLength: 8 }), async (texts) => {
      const rows = Array.from({ length: 1500 }, (_, index) => [
        texts[index % texts.length] ?? '',
        BigInt(index),
      ]);
      output.hold(rows);
      const { bytes } = await output.write('json');
      const read = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>[];
      expect(read.map((row) => Object.values(row))).toEqual(rows.map(([text, n]) => [text, Number(n)]));
    }),
    { numRuns: 5 },
  );
});
