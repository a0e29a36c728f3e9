import { expect, test, vi } from 'vitest';
import { aColumn, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { load } from '../testing/load.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { countRecords } from './count-records.ts';
import { countJson } from './json/count-json.ts';

vi.mock('./count-records.ts', { spy: true });
vi.mock('./json/count-json.ts', { spy: true });

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

test('the same goes for JSON, which has no header to count', async () => {
  const workspace = aWorkspace();
  const source = { ...PEOPLE, files: ['*.json'] };
  const folder = tempFolder({ 'people.json': '[{"name":"Ann"},\n{"name":"Bob"}]' });
  vi.mocked(countJson).mockResolvedValueOnce(3);
  await expect(load(workspace, folder, source)).rejects.toThrow(
    /: 2 records were read, but its bytes hold 3; they part after line 2\.$/,
  );
  await load(workspace, folder, source);
  expect(workspace.db.prepare('select count(*) from source_people').pluck().get()).toBe(2);
});
