import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Failure } from '../../failure.ts';
import type { Source } from '../../recipe/recipe.ts';
import { aColumn, aRequired, aSource } from '../../testing/a-source.ts';
import { aWorkspace } from '../../testing/a-workspace.ts';
import { anyJsonTexts } from '../../testing/any-json.ts';
import { encode } from '../../testing/any-text.ts';
import { splitJsonByPattern } from '../../testing/json-by-pattern.ts';
import { contentOf, faultsOf, load } from '../../testing/load.ts';
import { type Files, replaceFiles, tempFolder } from '../../testing/temp-folder.ts';
import type { Encoding } from '../encoding.ts';
import { feedRecords } from '../feed-records.ts';
import { openInput } from '../input-file.ts';
import { lookAhead } from '../look-ahead.ts';
import { MOST_UNITS } from '../split-carefully.ts';

const EVENTS = aSource(
  'events',
  [
    aRequired('user_uuid', 'id'),
    aColumn('views', 'integer'),
    aColumn('amount', 'decimal'),
    aColumn('note', 'text'),
  ],
  { files: ['events*.json', 'events*.jsonl', 'events*'] },
);

async function loaded(files: Files, source: Source = EVENTS) {
  const workspace = aWorkspace();
  await load(workspace, tempFolder(files), source);
  return workspace;
}

async function accepted(content: string | Uint8Array, name = 'events.jsonl') {
  const { db } = await loaded({ [name]: content });
  return Object.fromEntries(contentOf(db, EVENTS)[0]?.accepted ?? []);
}

async function faults(content: string | Uint8Array): Promise<Readonly<Record<number, string>>> {
  return faultsOf((await loaded({ 'events.jsonl': content })).db, EVENTS);
}

async function failureOf(content: string, name = 'events.jsonl', source = EVENTS): Promise<string> {
  const failure: unknown = await loaded({ [name]: content }, source).catch((error: unknown) => error);
  if (!(failure instanceof Failure)) throw failure;
  return `${failure.message.replace(/^\S*events/, 'events')} ${failure.nextStep}`;
}

describe('a JSON file', () => {
  test('gives its values as they are written, numbers without a digit lost', async () => {
    const text = [
      '{"user_uuid":9007199254740993,"views":"7","amount":1.50,"note":true}',
      '',
      '{"note":" é ","User UUID":"18446744073709551617","amount":"0.0001","other":{"views":1}}',
      '{"user_uuid":"007","views":-0,"amount":null,"note":1e3}',
    ].join('\r\n');
    expect(await accepted(text)).toEqual({
      1: [9007199254740993n, 7n, 15000n, 'true'],
      3: ['18446744073709551617', null, 1n, 'é'],
      4: ['007', 0n, null, '1e3'],
    });
  });

  test('has each fault of CSV by its own code, and is unreadable where it holds no record', async () => {
    const text = [
      '{"views":1}',
      '{"user_uuid":null,"views":1e3,"amount":[1]}',
      '{"user_uuid":{"a":1}}',
      '{"user_uuid":1,"note":[]}',
      '{"user_uuid":1,"views":{}}',
      '{"user_uuid":1,"user_uuid":1}',
      '{"user_uuid":1,"x":1,"x":2,"note":"\\ud800"}',
      '[1]',
      '{"user_uuid":1',
    ].join('\n');
    expect(await faults(text)).toEqual({
      ...{
        1: 'user_uuid:missing_value',
        2: 'user_uuid:missing_value|views:not_a_number|amount:not_a_number',
      },
      ...{ 3: 'unreadable', 4: 'unreadable', 5: 'views:not_a_number', 6: 'unreadable', 7: 'unreadable' },
      ...{ 8: 'unreadable', 9: 'unreadable' },
    });
  });

  test('keeps rejected cells as they were written, and of an unreadable record its text', async () => {
    const { db } = await loaded({
      'events.jsonl':
        ' {"user_uuid": 1, "views": [1, {"a": 2}], "amount": 1.50, "note": "a\\n"}\r\n {"user_uuid":} \r\n',
    });
    const [content] = contentOf(db, EVENTS);
    expect([...(content?.rejected.values() ?? [])].map(({ cells }) => cells)).toEqual([
      ['1', '[1, {"a": 2}]', '1.50', 'a\n'],
      [' {"user_uuid":} '],
    ]);
    expect(db.prepare('select shape, delimiter, header from import').get()).toEqual({
      ...{ shape: 'json lines', delimiter: '' },
      header: '["user_uuid","views","amount","note"]',
    });
  });

  test('may be one array, which is said, and said when it does not end', async () => {
    const warnings = async (text: string) => {
      const { db } = await loaded({ 'events.json': text });
      return [
        db.prepare('select shape from import').pluck().get(),
        JSON.parse(String(db.prepare('select warnings from import').pluck().get())),
        Object.fromEntries(contentOf(db, EVENTS)[0]?.accepted ?? []),
      ];
    };
    const said = 'is one JSON array, not an object a line; its elements were read as records.';
    const values = { 1: [1n, null, null, null], 2: [2n, null, null, null] };
    expect(await warnings('[{"user_uuid":1},{"user_uuid":2}]')).toEqual(['json array', [said], values]);
    expect(await warnings('[{"user_uuid":1},{"user_uuid":2}')).toEqual([
      'json array',
      [`${said} It ends before the array is closed: it may have been cut off.`],
      values,
    ]);
  });

  test('of which no record can be read is accounted for, and said', async () => {
    const said = 'has no record that can be read: is it JSON, with each object on one line or in one array?';
    const warnings = async (text: string) => {
      const { db } = await loaded({ 'events.json': text });
      return JSON.parse(String(db.prepare('select warnings from import').pluck().get()));
    };
    expect(await warnings('user_uuid,views\n1,2\n')).toEqual([said]);
    expect(await warnings('{\n  "user_uuid": 1\n}\n')).toEqual([said]);
    for (const text of ['', '{"user_uuid":1}\nno\n', '{"user_uuid":null}\n'])
      expect(await warnings(text)).toEqual([]);
  });

  test('may be empty, packed, marked, of two bytes a letter, or Windows-1252', async () => {
    const text = '{"user_uuid":"é"}\n';
    const record = { 1: ['é', null, null, null] };
    for (const empty of ['', '\n \n', '[]']) expect(await accepted(empty)).toEqual({});
    expect(await accepted(gzipSync(text), 'events.json.gz')).toEqual(record);
    expect(await accepted(`\ufeff${text}`)).toEqual(record);
    for (const encoding of ['utf-16le', 'utf-16be'] as const)
      expect(await accepted(encode(`\ufeff${text}`, encoding))).toEqual(record);
    expect(await accepted(encode(text, 'windows-1252'))).toEqual(record);
  });

  test('with bytes that are no text loses the records that hold them', async () => {
    const bad = Buffer.concat([Buffer.from('{"user_uuid":1,"other":"\x81"}\n{"user_uuid":2}\n', 'latin1')]);
    expect(await faults(bad)).toEqual({ 1: 'unreadable' });
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bad]);
    expect(await faults(marked)).toEqual({ 1: 'unreadable' });
  });

  test('is refused where none of its first records has a key that is required, with what was found', async () => {
    expect(await failureOf('{"user_id":"a","views":1}\n{"uid":2}\nno json\n')).toBe(
      'events.jsonl: none of its first records has the key user_uuid. Found: "user_id", "views", "uid". Is "user_id" user_uuid? Rename or add the key in the file.',
    );
    expect(await failureOf('[{}]')).toContain('Found: no keys at all.');
    expect(await faults('{"views":1}\n{"user_uuid":1}\n')).toEqual({ 1: 'user_uuid:missing_value' });
    expect(await faults('no json\n')).toEqual({ 1: 'unreadable' });
    const late = '{"views":1}\n'.repeat(6000);
    expect(await failureOf(`${late}{"user_uuid":1}\n`)).toContain('none of its first records');
  });

  test('needs a name that says so', async () => {
    expect(await failureOf('\n {"user_uuid":1}\n', 'events.txt')).toBe(
      'events.txt looks like JSON Lines, but its name does not say so. Give it the ending .jsonl.',
    );
    for (const text of ['[{"user_uuid":1}]', ' [\r\n {"user_uuid":1}\r\n]']) {
      expect(await failureOf(text, 'events.v2.csv')).toBe(
        'events.v2.csv looks like a JSON array, but its name does not say so. Give it the ending .json.',
      );
    }
  });

  test('is to be exported anew where its source takes no names of JSON', async () => {
    const source = { ...EVENTS, files: ['events.csv', 'events*.csv'] };
    for (const text of ['{"user_uuid":1}', '[{"user_uuid":1}]']) {
      expect(await failureOf(text, 'events.csv', source)).toContain(
        'Export it as CSV: under a name of JSON the recipe would not take it.',
      );
    }
    expect(await failureOf('[user],[views]\n1,2\n', 'events.csv', source)).toContain('no column user_uuid');
  });

  test('is none for whoever takes delimited files only', async () => {
    const file = openInput(join(tempFolder({ 'a.json': '{}' }), 'a.json'));
    onTestFinished(() => file.close());
    const sourceFile = { source: EVENTS, file, reading: {} };
    const look = lookAhead([sourceFile]);
    const taker = { header: () => {}, sound: () => {}, broken: () => {} };
    await expect(feedRecords(sourceFile, look, taker, () => {})).rejects.toThrow(
      /a\.json is JSON by its name, not a flat file\.$/,
    );
  });

  test('shares the unique keys of its source with files of other kinds', async () => {
    const source = { ...EVENTS, files: ['*'], unique: [['user_uuid']] };
    const { db } = await loaded(
      {
        'a.csv': 'user_uuid,views\n1,1\n',
        'b.jsonl': '{"user_uuid":1}\n{"user_uuid":2}\n{"user_uuid":2,"views":"x"}\n',
        'c.csv': 'user_uuid\n2\n3\n',
      },
      source,
    );
    const rejected = contentOf(db, source).map((file) =>
      [...file.rejected].map(([line, each]) => [line, ...each.faults, each.cells.length]),
    );
    expect(rejected).toEqual([
      [],
      [
        [1, 'user_uuid:duplicate_key@1:2', 4],
        [3, 'views:not_a_number', 'user_uuid:duplicate_key@2:2', 4],
      ],
      [[2, 'user_uuid:duplicate_key@2:2', 1]],
    ]);
  });

  test('of many megabytes is loaded with a second thread, over-long records and all', async () => {
    const line = (index: number) =>
      `{"user_uuid":"u-${index}","views":${index},"note":"${'é'.repeat(40)}"}\n`;
    const many = Array.from({ length: 60_000 }, (_, index) => line(index)).join('');
    const long = `{"user_uuid":"${'x'.repeat(3 * MOST_UNITS)}"}\n`;
    const { db } = await loaded({ 'events.jsonl': `${many}${long}${line(7)}` });
    expect(db.prepare('select read, accepted, rejected from import').get()).toEqual({
      ...{ read: 60_002, accepted: 60_001, rejected: 1 },
    });
    expect(faultsOf(db, EVENTS)).toEqual({ 60001: 'unreadable' });
  });
});

test('every record of any JSON text, in any encoding, is in one place', async () => {
  const source = aSource('events', [aColumn('a', 'integer'), aColumn('b', 'text')], { files: ['*.json'] });
  const workspace = aWorkspace();
  const folder = tempFolder();
  const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'windows-1252');
  await fc.assert(
    fc.asyncProperty(anyJsonTexts(), encodings, async (text, encoding) => {
      const bytes = encode(encoding === 'utf-16le' ? `\ufeff${text}` : text, encoding);
      replaceFiles(folder, { 'any.json': bytes });
      try {
        await load(workspace, folder, source);
      } catch (error) {
        if (!(error instanceof Failure) || !/looks like UTF-16|zip archive/.test(error.message)) throw error;
        return;
      }
      const [content] = contentOf(workspace.db, source);
      const lines = [...(content?.accepted.keys() ?? []), ...(content?.rejected.keys() ?? [])];
      const decoded = encoding === 'windows-1252' ? text.replaceAll(/[^\0-\x7f\xa0-\xff]/gu, '?') : text;
      // In UTF-8 it is the mark; in UTF-16 there is one before it, so that it is text.
      const expected = splitJsonByPattern(encoding === 'utf-8' ? decoded.replace(/^\ufeff/, '') : decoded);
      expect(lines.toSorted((one, other) => one - other)).toEqual(expected.map(({ line }) => line));
    }),
    { numRuns: 150 },
  );
});
