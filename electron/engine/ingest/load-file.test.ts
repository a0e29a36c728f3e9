import { describe, expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import type { Source } from '../recipe/recipe.ts';
import { aColumn, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { encode } from '../testing/any-text.ts';
import { contentOf, faultsOf, load } from '../testing/load.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const PEOPLE = aSource('people', [
  aRequired('person_id', 'id'),
  aColumn('name', 'text'),
  aColumn('born_on', 'date'),
]);

/** The accepted records of a file, by line. */
async function accepted(content: string | Uint8Array, source: Source = PEOPLE) {
  const { db } = await loaded(content, source);
  return Object.fromEntries(contentOf(db, source)[0]?.accepted ?? []);
}

async function faults(content: string | Uint8Array): Promise<Readonly<Record<number, string>>> {
  return faultsOf((await loaded(content)).db, PEOPLE);
}

async function loaded(content: string | Uint8Array, source: Source = PEOPLE) {
  const workspace = aWorkspace();
  await load(workspace, tempFolder({ 'people.csv': content }), source);
  return workspace;
}

async function failureOf(content: string | Uint8Array, source: Source = PEOPLE): Promise<string> {
  const failure: unknown = await loaded(content, source).catch((error: unknown) => error);
  if (!(failure instanceof Failure)) throw failure;
  return `${failure.message.replace(/^\S*people\.csv/, 'FILE')} ${failure.nextStep}`;
}

describe('records', () => {
  test('stand under the line on which they begin, whatever stands between', async () => {
    const text = '\nperson_id,name\r\n1,"a\nb"\n\n\r2,"c"\r\n\r\n3,d';
    expect(await accepted(text)).toEqual({
      3: [1n, 'a\nb', null],
      7: [2n, 'c', null],
      9: [3n, 'd', null],
    });
  });

  test('are read by the header’s names; unknown columns cost nothing; an absent optional one is null', async () => {
    expect(await accepted('Born On;x;PERSON-ID;;y\n2000-02-29;"a;b";7;;z\n')).toEqual({
      2: [7n, null, '2000-02-29'],
    });
  });

  test('need as many fields as the header has, no more and no less', async () => {
    expect(await faults('person_id,name\n1\n1,a,b\n1,a,\n\n,\n')).toEqual({
      2: 'too_few_fields',
      3: 'too_many_fields',
      4: 'too_many_fields',
      6: 'person_id:missing_value',
    });
  });

  test('that are rejected keep their cells as they were written', async () => {
    const { db } = await loaded('person_id,name,born_on\n 7 ," a ""b"" ",2000-13-01\n"7" x,y,z\n7\n');
    const [content] = contentOf(db, PEOPLE);
    expect([...(content?.rejected.values() ?? [])].map(({ cells }) => cells)).toEqual([
      [' 7 ', ' a "b" ', '2000-13-01'],
      ['"7" x', 'y', 'z'],
      ['7'],
    ]);
  });

  test('may be none at all', async () => {
    const { db } = await loaded('person_id\n');
    expect(contentOf(db, PEOPLE)).toEqual([
      { file: 'people.csv', read: 0, accepted: new Map(), rejected: new Map() },
    ]);
  });
});

describe('encodings', () => {
  const text = 'person_id,name\n1,Zoë €\n2,x\n';

  test.each([
    ['UTF-8', encode(text, 'utf-8'), 'utf-8'],
    ['UTF-8 with a mark', encode(`\u{feff}${text}`, 'utf-8'), 'utf-8'],
    ['UTF-16LE', encode(`\u{feff}${text}`, 'utf-16le'), 'utf-16le'],
    ['UTF-16BE', encode(`\u{feff}${text}`, 'utf-16be'), 'utf-16be'],
    ['Windows-1252', Buffer.from(text.replace('€', '\x80'), 'latin1'), 'windows-1252'],
  ])('%s is told and read', async (_, bytes, encoding) => {
    const { db } = await loaded(bytes);
    expect(contentOf(db, PEOPLE)[0]?.accepted.get(2)).toEqual([1n, 'Zoë €', null]);
    const [told, warnings] =
      db.prepare<[], string[]>('select encoding, warnings from import').raw().get() ?? [];
    expect(told).toBe(encoding);
    const expected = encoding === 'windows-1252' ? ['is no valid UTF-8 and was read as Windows-1252.'] : [];
    expect(JSON.parse(warnings ?? '')).toEqual(expected);
  });

  test('bytes that are no text cost their record alone', async () => {
    const latin = (written: string) => Buffer.from(written, 'latin1');
    expect(await faults(latin('\xef\xbb\xbfperson_id,name\n1,a\xffb\n2,\xc3\xa9\n'))).toEqual({
      2: 'unreadable',
    });
    expect(await faults(latin('person_id,name\n1,a\x81\n2,\xe9\n3,\x9d\n'))).toEqual({
      2: 'unreadable',
      4: 'unreadable',
    });
    expect(await faults('person_id,name\n1,a\n2,\0\n3,\u{fffd}\n')).toEqual({ 3: 'unreadable' });
    const lone = Buffer.concat([
      encode('\u{feff}person_id,name\n1,', 'utf-16le'),
      latin('\x3d\xd8\n\0'),
      encode('2,b\n', 'utf-16le'),
    ]);
    expect(await faults(lone)).toEqual({ 2: 'unreadable' });
    const odd = Buffer.concat([encode('\u{feff}person_id,name\n1,b', 'utf-16be'), latin('\0')]);
    expect(await faults(odd)).toEqual({ 2: 'unreadable' });
  });

  test('a broken record within a damaged file is one record', async () => {
    expect(await faults(Buffer.from('\xef\xbb\xbfperson_id,name\n"1,\xff\n2,b\n', 'latin1'))).toEqual({
      2: 'unreadable',
    });
  });
});

describe('a file is refused', () => {
  test.each<[about: string, content: string | Uint8Array, said: string]>([
    [
      'without a required column',
      'code,name\n1,a\n',
      'FILE: line 1 has no column person_id. Found: "code", "name". Rename or add the column in the file.',
    ],
    [
      'with a misspelt one, which is suggested',
      'x,persn_id\n1,a\n',
      'FILE: line 1 has no column person_id. Found: "x", "persn_id". Is "persn_id" person_id? Rename or add the column in the file.',
    ],
    [
      'with one that has words in common',
      'Pers. No;When\n1;2000-02-29\n',
      'FILE: line 1 has no column person_id. Found: "Pers. No", "When". Is "Pers. No" person_id? Rename or add the column in the file.',
    ],
    [
      'with two headers for one column',
      'Person ID,name,person-id\n1,a,2\n',
      'FILE: line 1: "Person ID" (column 1) and "person-id" (column 3) both mean person_id. Rename one of them.',
    ],
    ['of lines of blanks', '\n \t\r\n\n', 'FILE has no header. Export it again.'],
    ['of blank lines', '\n\r\n', 'FILE has no header. Export it again.'],
    ['with a mark alone', '\u{feff}', 'FILE has no header. Export it again.'],
    [
      'with an open quote in its header',
      '"person_id,name\n1,a\n',
      'FILE: the header on line 1 cannot be read. Is it a flat file? Export it again.',
    ],
    [
      'with NUL in its header',
      'person_id,\0\n1,a\n',
      'FILE: the header on line 1 cannot be read. Is it a flat file? Export it again.',
    ],
  ])('%s', async (_, content, said) => {
    expect(await failureOf(content)).toBe(said);
  });
});

test.each([1, 19, 20, 5000])(
  'a header without a required column is answered by the cells below it, of %i records',
  async (count) => {
    const source = aSource('people', [aRequired('person_id', 'id'), aRequired('born_on', 'date')]);
    expect(await failureOf(`person_id;When;Name\n${'7;29/02/2000;Ann\n'.repeat(count)}`, source)).toBe(
      'FILE: line 1 has no column born_on. Found: "person_id", "When", "Name". Is "When" born_on? ' +
        'Rename or add the column in the file.',
    );
  },
);

test('progress is said by bytes on disk and by records', async () => {
  const text = `person_id\n${'12345678\n'.repeat(20_000)}`;
  const said = await load(aWorkspace(), tempFolder({ 'people.csv': text }), PEOPLE);
  const pieces = said.filter(({ kind }) => kind === 'file');
  expect(pieces.length).toBe(Math.ceil(text.length / 65_536));
  expect(pieces.at(-1)).toEqual({
    kind: 'file',
    source: 'people',
    file: 'people.csv',
    bytes: text.length,
    bytesRead: text.length,
    records: 20_000,
  });
  expect(said.at(-1)).toEqual({ kind: 'loaded', source: 'people', file: 'people.csv', already: false });
});
