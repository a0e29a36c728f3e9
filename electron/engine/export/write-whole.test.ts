import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { explainReplacing, type UnplacedFile, writeWhole } from './write-whole.ts';

const place = (file: UnplacedFile) => file.place();

test('the file is not there before it is placed, and then whole', async () => {
  const folder = tempFolder();
  const path = join(folder, 'x.txt');
  await writeWhole(path, ['é', new Uint8Array([1, 2])], ({ bytes, place }) => {
    expect(existsSync(path)).toBe(false);
    expect(bytes).toBe(4);
    place();
  });
  expect([...readFileSync(path)]).toEqual([0xc3, 0xa9, 1, 2]);
  expect(readdirSync(folder)).toEqual(['x.txt']);
});

test('what stands there is replaced at once, and stays when something goes wrong', async () => {
  const folder = tempFolder({ 'x.txt': 'old' });
  const path = join(folder, 'x.txt');
  async function* failing() {
    yield 'new';
    expect(readFileSync(path, 'utf8')).toBe('old');
    throw new Error('no more');
  }
  await expect(writeWhole(path, failing(), place)).rejects.toThrow('no more');
  await expect(
    writeWhole(path, ['new'], () => {
      throw new Error('not this one');
    }),
  ).rejects.toThrow('not this one');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['x.txt']);
  await writeWhole(path, ['new'], place);
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test('what an attempt that was killed has left is written over', async () => {
  const folder = tempFolder();
  const path = join(folder, 'x.txt');
  writeFileSync(`${path}.${process.pid}.unfinished`, 'half');
  await writeWhole(path, ['whole'], place);
  expect(readdirSync(folder)).toEqual(['x.txt']);
});

test('a place that cannot be written to is named, with what to do', async () => {
  const folder = tempFolder({ file: '' });
  mkdirSync(join(folder, 'folder'));
  for (const [name, says] of [
    ['folder', 'is a folder, not a file.'],
    ['nowhere/x.txt', 'it does not exist.'],
    ['file/x.txt', 'a part of the path is a file, not a folder.'],
  ] as const) {
    const path = join(folder, name);
    await expect(writeWhole(path, ['x'], place)).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringContaining(says),
    });
  }
});

test('a full disk is said in words, and the half of the file goes', async () => {
  const folder = tempFolder();
  function* full() {
    yield 'x';
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
  await expect(writeWhole(join(folder, 'x.txt'), full(), place)).rejects.toMatchObject({
    message: `${join(folder, 'x.txt')}: the disk is full.`,
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that another program has open is said to be', () => {
  const busy = Object.assign(new Error('busy'), { code: 'EBUSY' });
  expect(explainReplacing(busy, 'list.xlsx')).toMatchObject({
    message: 'list.xlsx is there and cannot be replaced.',
    nextStep: 'Close it in other programs, or choose another name.',
  });
  const other = new Error('other');
  expect(explainReplacing(other, 'list.xlsx')).toBe(other);
});
