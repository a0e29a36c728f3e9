import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';

const ODD = ['%', '_', "'", '"', '\\', '\\%', '😀', ']', ','];
const NOWHERE = [
  '\0',
  'a\0',
  '\uD83D',
  'x'.repeat(1000),
  '😀'.repeat(500),
  '%'.repeat(1000),
  '\\'.repeat(1000),
];

/** A person for each odd text, and one more; in the quarantine as well, with a score that is none. */
async function aWorkspace() {
  const under = anEngine();
  const path = join(under.folder, 'w.muster');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const people = ODD.flatMap((text, index) => [
    `${index + 10},1,${quoted(`a${text}b`)}`,
    `${index + 60},no,${quoted(`a${text}b`)}`,
  ]);
  const text = lines('id,score,team', ...people, '90,1,plain', '91,no,plain');
  await aRun(aPeopleRecipe(), { 'people.csv': text }, { workspace: path });
  const { workspace } = await under.api.workspaces.open({ path });
  return { ...under, workspace };
}

test('a search finds odd texts as they stand, in the files, in a run and in the quarantine', async () => {
  const { api, workspace, logged } = await aWorkspace();
  const views = [
    { kind: 'source', source: 'people' },
    { kind: 'entities', run: 1, which: 'entered' },
    { kind: 'quarantine', filter: {} },
    { kind: 'quarantine', filter: { source: 'people' } },
  ] as const;
  for (const text of ODD) {
    for (const of of views) {
      const { rows } = await api.views.open({ workspace, of, search: text });
      const alike = ODD.filter((each) => each.includes(text)).length;
      expect([of, text, rows]).toEqual([of, text, alike]);
    }
    const found = await api.explain.find({ workspace, text, most: 50 });
    expect(found.map(({ value }) => value)).toContain(`a${text}b`);
  }
  for (const text of NOWHERE) {
    for (const of of views) {
      expect([text, (await api.views.open({ workspace, of, search: text })).rows]).toEqual([text, 0]);
    }
    expect([text, await api.explain.find({ workspace, text, most: 5 })]).toEqual([text, []]);
  }
  expect(logged).toEqual([]);
});
