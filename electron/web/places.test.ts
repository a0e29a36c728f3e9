import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { ownPlaces, placesIn } from './places.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a folder that is named holds all', () => {
  expect(placesIn('/some/folder')).toEqual({
    folder: '/some/folder',
    dataFolder: join('/some/folder', '.muster-data'),
  });
});

test('workspaces go to the documents, or where there are none beside them', () => {
  const home = tempFolder();
  expect(ownPlaces(home).folder).toBe(join(home, 'Muster'));
  mkdirSync(join(home, 'Documents'));
  expect(ownPlaces(home).folder).toBe(join(home, 'Documents', 'Muster'));
});

test.runIf(process.platform === 'linux')('what is of the program goes where the system keeps such', () => {
  vi.stubEnv('XDG_DATA_HOME', '');
  expect(ownPlaces('/home/ann').dataFolder).toBe('/home/ann/.local/share/muster');
  vi.stubEnv('XDG_DATA_HOME', '/data');
  expect(ownPlaces('/home/ann').dataFolder).toBe('/data/muster');
});
