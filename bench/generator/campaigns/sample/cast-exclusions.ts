import { type Character, character } from './character.ts';

/** Border cases of the configured exclusions. */
export const CAST_EXCLUSIONS: readonly Character[] = [
  character('101', '521', 'Account closed', 'Excluded by several rules; the first one has it', {
    snapshots: [{ status: 'CLOSED', email: 'nowhere' }],
    blocks: [['*', 'complaint', '2026-10-01', '']],
  }),
  character('101', '522', 'target', 'The country is written " at ", the list has AT', {
    snapshots: [{ country: ' at ' }],
  }),
  character('101', '523', 'target', 'No country: "not in" says nothing of an empty field', {
    snapshots: [{ country: '' }],
  }),
  character('101', '524', 'Außerhalb des Liefergebiets', 'Lives in FR, which the list does not have', {
    snapshots: [{ country: 'FR' }],
  }),
  character('101', '525', 'target', 'Born in 1931: the exclusion X12 is switched off', {
    snapshots: [{ birth: '1931-01-01' }],
  }),
  character('102', '526', 'target', 'The language is written " DE "', { snapshots: [{ language: ' DE ' }] }),
  character('102', '527', 'target', 'No language: "not equals" says nothing of an empty field', {
    snapshots: [{ language: '' }],
  }),
  character('102', '528', 'The text is in German only', 'Reads English', { snapshots: [{ language: 'en' }] }),
  character('W-4', '529', 'target', 'Born on the day that X03 names: later only is younger', {
    snapshots: [{ birth: '2008-11-20' }],
  }),
  character('W-4', '530', 'Minderjährig', 'Born on the day after', { snapshots: [{ birth: '2008-11-21' }] }),
  character('W-4', '531', 'target', 'No date of birth: nothing to compare', { snapshots: [{ birth: '' }] }),
  character('0103', '532', 'Konto überzogen', 'The balance is -0.0001', {
    snapshots: [{ balance: '-0.0001' }],
  }),
  character('0103', '533', 'target', 'The balance is -0.00, which is not less than 0', {
    snapshots: [{ balance: '-0.00' }],
  }),
  character('0103', '534', 'Status erst klären', 'Any status at all keeps from being called', {
    snapshots: [{ status: 'VIP' }],
  }),
  character('W-4', '535', 'Test address', 'The address is in the list, in capitals', {
    snapshots: [{ email: 'Test@Example.com' }],
  }),
];
