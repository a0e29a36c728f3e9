import { FIELDS } from '../campaign-oracle/sources.ts';
import { booleanCell } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { BALANCES, BIRTHDAYS, COUNTRIES, LANGUAGES, PHONES, STATUSES } from './clients.ts';
import { type Plan, spelling, times } from './plan.ts';

type Field = (typeof FIELDS)[number];

// Some are also names of rules and reasons of other stages: they must be kept apart.
const REASONS = [
  'Do not mail',
  'do not mail',
  'Wrong country',
  'blocked',
  'over_capacity',
  'a|b',
  'Älter',
  '0',
];

/** Configured exclusions: mostly few that match nearly everybody, so that later rules have somebody left. */
export function exclusionRows(random: Random, plan: Plan): readonly TextRow[] {
  const [count, negations] = random.pick([
    [0, 0],
    [8, 0.05],
    [16, 0.05],
    [24, 0.5],
  ] as const);
  return times(count, (at) => {
    const field = random.pick([...FIELDS, 'birth_date', 'balance'] as const);
    const operator = operatorFor(random, field, negations);
    return {
      exclusion_id: random.chance(plan.faults) ? random.pick(['', 'E0']) : `E${at}`,
      solution_id: random.chance(0.03) ? 'unknown' : random.pick(['*', ...plan.solutions]),
      field: random.chance(plan.faults) ? 'colour' : spelling(random, field),
      operator: random.chance(plan.faults) ? 'like' : spelling(random, operator),
      value: valueCell(random, plan, field, operator),
      reason: random.chance(plan.faults) ? '' : random.pick(REASONS),
      active: random.chance(0.25) ? random.pick(['0', 'no', 'F']) : booleanCell(random, plan.faults),
    };
  });
}

function operatorFor(random: Random, field: Field, negations: number): string {
  if (random.chance(negations)) return random.pick(['not_equals', 'not_in', 'not_in', 'not_empty']);
  const ordered = field === 'birth_date' || field === 'balance' || random.chance(0.15);
  const orders = ordered ? ['less_than', 'greater_than'] : [];
  return random.pick(['equals', 'in', 'in', 'is_empty', ...orders]);
}

function valueCell(random: Random, plan: Plan, field: Field, operator: string): string {
  if (random.chance(0.06 + plan.faults)) {
    return random.pick(['', ' ', 'yesterday', '1e5', '|', '12,50', '2026-02-30', '99999999999999999999']);
  }
  const part = () => spelling(random, random.pick(partsOf(plan, field)));
  const isList = operator === 'in' || operator === 'not_in';
  if (!isList) return part();
  const parts = times(random.between(1, 3), part);
  return [...parts, ...(random.chance(0.08) ? [''] : [])].join('|');
}

function partsOf(plan: Plan, field: Field): readonly string[] {
  switch (field) {
    case 'country':
      return COUNTRIES;
    case 'language':
      return [...LANGUAGES, 'O"Brien', '中文', '\\n', "it's", 'two\nlines', 'null'];
    case 'segment':
      return plan.segments;
    case 'status':
      return STATUSES;
    case 'birth_date':
      return [...BIRTHDAYS, '1990-05-01 10:00'];
    case 'email':
      return ['a+b@c-d.e', 'É@ü.de', 'upper@case.de', 'no-at'];
    case 'phone':
      return PHONES;
    case 'balance':
      return BALANCES;
  }
}
