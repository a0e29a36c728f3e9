import { expect, test, vi } from 'vitest';
import { aColumn, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { load } from '../testing/load.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { countRecords } from './count-records.ts';

vi.mock('./count-records.ts', { spy: true });

const PEOPLE = aSource('people', [aColumn('name', 'text')]);

test('a load ends where an independent count of the records does not agree, and nothing is loaded', async () => {
  const workspace = aWorkspace();
  const folder = tempFolder({ 'people.csv': 'name\nAnn\nBob\n' });
  for (const [counted, said] of [
    [2, /: 3 records were read, but its bytes hold 2; they part after line \d+\.$/],
    [4, /: 3 records were read, but its bytes hold 4; they part after line \d+\.$/],
  ] as const) {
    vi.mocked(countRecords).mockResolvedValueOnce(counted);
    await expect(load(workspace, folder, PEOPLE)).rejects.toThrow(said);
  }
  await load(workspace, folder, PEOPLE);
  expect(workspace.db.prepare('select count(*) from source_people').pluck().get()).toBe(2);
});
