import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Encoding } from '../ingest/encoding.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { linesBeyondAscii } from './lines-beyond-ascii.ts';

async function lines(content: Buffer, encoding: Encoding = 'utf-8', sound = true, markBytes = 0) {
  const path = join(tempFolder({ 'a.csv': content }), 'a.csv');
  const found = await linesBeyondAscii(
    { path, name: 'a.csv', encoding: { encoding, markBytes, sound } },
    sound,
  );
  return found.map(({ line, text }) => `${line} ${text}`);
}

test('the first lines with other letters are shown, under their numbers, whatever ends lines', async () => {
  const text = 'a\r\nb\rç\n\nd\né\r\nf\rö\rü';
  expect(await lines(Buffer.from(text))).toEqual(['3 ç', '6 é', '8 ö']);
  expect(await lines(Buffer.from(text, 'latin1'), 'windows-1252')).toEqual(['3 ç', '6 é', '8 ö']);
  expect(await lines(Buffer.from('a,b\n1,2\n'))).toEqual([]);
});

test('a line on the seam of two pieces is whole, and a line end there is one', async () => {
  const before = `${'x'.repeat(65_534)}é`;
  expect((await lines(Buffer.from(`${before}y\nz`))).map((line) => line.length)).toEqual([302]);
  expect(await lines(Buffer.from(`${'x'.repeat(65_535)}\r\né`))).toEqual(['2 é']);
});

test('a mark is no letter, and where bytes are no text the lines that hold them are shown', async () => {
  expect(await lines(Buffer.from('\ufeffa\né'), 'utf-8', true, 3)).toEqual(['2 é']);
  const broken = Buffer.concat([Buffer.from('é\n'), Buffer.from([0xff, 10])]);
  expect(await lines(broken, 'utf-8', false)).toEqual(['2 \ufffd']);
  expect(await lines(Buffer.from('é', 'utf16le'), 'utf-16le')).toEqual([]);
});
