import { expect, test } from 'vitest';
import type { AuditCandidate } from '../../../electron/contract/audits.ts';
import { type Draft, filesOf, NO_DRAFT, withChange, withMoved, withOffer, without } from './draft.ts';

/** A file that could be read. */
function candidate(name: string, more: Partial<AuditCandidate> = {}): AuditCandidate {
  const stage = name.replace(/\..*$/, '');
  const about = { file: `handle of ${name}`, bytes: 1, columns: ['id'], first: [] } as const;
  return { ...about, name, role: 'stage', stage, problem: null, ...more };
}

const names = (draft: Draft) => draft.files.map(({ name }) => name);
const [FIRST, SECOND, THIRD] = [candidate('1.csv'), candidate('2.csv'), candidate('3.csv')] as const;

test('files come in the likely order until the user moves one; then new files come last', () => {
  const draft = withOffer(withOffer(NO_DRAFT, [THIRD]), [FIRST, THIRD]);
  expect(names(draft)).toEqual(['1.csv', '3.csv']);
  const moved = withMoved(draft, THIRD.file, 0);
  expect(names(withOffer(moved, [FIRST, SECOND, THIRD]))).toEqual(['3.csv', '1.csv', '2.csv']);
});

test('what the user changed of a file stays when it is looked into again', () => {
  const draft = withChange(withOffer(NO_DRAFT, [FIRST, SECOND]), SECOND.file, {
    role: 'trace',
    stage: 'own',
  });
  const [, second] = withOffer(draft, [FIRST, SECOND, THIRD]).files;
  expect(second).toMatchObject({ name: '2.csv', role: 'trace', stage: 'own' });
});

test('a new file with the name of one in the list takes its place, its role and its stage', () => {
  const draft = withMoved(withOffer(NO_DRAFT, [FIRST, SECOND]), SECOND.file, 0);
  const newer = candidate('2.csv', { file: 'another', columns: ['id', 'more'], role: 'reference' });
  const { files } = withOffer(draft, [FIRST, SECOND, newer]);
  expect(files.map(({ file, role }) => [file, role])).toEqual([
    ['another', 'stage'],
    [FIRST.file, 'stage'],
  ]);
  expect(files[0]?.columns).toEqual(['id', 'more']);
});

test('two files of one name that come together are two files', () => {
  const other = candidate('1.csv', { file: 'of another folder' });
  expect(withOffer(NO_DRAFT, [FIRST, other]).files).toHaveLength(2);
});

test('a file that could not be read gives nothing to the one that takes its place', () => {
  const broken = candidate('t.csv', { problem: { message: 'It is empty.', nextStep: 'Choose another.' } });
  const mended = candidate('t.csv', { file: 'mended', role: 'trace' });
  expect(withOffer(withOffer(NO_DRAFT, [broken]), [broken, mended]).files).toEqual([mended]);
});

test('files that an answer does not know of stay', () => {
  expect(names(withOffer(withOffer(NO_DRAFT, [FIRST]), [SECOND]))).toEqual(['2.csv', '1.csv']);
});

test('an extract is moved among the extracts, never beyond their ends', () => {
  const trace = candidate('t.csv', { role: 'trace' });
  const draft = withOffer(NO_DRAFT, [FIRST, trace, SECOND, THIRD]);
  const stages = (of: Draft) => filesOf(of, 'stage').map(({ name }) => name);
  expect(stages(withMoved(draft, FIRST.file, 1))).toEqual(['2.csv', '1.csv', '3.csv']);
  expect(stages(withMoved(draft, FIRST.file, 9))).toEqual(['2.csv', '3.csv', '1.csv']);
  expect(stages(withMoved(draft, THIRD.file, -1))).toEqual(['3.csv', '1.csv', '2.csv']);
  expect(withMoved(draft, trace.file, 0)).toBe(draft);
});

test('with the last file all that was chosen goes', () => {
  const draft = { ...withOffer(NO_DRAFT, [FIRST, SECOND]), key: ['id'] };
  expect(without(draft, FIRST.file)).toMatchObject({ key: ['id'] });
  expect(without(without(draft, FIRST.file), SECOND.file)).toEqual(NO_DRAFT);
});
