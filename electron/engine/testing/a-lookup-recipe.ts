import type { RecipeText } from '../recipe/recipe.ts';
import { DELIVERY, recipeText } from './a-people-recipe.ts';

/** The lookups of `lookupRecipe`, as a person writes them, with comments. */
export const LOOKUPS = `lookups:
  # Agreed in spring.
  - lookup: level
    title: Levels
    key: {column: level, title: Level}
    columns:
      - {column: gift, title: Gift}
      - {column: note, title: Note to them}
    rows:
      high: {gift: book, note: ' Thank you. '}
      low: {gift: card, note: "It's | for you."} # a small one
  - lookup: level_grid
    title: Level by score and team
    description: Whom we think highly of.
    grid:
      rows: {column: score, title: Score, values: [2, 1]}
      columns: {column: team, title: Team, values: [red, blue]}
    value: {column: level, title: Level, of: level}
    cells:
      - [high, low]   # the best
      - [low, low]
`;

/** A recipe of people with a list and a grid, whose delivery says each person's level and gift; lookups in other words. */
export function lookupRecipe(lookups: string = LOOKUPS): RecipeText {
  const delivery = {
    ...DELIVERY,
    sql: `select id, level, gift
from survivor
join person using (id)
join level_grid using (score, team)
join level using (level)
order by id`,
  };
  const { folder, files } = recipeText({ outputs: [delivery] });
  // JSON is YAML in braces; a lookup is read more easily in lines.
  const { lookups: _, ...rest } = JSON.parse(files.get('recipe.yaml') ?? '') as Record<string, unknown>;
  const lines = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return { folder, files: new Map(files).set('recipe.yaml', lookups + lines.join('')) };
}
