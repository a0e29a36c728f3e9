import { expect, test } from 'vitest';
import type { ColumnKind, SourceInfo } from '../../../electron/contract/workspaces.ts';
import { partWords, searchWords, typingWords } from './search-words.ts';

function source(
  columns: Readonly<Record<string, ColumnKind>>,
  entityKey: readonly string[] = Object.keys(columns).slice(0, 1),
): SourceInfo {
  const described = Object.entries(columns).map(([name, kind]) => {
    return { name, header: name, kind, required: false, description: '', takes: '' };
  });
  return {
    name: 'people',
    description: '',
    required: true,
    incremental: false,
    files: [],
    unique: [],
    entityKey,
    columns: described,
  };
}

test('what can be looked for are the columns of the key, and emails of records that belong to an entity', () => {
  const people = source({ person: 'id', mail: 'email' });
  expect(searchWords({ key: ['person'], sources: [people] })).toBe('person, email, or part of either');
  expect(searchWords({ key: ['id'], sources: [source({ other: 'id', mail: 'email' }, [])] })).toBe(
    'id, or part of it',
  );
  expect(searchWords({ key: ['team', 'person'], sources: [source({ person: 'id' })] })).toBe(
    'team, person, or part of either',
  );
  expect(searchWords({ key: ['team', 'person'], sources: [people] })).toBe(
    'team, person, email, or part of any',
  );
});

test('a key of several columns can be typed by each of them, or as a whole', () => {
  expect(typingWords(['person'])).toMatch(/^Type a person as it is written/);
  expect(typingWords(['team', 'person'])).toMatch(
    /^Type a team or a person, or all of them with commas between, as/,
  );
});

test('texts of records with a part of the key are said to find every entity with that part', () => {
  const about = (...sources: readonly SourceInfo[]) =>
    partWords({ entity: 'member', key: ['team', 'person'], sources });
  expect(about(source({ person: 'id', mail: 'email' }), source({ team: 'id', title: 'text' }))).toEqual([
    'An email or another text of people finds every member with its person.',
    'A text of people finds every member with its team.',
  ]);
  expect(
    about(
      source({ person: 'id', born: 'date' }),
      source({ person: 'id', mail: 'email' }, []),
      source({ team: 'id', person: 'id', mail: 'email' }, ['team', 'person']),
    ),
  ).toEqual([]);
});
