import { z } from 'zod';
import { RECIPE_FILE } from './recipe-folder.ts';
import { readYaml } from './yaml-document.ts';

/** How one recipe.yaml differs from another in its lookups. */
export interface LookupChanges {
  /** Of those lookups that both have and that differ. */
  readonly titles: readonly string[];
  /** Whether lookups differ, and nothing besides. */
  readonly isAll: boolean;
}

const Document = z.looseObject({
  lookups: z.array(z.looseObject({ lookup: z.string(), title: z.string() })).default([]),
});

/** Compares the lookups of two texts of a recipe.yaml; comments and the way in which something is written make no difference. */
export function lookupChanges(before: string, after: string): LookupChanges {
  const none = { titles: [], isAll: false };
  if (before === after) return none;
  const [old, now] = [before, after].map(
    (text) => Document.safeParse(readYaml(RECIPE_FILE, text).value).data,
  );
  if (!old || !now) return none;
  const changed = now.lookups.filter((lookup) => {
    const former = old.lookups.find((each) => each.lookup === lookup.lookup);
    return former !== undefined && JSON.stringify(former) !== JSON.stringify(lookup);
  });
  const rest = ({ lookups, ...others }: z.infer<typeof Document>) =>
    JSON.stringify([others, lookups.map(({ lookup }) => lookup)]);
  return {
    titles: changed.map(({ title }) => title),
    isAll: changed.length > 0 && rest(old) === rest(now),
  };
}
