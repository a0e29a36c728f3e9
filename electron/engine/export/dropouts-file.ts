import { join } from 'node:path';
import type { Recipe } from '../recipe/recipe.ts';
import type { RunTables } from '../run/run-tables.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { type Cell, writeCsv } from './csv-writer.ts';
import type { WrittenFile } from './written-file.ts';

/** Writes whom the rules dropped: key, the first stage with its reason and detail, and the other rules that would have. */
export function writeDropoutsFile(
  db: ReadableDb,
  recipe: Recipe,
  tables: RunTables,
  folder: string,
): WrittenFile {
  const rows = db
    .prepare<[], Cell[]>(
      `select ${identifiers(recipe.key)}, rule, mask, reason, detail
       from ${identifier(tables.ledger)}
       join ${identifier(tables.population)} using (entity)
       where mask <> 0
       order by entity`,
    )
    .raw()
    .safeIntegers();
  const width = recipe.key.length;
  const otherRules = otherRulesOf(recipe);
  function* cells(): Iterable<readonly Cell[]> {
    for (const row of rows.iterate()) {
      const [rule = null, mask = null, reason = null, detail = null] = row.slice(width);
      const first = Number(rule);
      const stage = recipe.rules[first]?.stage ?? null;
      yield [...row.slice(0, width), stage, reason, detail, otherRules(BigInt(mask ?? 0), first)];
    }
  }
  const header = [...recipe.key, 'stage', 'reason', 'detail', 'also'];
  return writeCsv(join(folder, recipe.dropouts), header, cells());
}

/** Names the rules of a mask but the first; masks are few, so that each is spelt out once. */
function otherRulesOf({ rules }: Recipe): (mask: bigint, first: number) => string {
  const spelt = new Map<bigint, string>();
  return (mask, first) => {
    const known = spelt.get(mask);
    if (known !== undefined) return known;
    const others = rules.filter((_, position) => position !== first && (mask >> BigInt(position)) & 1n);
    const text = others.map(({ rule }) => rule).join('|');
    spelt.set(mask, text);
    return text;
  };
}
