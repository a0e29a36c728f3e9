import type { Outcome, StageFigures, TableFigures } from '../../contract/reconciliation.ts';
import { lines } from './file-texts.ts';
import { type Exclusion, type Person, type PlacedRule, stageNames } from './people-rules.ts';
import type { RandomInput, Snapshot } from './random-people.ts';

/** What a run must say, computed in memory without any SQL. */
export interface NaiveRun {
  readonly tables: readonly TableFigures[];
  readonly stages: readonly StageFigures[];
  readonly outcome: Outcome;
  readonly delivery: string;
  readonly dropouts: string;
}

interface Fate {
  readonly person: Person;
  /** For each rule what it says. */
  readonly verdicts: readonly (Exclusion | undefined)[];
}

export function naiveRun(input: RandomInput, rules: readonly PlacedRule[]): NaiveRun {
  const accepted = input.people.flat().filter(({ score }) => score !== 'x');
  const people = population(accepted, input);
  const fates = judge(people, rules);
  const dropped = fates.filter(({ verdicts }) => verdicts.some((verdict) => verdict));
  const delivered = fates.filter((fate) => !dropped.includes(fate));
  return {
    tables: [
      {
        table: 'person',
        from: 'people',
        in: accepted.length,
        out: people.length,
        superseded: accepted.length - people.length,
      },
    ],
    stages: stagesOf(fates, rules),
    outcome: {
      entered: people.length,
      delivered: delivered.length,
      dropped: dropped.length,
      missing: 0,
      duplicated: 0,
      contradictory: 0,
      unexplained: 0,
    },
    delivery: lines(
      'id,team,spend',
      ...delivered.map(({ person }) => [person.id, person.team ?? '', money(person.spend)].join()),
    ),
    dropouts: lines('id,stage,reason,detail,also', ...dropped.map((fate) => dropout(fate, rules))),
  };
}

function population(accepted: readonly Snapshot[], { marks }: RandomInput): readonly Person[] {
  const latest = new Map<string, Snapshot>();
  for (const snapshot of accepted) {
    const id = snapshot.id.trim();
    // Empty is the least text.
    if (snapshot.seenOn >= (latest.get(id)?.seenOn ?? '')) latest.set(id, snapshot);
  }
  return [...latest]
    .sort(([left], [right]) => compareIds(left, right))
    .map(([id, snapshot], index) => ({
      id,
      entity: index + 1,
      seenOn: snapshot.seenOn || null,
      score: snapshot.score === '' ? null : Number(snapshot.score),
      team: snapshot.team || null,
      spend: snapshot.spend === '' ? null : Math.round(Number(snapshot.spend) * 10_000),
      marks: marks.filter((mark) => mark.id.trim() === id).map(({ kind }) => kind),
    }));
}

/** Plain integers first, by value, then the rest by their bytes. */
function compareIds(left: string, right: string): number {
  const [leftIsPlain, rightIsPlain] = [isPlainInteger(left), isPlainInteger(right)];
  if (leftIsPlain && rightIsPlain) return Number(left) - Number(right);
  if (leftIsPlain !== rightIsPlain) return leftIsPlain ? -1 : 1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function isPlainInteger(id: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(id) && BigInt(id) < 2n ** 63n;
}

function judge(people: readonly Person[], rules: readonly PlacedRule[]): readonly Fate[] {
  let fates: readonly Fate[] = people.map((person) => ({ person, verdicts: [] }));
  for (const { rule } of rules) {
    const looksAt = fates.filter(({ verdicts }) => {
      return rule.scope === 'everybody' || verdicts.every((verdict) => verdict === undefined);
    });
    const among = looksAt.map(({ person }) => person);
    fates = fates.map((fate) => {
      const verdict = looksAt.includes(fate) ? rule.excludes(fate.person, among) : undefined;
      return { ...fate, verdicts: [...fate.verdicts, verdict] };
    });
  }
  return fates;
}

function stagesOf(fates: readonly Fate[], rules: readonly PlacedRule[]): readonly StageFigures[] {
  const stages: StageFigures[] = [
    { stage: 'population', in: fates.length, dropped: 0, out: fates.length, reasons: [] },
  ];
  const names = stageNames(rules);
  for (const stage of new Set(names)) {
    const first = names.indexOf(stage);
    const afterLast = names.lastIndexOf(stage) + 1;
    const left = (position: number) =>
      fates.filter(({ verdicts }) => verdicts.slice(0, position).every((verdict) => !verdict)).length;
    const reasons = rules.slice(first, afterLast).flatMap(({ rule }, index) =>
      rule.reasons.map((reason) => {
        const position = first + index;
        const excluded = fates.filter(({ verdicts }) => verdicts[position]?.reason === reason);
        const by = (test: (others: Fate['verdicts']) => boolean) =>
          excluded.filter(({ verdicts }) => test(verdicts)).length;
        const dropped = by((verdicts) => verdicts.findIndex((verdict) => verdict) === position);
        if (rule.scope === 'survivors') return { reason, dropped };
        const only = by((verdicts) => verdicts.filter((verdict) => verdict).length === 1);
        return { reason, dropped, any: excluded.length, only };
      }),
    );
    stages.push({
      stage,
      in: left(first),
      dropped: left(first) - left(afterLast),
      out: left(afterLast),
      reasons,
    });
  }
  return stages;
}

function dropout({ person, verdicts }: Fate, rules: readonly PlacedRule[]): string {
  const [first = -1, ...others] = verdicts.flatMap((verdict, position) => (verdict ? [position] : []));
  const also = others.map((position) => rules[position]?.rule.rule).join('|');
  const { reason, detail } = verdicts[first] ?? {};
  return [person.id, stageNames(rules)[first], reason, detail ?? '', also].join();
}

/** Rounded half up, away from nought. */
function money(tenThousandths: number | null): string {
  if (tenThousandths === null) return '';
  const cents = Math.sign(tenThousandths) * Math.floor((Math.abs(tenThousandths) + 50) / 100);
  return (cents / 100 || 0).toFixed(2);
}
