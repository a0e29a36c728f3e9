import fc from 'fast-check';
import type { Recipe } from '../recipe/recipe.ts';
import { aPeopleRecipe, DELIVERY, PEOPLE_SOURCE } from './a-people-recipe.ts';

/** A person as the rules see one: the latest snapshot, the marks, and the number in the order of ids. */
export interface Person {
  readonly id: string;
  readonly entity: number;
  readonly seenOn: string | null;
  readonly score: number | null;
  readonly team: string | null;
  /** In ten-thousandths. */
  readonly spend: number | null;
  readonly marks: readonly string[];
}

export interface Exclusion {
  readonly reason: string;
  readonly detail: string | null;
}

/** A rule twice: as SQL, and as a plain computation that says the same. */
export interface PeopleRule {
  readonly rule: string;
  readonly reasons: readonly string[];
  readonly scope: 'everybody' | 'survivors';
  readonly sql: string;
  /** Whether it excludes a person, among those whom it looks at. */
  readonly excludes: (person: Person, among: readonly Person[]) => Exclusion | undefined;
}

/** A rule and whether it is of the same stage as the one before it. */
export interface PlacedRule {
  readonly rule: PeopleRule;
  readonly joins: boolean;
}

const everybody = (
  rule: string,
  sql: string,
  excludes: (person: Person) => Exclusion | undefined,
  reasons: readonly string[] = [rule],
): PeopleRule => ({ rule, reasons, scope: 'everybody', sql, excludes });

const when = (is: boolean, reason: string, detail: string | null = null): Exclusion | undefined =>
  is ? { reason, detail } : undefined;

const RULES: readonly PeopleRule[] = [
  everybody('low', "select id, 'low' as reason, score as detail from person where score < 2", ({ score }) =>
    when(score !== null && score < 2, 'low', String(score)),
  ),
  everybody(
    'unscored',
    "select id, 'unscored' as reason, team as detail from person where score is null",
    ({ score, team }) => when(score === null, 'unscored', team),
  ),
  everybody(
    'team',
    "select id, team as reason, null as detail from person where team in ('red', 'blue')",
    ({ team }) => when(team === 'red' || team === 'blue', team ?? ''),
    ['blue', 'red'],
  ),
  everybody(
    'marked',
    "select id, 'marked' as reason, min(kind) as detail from marks group by id",
    ({ marks }) => when(marks.length > 0, 'marked', [...marks].sort()[0] ?? null),
  ),
  everybody(
    'poor',
    "select id, 'poor' as reason, null as detail from person where spend < 15000",
    ({ spend }) => when(spend !== null && spend < 15_000, 'poor'),
  ),
  everybody(
    'unseen',
    "select id, 'unseen' as reason, null as detail from person where seen_on is null",
    ({ seenOn }) => when(seenOn === null, 'unseen'),
  ),
  everybody(
    'odd',
    "select id, 'odd' as reason, entity as detail from population where entity % 2 = 1",
    ({ entity }) => when(entity % 2 === 1, 'odd', String(entity)),
  ),
  everybody(
    'nobody',
    "select id, 'nobody' as reason, null as detail from person where false",
    () => undefined,
  ),
];

const RULES_OVER_SURVIVORS: readonly PeopleRule[] = [
  {
    rule: 'crowded',
    reasons: ['crowded'],
    scope: 'survivors',
    sql: "select id, 'crowded' as reason, null as detail from survivor order by id limit -1 offset 4",
    excludes: (person, among) => when(among.indexOf(person) >= 4, 'crowded'),
  },
  {
    rule: 'second',
    reasons: ['second'],
    scope: 'survivors',
    sql: `with placed as (
        select id, row_number() over (partition by team order by id) as place
        from survivor
        join person using (id)
      )
      select id, 'second' as reason, place as detail
      from placed
      where place > 1`,
    excludes: (person, among) => {
      const place = among.filter(({ team }) => team === person.team).indexOf(person) + 1;
      return when(place > 1, 'second', String(place));
    },
  },
];

const placed = (pool: readonly PeopleRule[], maxLength: number): fc.Arbitrary<readonly PlacedRule[]> =>
  fc
    .shuffledSubarray([...pool], { minLength: 1, maxLength })
    .chain((rules) =>
      fc.tuple(...rules.map((rule) => fc.record({ rule: fc.constant(rule), joins: fc.boolean() }))),
    );

/** Some rules in some order, in stages of one or several. */
export const SOME_RULES: fc.Arbitrary<readonly PlacedRule[]> = placed([...RULES, ...RULES_OVER_SURVIVORS], 6);

/** The same without rules that look only at survivors. */
export const SOME_RULES_OVER_EVERYBODY: fc.Arbitrary<readonly PlacedRule[]> = placed(RULES, 6);

/** The stage of each rule, in order: the name of its first rule. */
export function stageNames(rules: readonly PlacedRule[]): readonly string[] {
  const names: string[] = [];
  for (const { rule, joins } of rules) names.push((joins && names.at(-1)) || `stage_${rule.rule}`);
  return names;
}

/** The recipe that has these rules. */
export function recipeWith(rules: readonly PlacedRule[]): Recipe {
  const stages = stageNames(rules);
  return aPeopleRecipe({
    sources: {
      ...PEOPLE_SOURCE,
      marks: {
        files: ['marks.csv'],
        columns: { id: { type: 'id', required: true }, kind: { type: 'text' } },
      },
    },
    rules: rules.map(({ rule: { rule, reasons, scope, sql } }, index) => {
      return { rule, stage: stages[index] ?? rule, reasons, scope, sql };
    }),
    outputs: [
      {
        ...DELIVERY,
        sql: 'select id, team, spend from survivor join person using (id) order by id',
        columns: { spend: { decimals: 2 } },
      },
    ],
    controls: [
      {
        control: 'spend',
        sql: `select
            (select coalesce(sum(spend), 0) from delivery) as left,
            (select coalesce(sum(spend), 0) from person where id in (select id from delivery)) as right`,
      },
    ],
  });
}
