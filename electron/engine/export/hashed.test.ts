import { expect, test } from 'vitest';
import { anOutput } from '../testing/an-output.ts';
import { hashed } from './hashed.ts';

// printf 'ann@example.com' | sha256sum
const ANN = '71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476';

test('a value is hashed trimmed and in small letters', () => {
  for (const text of ['ann@example.com', ' Ann@EXAMPLE.com\t', '\u00A0ANN@example.com'])
    expect(hashed(text)).toBe(ANN);
  expect(hashed('ann@example.org')).not.toBe(ANN);
});

test('what is empty stays empty', () => {
  expect([null, '', ' '].map(hashed)).toEqual([null, '', '']);
});

test('a hashed column keeps its name, is text, and the receipt says that it is hashed', async () => {
  const output = await anOutput({ email: undefined, n: undefined }, [
    ['Ann@example.com', 1n],
    [null, 2n],
  ]);
  const columns = [
    { name: 'n', hashed: true },
    { name: 'email', hashed: true },
  ];
  const { bytes, receipt } = await output.write('json', { columns });
  expect(JSON.parse(bytes.toString('utf8'))).toEqual([
    { n: hashed('1'), email: ANN },
    { n: hashed('2'), email: null },
  ]);
  expect(receipt.columns).toEqual(columns);
});
