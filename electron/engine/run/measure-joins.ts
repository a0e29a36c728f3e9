import type { JoinFigures } from '../../contract/reconciliation.ts';
import { Failure } from '../failure.ts';
import type { DerivedTable, Join, Recipe } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { counted, whole } from './words.ts';

/** So many keys are named in a failure. */
const MOST_NAMED = 5;

/**
 * Measures what each join of a derived table would do, before it is made: rows with a partner, without one, and keys that would multiply
 * rows. Throws a Failure that names those keys and how many rows they would add, and for a row without a partner where each is to have one.
 */
export function measureJoins(db: ReadableDb, recipe: Recipe, step: DerivedTable): readonly JoinFigures[] {
  return step.joins.map((join) => {
    const figures = measure(db, step.of, join);
    if (figures.extra_rows > 0) throw fanOut(db, recipe, step, join, figures);
    if (join.expects === '1:1') refuseUnequal(db, recipe, step, join, figures);
    return figures;
  });
}

function measure(db: ReadableDb, of: string, { to, on, expects }: Join): JoinFigures {
  const key = identifiers(on);
  // A left join to distinct keys, not `in`: of a key of several columns SQLite would read all of them for each row without a partner.
  const [matched = 0, unmatched = 0] =
    db
      .prepare<[], number[]>(
        `select count(partner.found), count(*) - count(partner.found)
         from ${identifier(of)} as asking
         left join (select distinct ${key}, 1 as found from ${identifier(to)}) as partner using (${key})`,
      )
      .raw()
      .get() ?? [];
  const [keys = 0, extra = 0] =
    db
      .prepare<[], number[]>(
        `select count(*), coalesce(sum(extra_rows), 0) from (${multiplyingSql(of, to, on)})`,
      )
      .raw()
      .get() ?? [];
  return { to, on, expects, matched, unmatched, multiplying_keys: keys, extra_rows: extra };
}

/** The keys that stand several times in a table and are asked for, how often, and how many rows they would add. */
function multiplyingSql(of: string, to: string, on: readonly string[]): string {
  // Under names of our own, as a column of the recipe may be called copies.
  const own = on.map((column, at) => `${identifier(column)} as key_${at}`).join(', ');
  const isAsked = on.map((column, at) => `asking.${identifier(column)} = several.key_${at}`).join(' and ');
  return `
    select ${keyNames(on)}, several.copies, count(*) * (several.copies - 1) as extra_rows
    from (
      select ${own}, count(*) as copies from ${identifier(to)} group by ${identifiers(on)} having count(*) > 1
    ) as several
    join ${identifier(of)} as asking on ${isAsked}
    group by ${keyNames(on)}`;
}

function keyNames(on: readonly string[]): string {
  return on.map((_, at) => `several.key_${at}`).join(', ');
}

function fanOut(
  db: ReadableDb,
  recipe: Recipe,
  step: DerivedTable,
  { to, on, expects }: Join,
  { multiplying_keys: keys, extra_rows: extra, matched, unmatched }: JoinFigures,
): Failure {
  const first = db
    .prepare<[], unknown[]>(
      `${multiplyingSql(step.of, to, on)} order by extra_rows desc, ${keyNames(on)} limit ${MOST_NAMED}`,
    )
    .raw()
    .safeIntegers()
    .all();
  const named = first.map((row) => `${row.slice(0, on.length).join(', ')} (${String(row[on.length])} times)`);
  const more = keys > first.length ? ` and ${whole(keys - first.length)} more` : '';
  return new Failure(
    `${recipe.text.folder}/${step.query.file}: the join of ${step.of} to ${to} by ${on.join(', ')} is not ${expects} as expected: ${counted(keys, 'key')} of ${to} would add ${counted(extra, 'row')} to ${whole(matched + unmatched)}: ${named.join('; ')}${more}.`,
    `Join to one row a key: make a table of ${to} with the latest or the first of each.`,
  );
}

function refuseUnequal(
  db: ReadableDb,
  recipe: Recipe,
  step: DerivedTable,
  { to, on }: Join,
  { unmatched }: JoinFigures,
): void {
  const key = identifiers(on);
  const where = `${recipe.text.folder}/${step.query.file}: the join of ${step.of} to ${to} by ${on.join(', ')} is not 1:1 as expected:`;
  if (unmatched > 0) {
    throw new Failure(
      `${where} ${counted(unmatched, 'row')} of ${step.of} without a partner.`,
      'Expect n:1, or find the missing rows.',
    );
  }
  const shared = count(
    db,
    `select count(*) from (select 1 from ${identifier(step.of)} group by ${key} having count(*) > 1)`,
  );
  if (shared === 0) return;
  throw new Failure(
    `${where} ${counted(shared, 'key')} of ${to} would be the partner of several rows.`,
    'Expect n:1, or join by the whole key.',
  );
}
