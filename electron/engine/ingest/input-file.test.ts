import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Failure } from '../failure.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CHUNK_BYTES, type InputFile, openInput } from './input-file.ts';

function opened(name: string, content: string | Uint8Array): InputFile {
  const file = openInput(join(tempFolder({ [name]: content }), name));
  onTestFinished(file.close);
  return file;
}

async function contentOf(file: InputFile): Promise<{ text: Buffer; stored: Buffer; pieces: number }> {
  const stored: Buffer[] = [];
  const pieces: Buffer[] = [];
  for await (const piece of file.content((each) => stored.push(Buffer.from(each)))) {
    // A piece is good only until the next one is asked for.
    pieces.push(Buffer.from(piece));
  }
  return { text: Buffer.concat(pieces), stored: Buffer.concat(stored), pieces: pieces.length };
}

/** The message of the failure and what it says to do. */
function refusal(path: string): readonly [string, string] {
  try {
    openInput(path).close();
  } catch (error) {
    if (error instanceof Failure) return [error.message.replace(path, 'FILE'), error.nextStep];
    throw error;
  }
  throw new Error('It was opened.');
}

function refusalOf(name: string, content: string | Uint8Array): readonly [string, string] {
  return refusal(join(tempFolder({ [name]: content }), name));
}

const SOME = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));

describe('a plain file', () => {
  test('comes in pieces, as often as it is asked for', async () => {
    const file = opened('people.csv', SOME);
    expect([file.name, file.bytes]).toEqual(['people.csv', SOME.length]);
    for (let times = 0; times < 2; times++) {
      const { text, stored, pieces } = await contentOf(file);
      expect([text.equals(SOME), stored.equals(SOME)]).toEqual([true, true]);
      expect(pieces).toBe(Math.ceil(SOME.length / CHUNK_BYTES));
    }
    file.assertUnchanged();
  });

  test('may be one byte long, and may be a link', async () => {
    const folder = tempFolder({ 'one.csv': 'x' });
    symlinkSync(join(folder, 'one.csv'), join(folder, 'link.csv'));
    const file = openInput(join(folder, 'link.csv'));
    onTestFinished(file.close);
    expect((await contentOf(file)).text.toString()).toBe('x');
  });

  test('that grows, shrinks or is written anew is found out', () => {
    for (const change of [
      (path: string) => appendFileSync(path, 'more'),
      (path: string) => writeFileSync(path, 'n'),
      (path: string) => utimesSync(path, 1, 1),
    ]) {
      const file = opened('people.csv', 'name\nAnn\n');
      file.assertUnchanged();
      change(file.path);
      expect(() => file.assertUnchanged()).toThrow(
        /people\.csv changed while it was read \(9 bytes before, \d+ now\)/,
      );
    }
  });
});

describe('a packed file', () => {
  test('comes unpacked; its stored bytes are heard', async () => {
    const packed = gzipSync(SOME);
    for (const name of ['people.csv.gz', 'PEOPLE.CSV.GZ']) {
      const file = opened(name, packed);
      for (let times = 0; times < 2; times++) {
        const { text, stored } = await contentOf(file);
        expect([text.equals(SOME), stored.equals(packed), file.bytes]).toEqual([true, true, packed.length]);
      }
    }
  });

  test('of several members comes whole', async () => {
    const halves = [SOME.subarray(0, 150_000), SOME.subarray(150_000)];
    const file = opened('people.csv.gz', Buffer.concat(halves.map((half) => gzipSync(half))));
    expect((await contentOf(file)).text.equals(SOME)).toBe(true);
  });

  test.each<[about: string, damage: (packed: Buffer) => Buffer]>([
    ['cut short', (packed) => packed.subarray(0, packed.length - 5)],
    ['cut after its head', (packed) => packed.subarray(0, 12)],
    [
      'with a wrong byte',
      (packed) => Buffer.concat([packed.subarray(0, 100), Buffer.from('wrong'), packed.subarray(105)]),
    ],
    ['with a wrong check sum', (packed) => Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)])],
    ['with something behind it', (packed) => Buffer.concat([packed, Buffer.from('more')])],
    ['that only begins like one', () => Buffer.from([0x1f, 0x8b, 0, 0, 0, 0])],
  ])('%s is damaged', async (_, damage) => {
    const file = opened('people.csv.gz', damage(gzipSync(SOME)));
    const failure = await contentOf(file).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toBe(`${file.path} is a damaged gzip file.`);
  });
});

describe('refused is', () => {
  test('a folder', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'people.csv'));
    expect(refusal(join(folder, 'people.csv'))[0]).toBe('FILE is a folder, not a file.');
  });

  test('what does not exist, and a link that leads nowhere', () => {
    const folder = tempFolder();
    symlinkSync(join(folder, 'gone'), join(folder, 'link.csv'));
    for (const name of ['people.csv', 'link.csv']) {
      expect(refusal(join(folder, name))).toEqual(['FILE: it does not exist.', 'Check the path.']);
    }
  });

  test.skipIf(process.platform === 'win32')('a pipe, without waiting for its writer', () => {
    const path = join(tempFolder(), 'people.csv');
    execFileSync('mkfifo', [path]);
    expect(refusal(path)[0]).toBe('FILE is no ordinary file.');
  });

  test.each<[about: string, name: string, content: string | Uint8Array, said: string]>([
    ['an empty file', 'people.csv', '', 'FILE is empty: it has not even a header.'],
    [
      'an empty file that calls itself packed',
      'people.csv.gz',
      '',
      'FILE is empty: it has not even a header.',
    ],
    [
      'a zip archive or a workbook',
      'people.csv',
      'PK\x03\x04rest',
      'FILE is a zip archive or an Excel workbook, not a flat file.',
    ],
    ['a packed file that does not say so', 'people.csv', gzipSync('a'), 'FILE is packed by gzip.'],
    ['a plain file that calls itself packed', 'people.csv.gz', 'name\n', 'FILE is not packed by gzip.'],
    [
      'a packed file without gzip’s head',
      'people.csv.gz',
      deflateRawSync('name\n'),
      'FILE is not packed by gzip.',
    ],
  ])('%s', (_, name, content, said) => {
    const [message, nextStep] = refusalOf(name, content);
    expect(message).toBe(said);
    expect(nextStep).toMatch(/^[A-Z].*\.$/);
  });
});
