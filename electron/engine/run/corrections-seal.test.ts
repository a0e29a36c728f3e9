import { expect, test } from 'vitest';
import { aCorrection, aKeptLoadedWorkspace, loadInto } from '../testing/a-kept-run.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { lines } from '../testing/file-texts.ts';
import { correctionsSeal } from './corrections-seal.ts';

const RECIPE = aPeopleRecipe();
const FILES = { 'people.csv': lines('id,score', '1,x') };

async function sealOf(...corrections: readonly Parameters<typeof aCorrection>[1][]) {
  const workspace = await aKeptLoadedWorkspace(RECIPE, FILES);
  for (const correction of corrections) aCorrection(workspace, correction);
  return correctionsSeal(workspace.db);
}

test('without active corrections there is no seal', async () => {
  expect(await sealOf()).toBeUndefined();
  expect(await sealOf({ newText: '1', active: false })).toBeUndefined();
});

test('the seal is of what the active corrections say, not of the order in which they were made', async () => {
  const seal = await sealOf({ newText: '1' }, { newText: '2' });
  expect(seal).toEqual({ count: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await sealOf({ newText: '9', active: false }, { newText: '2' }, { newText: '1' })).toEqual(seal);
  expect(await sealOf({ newText: '1' }, { newText: '3' })).not.toEqual(seal);
  expect(await sealOf({ newText: '1' }, { newText: '2', kind: 'record' })).not.toEqual(seal);
});

test('corrections of files that are not loaded are no part of it', async () => {
  const workspace = await aKeptLoadedWorkspace(RECIPE, FILES);
  aCorrection(workspace, { newText: '1' });
  await loadInto(workspace, RECIPE, { 'people.csv': lines('id,score', '1,1') });
  expect(correctionsSeal(workspace.db)).toBeUndefined();
});
