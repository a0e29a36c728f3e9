import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../contract/exports.ts';
import { AS_OF } from '../testing/a-run.ts';
import { anOutput, type KeptOutput } from '../testing/an-output.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { Cancelled } from '../workspace/cancel.ts';
import { count } from '../workspace/database.ts';
import { listReceipts } from './receipts.ts';

const aList = () =>
  anOutput({ id: undefined, team: undefined }, [
    [1n, 'red'],
    ['007', null],
  ]);

const receiptsOf = ({ workspace }: KeptOutput) => listReceipts(workspace.db);

/** Makes a run one that does not balance. */
function unbalance({ workspace, run }: KeptOutput): void {
  workspace.db
    .prepare(
      "update run set reconciliation = json_set(reconciliation, '$.balanced', json('false')) where run = ?",
    )
    .run(run);
}

test.each(EXPORT_FORMATS)('the receipt of %s proves the file', async (format) => {
  const output = await aList();
  const before = new Date().toISOString();
  const { receipt, bytes, path } = await output.write(format);
  expect(receipt).toEqual({
    receipt: 1,
    file: `list.${format}`,
    format,
    rows: 2,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    writtenAt: receipt.writtenAt,
    run: output.run,
    output: 'list',
    asOf: AS_OF,
    columns: [
      { name: 'id', hashed: false },
      { name: 'team', hashed: false },
    ],
    neutralised: 0,
    reason: null,
    cautions: [],
    saved: { kind: 'file', path },
  });
  expect(receipt.writtenAt >= before && receipt.writtenAt <= new Date().toISOString()).toBe(true);
  expect(readdirSync(dirname(path))).toEqual([`list.${format}`]);
});

test('the same list in the same format is the same bytes', async () => {
  const output = await aList();
  for (const format of EXPORT_FORMATS) {
    const { receipt: first } = await output.write(format);
    const { receipt: second } = await output.write(format);
    expect(second.sha256).toBe(first.sha256);
  }
});

test('receipts are listed, the latest first', async () => {
  const output = await aList();
  const { receipt: first } = await output.write('csv');
  const { receipt: second } = await output.write('json');
  expect(receiptsOf(output)).toEqual([second, first]);
});

test('a run that does not balance is written only for a reason, which the receipt keeps', async () => {
  const output = await aList();
  unbalance(output);
  const path = join(tempFolder(), 'list.csv');
  for (const reason of [undefined, '', ' \n']) {
    await expect(output.write('csv', { path, reason })).rejects.toMatchObject({
      message: `Run ${output.run} does not balance, so its lists may be wrong.`,
      nextStep: 'Find out why under Funnel, or say why it is to be written all the same.',
    });
  }
  expect(existsSync(path)).toBe(false);
  const { receipt } = await output.write('csv', { path, reason: ' for the auditors ' });
  expect(receipt.reason).toBe('for the auditors');
  expect(receiptsOf(output)).toEqual([receipt]);
});

test('a run that balances needs no reason and keeps none', async () => {
  const output = await aList();
  expect((await output.write('csv', { reason: 'because' })).receipt.reason).toBe(null);
});

test.each([
  { what: 'a run', asked: { run: 9 }, says: 'There is no run 9 in this workspace.' },
  { what: 'an output', asked: { output: 'x' }, says: 'Run 1 has no output x.' },
  {
    what: 'a column',
    asked: { columns: [{ name: 'x"; drop table run; --', hashed: false }] },
    says: 'list.csv has no column x"; drop table run; --.',
  },
])('$what that is not there is refused by name', async ({ asked, says }) => {
  const output = await aList();
  await expect(output.write('csv', asked)).rejects.toMatchObject({ name: 'Failure', message: says });
  expect(receiptsOf(output)).toEqual([]);
});

test('a column is written once', async () => {
  const output = await aList();
  const columns = [
    { name: 'id', hashed: false },
    { name: 'id', hashed: true },
  ];
  await expect(output.write('json', { columns })).rejects.toMatchObject({
    message: 'The column id is chosen twice.',
  });
});

test('a value that the recipe’s format cannot write is refused in every format', async () => {
  const output = await anOutput({ open: { type: 'boolean' } }, [[2n]]);
  for (const format of EXPORT_FORMATS) {
    await expect(output.write(format)).rejects.toMatchObject({
      message: expect.stringContaining('column open is 2'),
    });
  }
});

test.each(EXPORT_FORMATS)(
  'an export as %s that is cancelled leaves the old file, no receipt and a usable workspace',
  async (format) => {
    const output = await aList();
    output.count(5000);
    const path = join(tempFolder({ list: 'old' }), 'list');
    const seen: (readonly [number, number])[] = [];
    const onRows = (done: number, of: number) => {
      seen.push([done, of]);
      if (done >= 3000) throw new Cancelled();
    };
    await expect(output.write(format, { path, onRows })).rejects.toThrow(Cancelled);
    expect(seen.slice(-4)).toEqual([0, 1000, 2000, 3000].map((done) => [done, 5000]));
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(dirname(path))).toEqual(['list']);
    expect(receiptsOf(output)).toEqual([]);
    // A reading that were still open would not let the connection write.
    expect(() => output.hold([])).not.toThrow();
  },
);

test('where the file cannot take its place there is no receipt', async () => {
  const output = await aList();
  const folder = tempFolder();
  const path = join(folder, 'nowhere', 'list.csv');
  await expect(output.write('csv', { path })).rejects.toMatchObject({ name: 'Failure' });
  expect(count(output.workspace.db, 'select count(*) from export')).toBe(0);
});

test('where the receipt cannot be kept there is no file', async () => {
  const output = await aList();
  const path = join(tempFolder(), 'list.csv');
  writeFileSync(path, 'old');
  output.workspace.db.exec(
    "create trigger t before insert on export begin select raise(abort, 'no room'); end",
  );
  await expect(output.write('csv', { path })).rejects.toThrow('no room');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(dirname(path))).toEqual(['list.csv']);
});
