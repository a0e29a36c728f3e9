import { expect, test } from 'vitest';
import { anOutput } from '../testing/an-output.ts';
import { previewOutput } from './preview-output.ts';

const aList = () =>
  anOutput(
    { id: undefined, note: undefined, spend: { decimals: 2 } },
    Array.from({ length: 7 }, (_, index) => [`00${index}`, index === 0 ? '=1+1' : null, -35000n]),
  );

test('the first rows are shown as the file has them, and how many there are', async () => {
  const { workspace, run, write } = await aList();
  const names = ['note', 'spend', 'id'];
  for (const format of ['csv', 'csv-for-spreadsheets'] as const) {
    const columns = names.map((name) => ({ name, hashed: name === 'id' }));
    const { rows, first } = previewOutput(workspace.db, { run, output: 'list', format, columns });
    const { bytes } = await write(format, { columns });
    const written = bytes.toString('utf8').replace('\uFEFF', '').split(/\r?\n/).slice(1, 6);
    expect(rows).toBe(7);
    expect(first.map((cells) => cells.join(','))).toEqual(written);
  }
});

test('what the run has not is refused', async () => {
  const { workspace, run } = await aList();
  const ask = (output: string, name: string) =>
    previewOutput(workspace.db, { run, output, format: 'csv', columns: [{ name, hashed: false }] });
  expect(() => ask('other', 'id')).toThrow(`Run ${run} has no output other.`);
  expect(() => ask('list', 'other')).toThrow('has no column other.');
});
