import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv, readFaults, readRows } from './support/read-csv.ts';
import { readManifest, readOut, readReconciliation, sha256 } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';
import { type Content, gz, latin1, lines, utf16be, utf16le, writeFiles } from './support/write-files.ts';

const RECIPE = {
  'recipe.yaml': `recipe: web-events
title: Web events
entity: event
key: [line]
sources:
  events:
    files: [events.json, events.jsonl, events.ndjson, events.csv, events*.csv]
    columns:
      event_id: {type: id, required: true}
      views: {type: integer, required: true}
      amount: {type: decimal}
      seen_at: {type: timestamp, header: Seen at}
      note: {type: text}
tables:
  - {table: event, from: events, key: [line], sql: tables/event.sql}
population: event
outputs:
  - file: delivery.csv
    delivers: true
    sql: outputs/delivery.sql
    columns:
      amount: {decimals: 2}
`,
  'tables/event.sql': `-- One row an event.
select record, record & 4294967295 as line, event_id, views, amount, seen_at, note
from events
`,
  'outputs/delivery.sql': `-- One row an event.
select line, event_id, views, amount, seen_at, note
from survivor
join event using (line)
order by line
`,
};

/** A run over files of events. */
async function runOver(files: Readonly<Record<string, Content>>, ...more: readonly string[]) {
  const folder = tempFolder();
  writeFiles(join(folder, 'recipe'), RECIPE);
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  writeFiles(input, files);
  const args = ['run', join(folder, 'recipe'), '--in', input, '--out', out, '--as-of', '2026-11-20', ...more];
  return { ...(await runMuster(args)), input, out };
}

/** What a run made of one file: the delivered events, and the places and reasons of the others. */
async function eventsOf(content: Content, name = 'events.jsonl') {
  const { exit, stderr, out } = await runOver({ [name]: content });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const { sources, balanced, warnings } = readReconciliation(out) as ReturnType<typeof readReconciliation> & {
    readonly warnings?: readonly string[];
  };
  expect(balanced).toBe(true);
  const [source] = sources;
  const delivered = readCsv(out, 'delivery.csv').map((row) =>
    [row.line, row.event_id, row.views, row.amount, row.seen_at, row.note].join('|').replace(/\|+$/, ''),
  );
  const faults = readFaults(out, 'events').map((fault) => fault.replace(`${name}:`, ''));
  expect(source).toMatchObject({ read: delivered.length + faults.length, rejected: faults.length });
  return { delivered, faults, warnings, rows: readRows(out, 'rejected-events.csv') };
}

const ONE = '{"event_id":"a","views":1}';

describe('JSON Lines', () => {
  test('are records by physical line; blank lines are none, and CR is white space', async () => {
    const { delivered, faults, warnings } = await eventsOf(
      `\r\n${ONE}\r\n \t \n\n  {"views":2,"event_id":"b"}\r\n`,
    );
    expect({ delivered, faults, warnings }).toEqual({
      delivered: ['2|a|1', '5|b|2'],
      faults: [],
      warnings: undefined,
    });
  });

  test('give numbers and texts exactly as they are written', async () => {
    const { delivered, faults } = await eventsOf(
      lines(
        '{"event_id":9007199254740993,"views":"2","amount":1.50}',
        '{"event_id":123456789012345678901234567890,"views":1,"amount":"-0.5"}',
        '{"event_id":1.50,"views":1e3}',
        '{"event_id":1e3,"views":3,"Seen At":"2026-01-02T03:04:05Z","NOTE":"caf\\u00e9 \\ud83d\\ude00"}',
        '{"event_id":true,"views":1.0}',
      ),
    );
    expect(delivered).toEqual([
      '1|9007199254740993|2|1.50',
      '2|123456789012345678901234567890|1|-0.50',
      '4|1e3|3||2026-01-02T03:04:05|café 😀',
    ]);
    expect(faults).toEqual(['3 views:not_a_number', '5 views:not_a_number']);
  });

  test('have each fault by its code; what is no record is unreadable, as it was written', async () => {
    const broken = [
      ...['7', '"text"', 'null', `${ONE},`, `${ONE}${ONE}`, '[1]', '{"event_id":1,"views":2,"Event-ID":3}'],
      ...[
        '{"event_id":[1],"views":2}',
        '{"event_id":"\\ud800","views":1}',
        "{'event_id':1}",
        '{"event_id":1,',
      ],
    ];
    const faulty = [
      '{"event_id":null,"views":1}',
      '{"views":{"of":"page"}}',
      '{"event_id":1,"views":"many","amount":[1, 2],"seen_at":""}',
      '{"event_id":"ok","views":1,"x":{"event_id":[{}]},"x":[]}',
    ];
    const { delivered, faults, rows } = await eventsOf(`${[...faulty, ...broken].join('\n')}`);
    expect(delivered).toEqual(['4|ok|1']);
    expect(faults).toEqual([
      '1 event_id:missing_value',
      '2 event_id:missing_value|views:not_a_number',
      '3 views:not_a_number|amount:not_a_number',
      ...broken.map((_, index) => `${index + 5} unreadable`),
    ]);
    expect(rows[0]).toEqual([
      ...['event_id', 'views', 'amount', 'Seen at', 'note'],
      ...['rejection_reason', 'source_file', 'source_line'],
    ]);
    expect(rows[2]?.slice(0, 2)).toEqual(['', '{"of":"page"}']);
    expect(rows.slice(4).map(([cell]) => cell)).toEqual(broken);
  });

  test('may be packed, marked, of two bytes a letter or Windows-1252, and empty', async () => {
    const text = '{"event_id":"é","views":1}\n';
    expect((await eventsOf(gz(text), 'events.json.gz')).delivered).toEqual(['1|é|1']);
    for (const content of [`\ufeff${text}`, utf16le(text), utf16be(text)])
      expect((await eventsOf(content)).delivered).toEqual(['1|é|1']);
    const western = await eventsOf(latin1(text));
    expect(western.delivered).toEqual(['1|é|1']);
    expect(western.warnings).toEqual(['events.jsonl is no valid UTF-8 and was read as Windows-1252.']);
    for (const empty of ['', '\n', gz('')]) {
      const name = typeof empty === 'string' ? 'events.ndjson' : 'events.json.gz';
      expect(await eventsOf(empty, name)).toMatchObject({ delivered: [], faults: [] });
    }
  });

  test('that are too long are unreadable, and cost nobody else', async () => {
    const long = `{"event_id":"${'x'.repeat(1_100_000)}","views":1}`;
    const { delivered, faults, rows } = await eventsOf(lines(ONE, long, ONE));
    expect({ delivered, faults }).toEqual({ delivered: ['1|a|1', '3|a|1'], faults: ['2 unreadable'] });
    expect(rows[1]?.[0]).toBe(long.slice(0, 65_536));
  });
});

describe('a JSON array', () => {
  const said = (name: string) =>
    `${name} is one JSON array, not an object a line; its elements were read as records.`;

  test('is accepted, on one line or on many, and said', async () => {
    const flat = await eventsOf(`[${ONE},${ONE},7,${ONE}]`, 'events.json');
    expect(flat).toMatchObject({ delivered: ['1|a|1', '2|a|1', '4|a|1'], faults: ['3 unreadable'] });
    expect(flat.warnings).toEqual([said('events.json')]);
    const objects = [1, 2].map((views) => ({ event_id: 'a', views, of: { pages: [1] } }));
    const { delivered } = await eventsOf(JSON.stringify(objects, null, 2), 'events.json');
    expect(delivered).toEqual(['2|a|1', '11|a|2']);
  });

  test('that is cut off gives what is whole, and the rest as one record', async () => {
    const { delivered, faults, rows, warnings } = await eventsOf(
      `[\n${ONE},\n{"event_id":"b",\n`,
      'events.json',
    );
    expect({ delivered, faults }).toEqual({ delivered: ['2|a|1'], faults: ['3 unreadable'] });
    expect(rows[1]?.[0]).toBe('{"event_id":"b",');
    expect(warnings).toEqual([
      `${said('events.json')} It ends before the array is closed: it may have been cut off.`,
    ]);
  });

  test('with a broken string loses the element, and goes on', async () => {
    const { delivered, faults } = await eventsOf(
      `[{"event_id":"b,\n"views":1},\n${ONE}]\n${ONE}\n`,
      'events.json',
    );
    expect({ delivered, faults }).toEqual({ delivered: ['3|a|1', '4|a|1'], faults: ['1 unreadable'] });
  });
});

test('rejected records are corrected and loaded again as CSV', async () => {
  const { out } = await runOver({
    'events.jsonl': lines('{"event_id":"a","views":"x","note":"1, \\"2\\""}', ONE),
  });
  const [header = [], row = []] = readRows(out, 'rejected-events.csv');
  expect(row).toEqual(['a', 'x', '', '', '1, "2"', 'views:not_a_number', 'events.jsonl', '1']);
  const quoted = row.map((cell) => `"${(cell === 'x' ? '5' : cell).replaceAll('"', '""')}"`);
  const again = await runOver({ 'events.csv': lines(header.join(), quoted.join()) });
  expect(again.exit).toBe(0);
  expect(readCsv(again.out, 'delivery.csv')).toMatchObject([{ event_id: 'a', views: '5', note: '1, "2"' }]);
});

test('JSON files have their bytes and hash in the manifest, and stay loaded in a workspace', async () => {
  const workspace = join(tempFolder(), 'w.muster');
  const text = `[${ONE}]`;
  const first = await runOver({ 'events.json': text }, '--workspace', workspace);
  expect(readManifest(first.out).inputs).toEqual([
    { name: 'events.json', bytes: text.length, sha256: sha256(Buffer.from(text)) },
  ]);
  const second = await runOver({ 'events.json': text }, '--workspace', workspace);
  expect(readOut(second.out)).toEqual(readOut(first.out));
});

test('a file whose records lack a required key, or whose name does not say JSON, ends the run', async () => {
  const lacking = await runOver({ 'events.jsonl': lines('{"id":"a","Views":1}', '{"event":2}') });
  expect(lacking.exit).toBe(1);
  expect(lacking.stderr).toContain(
    'events.jsonl: none of its first records has the key event_id. Found: "id", "Views", "event".',
  );
  const named = await runOver({ 'events.csv': lines(ONE) });
  expect(named.exit).toBe(1);
  expect(named.stderr).toContain(
    'looks like JSON Lines, but its name does not say so. Give it the ending .jsonl.',
  );
});

test('check says how JSON was read', async () => {
  const folder = tempFolder();
  writeFiles(join(folder, 'recipe'), RECIPE);
  writeFiles(join(folder, 'in'), { 'events.json': `[${ONE}]` });
  const { exit, stdout } = await runMuster(['check', join(folder, 'recipe'), '--in', join(folder, 'in')]);
  expect(exit).toBe(0);
  expect(stdout).toContain('events.json: utf-8, a JSON array');
});
