import { expect, test } from 'vitest';
import { changedRecipe, failureOf } from '../testing/a-member-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';

const TABLE = 'tables/last_visit.sql';
const VARIES =
  'makes a run depend on more than its files, parameters and as-of date. Use :as_of, or a date derived from it.';

test.each([
  [TABLE, 'where ', 'where date() > ', `4: date ${VARIES}`],
  [TABLE, 'where ', "where strftime('%Y') > ", `4: strftime ${VARIES}`],
  [TABLE, 'where ', "where julianday(visited_on) < julianday('NOW') and ", `4: julianday ${VARIES}`],
  [TABLE, 'where ', 'where random() > ', `4: random ${VARIES}`],
  [TABLE, 'where ', 'where current_date > ', `4: current_date ${VARIES}`],
])('%s with %j made %j fails with its line', (file, before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe(file, before, after)))).toBe(`sql/x/${file}:${expected}`);
});
