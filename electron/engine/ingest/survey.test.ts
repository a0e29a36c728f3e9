import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { openInput } from './input-file.ts';
import { type Survey, surveyFile } from './survey.ts';

async function survey(content: string | Uint8Array, name = 'people.csv'): Promise<Survey> {
  const folder = tempFolder({ [name]: content });
  const file = openInput(join(folder, name));
  onTestFinished(file.close);
  return surveyFile(file);
}

const marked = (mark: string, rest: string | Uint8Array) =>
  Buffer.concat([Buffer.from(mark, 'hex'), typeof rest === 'string' ? Buffer.from(rest) : rest]);

test('a plain file is UTF-8; its hash is that of its bytes; its first line is the first that is not blank', async () => {
  const text = '\n\r\nnäme,b\r\n1,2\n';
  expect(await survey(text)).toEqual({
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: { encoding: 'utf-8', markBytes: 0, sound: true },
    firstLine: 'näme,b',
  });
});

test('a mark decides, even where the bytes do not keep its promise', async () => {
  const utf8 = await survey(marked('efbbbf', Buffer.from('a,b\n\xff\n', 'latin1')));
  expect([utf8.encoding, utf8.firstLine]).toEqual([{ encoding: 'utf-8', markBytes: 3, sound: false }, 'a,b']);
  const little = await survey(marked('fffe', Buffer.from('a,b\n', 'utf16le')));
  expect([little.encoding, little.firstLine]).toEqual([
    { encoding: 'utf-16le', markBytes: 2, sound: true },
    'a,b',
  ]);
  const big = await survey(marked('feff', Buffer.from('a,é\n', 'utf16le').swap16()));
  expect([big.encoding, big.firstLine]).toEqual([{ encoding: 'utf-16be', markBytes: 2, sound: true }, 'a,é']);
  const odd = await survey(marked('fffe', Buffer.from('a\0b', 'latin1')));
  expect(odd.encoding).toEqual({ encoding: 'utf-16le', markBytes: 2, sound: false });
});

test('one byte that is no UTF-8, however late, makes the whole file Windows-1252', async () => {
  const late = await survey(Buffer.from(`n\xe4me\n${'x\n'.repeat(100_000)}\xe9`, 'latin1'));
  expect(late.encoding).toEqual({ encoding: 'windows-1252', markBytes: 0, sound: true });
  expect(late.firstLine).toBe('näme');
  const cutShort = await survey(Buffer.from('name\nAnn\n\xc3', 'latin1'));
  expect(cutShort.encoding.encoding).toBe('windows-1252');
});

test('a character on the seam of two pieces is whole', async () => {
  const text = `name\n${'x'.repeat(65_536 - 6)}😀é`;
  expect((await survey(text)).encoding).toEqual({ encoding: 'utf-8', markBytes: 0, sound: true });
});

test('the hash of a packed file is that of its packed bytes', async () => {
  const packed = gzipSync('name\nAnn\n');
  const found = await survey(packed, 'people.csv.gz');
  expect(found.sha256).toBe(createHash('sha256').update(packed).digest('hex'));
  expect(found.firstLine).toBe('name');
});

test('UTF-16 without a mark is refused in words', async () => {
  await expect(survey(Buffer.from('name,b\n', 'utf16le'))).rejects.toThrow(
    /people\.csv looks like UTF-16, but has no byte order mark\.$/,
  );
});
