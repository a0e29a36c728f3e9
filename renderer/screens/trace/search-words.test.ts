import { expect, test } from 'vitest';
import type { ColumnKind, SourceInfo } from '../../../electron/contract/workspaces.ts';
import { searchWords, typingWords } from './search-words.ts';

function source(columns: Readonly<Record<string, ColumnKind>>): SourceInfo {
  const described = Object.entries(columns).map(([name, kind]) => {
    return { name, kind, required: false, description: '', takes: '' };
  });
  return { name: 'people', description: '', required: true, files: [], unique: [], columns: described };
}

test('what can be looked for are the columns of the key, and emails that stand beside the whole key', () => {
  const people = source({ person: 'id', mail: 'email' });
  expect(searchWords({ key: ['person'], sources: [people] })).toBe('person, email, or part of either');
  expect(searchWords({ key: ['id'], sources: [people] })).toBe('id, or part of it');
  expect(searchWords({ key: ['team', 'person'], sources: [people] })).toBe('team, person, or part of either');
  expect(
    searchWords({ key: ['team', 'person'], sources: [source({ team: 'id', person: 'id', at: 'email' })] }),
  ).toBe('team, person, email, or part of any');
});

test('a key of several columns can be typed by each of them, or as a whole', () => {
  expect(typingWords(['person'])).toMatch(/^Type a person as it is written/);
  expect(typingWords(['team', 'person'])).toMatch(
    /^Type a team or a person, or all of them with commas between, as/,
  );
});
