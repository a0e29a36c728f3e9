import { expect, test } from 'vitest';
import type { AuditCandidate } from '../../../electron/contract/audits.ts';
import { NO_DRAFT } from './draft.ts';
import { draftOfText, draftText } from './draft-text.ts';

const FILE: AuditCandidate = {
  file: 'h:1',
  name: '1_start.csv',
  bytes: 9,
  role: 'stage',
  stage: 'start',
  columns: ['client_id', 'email'],
  first: [['7', 'anna@example.com']],
  problem: null,
};

test('a draft comes back as the user has it, without the records of its files', () => {
  const draft = { ...NO_DRAFT, files: [FILE], moved: true, key: ['client_id'], name: 'March' };
  expect(draftText(draft)).not.toContain('anna');
  expect(draftOfText(draftText(draft))).toEqual({ ...draft, files: [{ ...FILE, first: [] }] });
});

test('without a text, or with one that is none, there is no draft', () => {
  expect(draftOfText(null)).toEqual(NO_DRAFT);
  expect(draftOfText('{"files":')).toEqual(NO_DRAFT);
});
