import type { FindingKind } from '../../../contract/audits.ts';
import { lines } from '../../testing/file-texts.ts';
import type { AuditTexts } from './an-audit.ts';

/** The stages of a planted pipeline. */
export const STAGES = ['initial', 'enriched', 'buffered', 'targets'] as const;

/** What is planted into a pipeline, and how often. */
export interface Plan {
  readonly seed: number;
  readonly kinds: readonly FindingKind[];
  /** How many keys each defect has; two at least. */
  readonly each: number;
  /** The stage at which keys vanish, appear, and are stale from on. */
  readonly stage: number;
}

/** A finding that has to be found. */
export interface Planted {
  readonly kind: FindingKind;
  readonly stage: string;
  readonly keys: readonly string[];
  readonly columns: readonly string[];
}

type Fate = 'target' | 'filtered' | FindingKind;

interface Key {
  readonly solution: string;
  readonly client: string;
  readonly fate: Fate;
  readonly tier: number;
}

const TIERS = ['basic', 'silver', 'gold'] as const;
const COUNTRIES = ['DE', 'AT', 'FR'] as const;

/** A pipeline without any defect but those of the plan, and what has to be found in it. */
export function plantedPipeline(plan: Plan): {
  readonly texts: AuditTexts;
  readonly planted: readonly Planted[];
} {
  const chance = chanceOf(plan.seed);
  const keys = keysOf(plan);
  const stages = STAGES.map((name, stage) => [name, extract(plan, keys, stage, chance)] as const);
  return {
    texts: {
      key: ['solution_id', 'client_id'],
      stages: Object.fromEntries(stages),
      traces: [traceOf(plan, keys, chance)],
      otherTraces: [otherTraceOf(keys)],
      references: [referenceOf(keys, chance)],
    },
    planted: plan.kinds.map((kind) => plantedOf(plan, keys, kind)).sort(byKindAndStage),
  };
}

function keysOf({ kinds, each }: Plan): readonly Key[] {
  // Enough sound keys that each value of each column goes on to the end.
  const fates: readonly Fate[] = [
    ...Array<Fate>(36).fill('target'),
    ...Array<Fate>(9).fill('filtered'),
    ...kinds.flatMap((kind) => Array<Fate>(each).fill(kind)),
  ];
  return fates.map((fate, index) => ({
    solution: `S${index % 2}`,
    client: String(index % 3 === 0 ? index : `C-${index}`),
    fate,
    tier: index % 3,
  }));
}

/** The first stage in which a key is not any more. */
function goneAt({ stage }: Plan, { fate, client }: Key): number {
  if (fate === 'silent_drop' || fate === 'unreported') return stage;
  if (fate === 'double_reason') return stage;
  return fate === 'filtered' ? 1 + (client.length % 3) : STAGES.length;
}

/** Several rows from which stage on: with the loss of an identifier alone, from the first. */
function multipliesFrom({ fate }: Key): number {
  if (fate === 'fan_out') return 1;
  return fate === 'dropped_identifier' ? 0 : STAGES.length;
}

function extract(plan: Plan, keys: readonly Key[], stage: number, chance: () => number): string {
  // The identifier is lost in the third stage where that is planted, and never where only a fan-out is.
  const hasDetail = stage < 2 || !plan.kinds.includes('dropped_identifier');
  const rows = keys
    .filter((key) => stage < goneAt(plan, key) && !(key.fate === 'appeared' && stage < plan.stage))
    .flatMap((key) => {
      const count = stage >= multipliesFrom(key) ? 2 : 1;
      const stale = key.fate === 'stale_window' && stage >= plan.stage;
      const tier = TIERS[stale ? (key.tier + 1) % 3 : key.tier];
      const country = key.fate === 'silent_drop' ? 'XX' : COUNTRIES[key.tier];
      return Array.from({ length: count }, (_, detail) =>
        [key.solution, key.client, country, tier, ...(hasDetail ? [`D${detail}`] : [])].join(','),
      );
    });
  const header = ['solution_id', 'client_id', 'country', 'tier', ...(hasDetail ? ['detail_id'] : [])];
  return lines(header.join(','), ...shuffled(rows, chance));
}

function traceOf(plan: Plan, keys: readonly Key[], chance: () => number): string {
  const rows = keys.flatMap((key) => {
    const own = `${key.solution},${key.client},`;
    if (key.fate === 'filtered') return [`${own}${STAGES[goneAt(plan, key)]},too old`];
    if (key.fate === 'contradiction') return [`${own}targets,blocked`];
    return key.fate === 'double_reason' ? [`${own}targets,blocked`, `${own}initial,too old`] : [];
  });
  return lines('solution_id,client_id,stage,reason', ...shuffled(rows, chance));
}

function otherTraceOf(keys: readonly Key[]): string {
  const rows = keys
    .filter(({ fate }) => fate === 'unreported')
    .map(({ solution, client }) => `${client},${solution},by hand`);
  return lines('Client ID,Solution-ID,Reason', ...rows);
}

function referenceOf(keys: readonly Key[], chance: () => number): string {
  const rows = keys.flatMap(({ client, tier }) => [
    `${client},${TIERS[(tier + 1) % 3]},2024-01-01,`,
    `${client},${TIERS[tier]},2025-06-01,`,
    `${client},${TIERS[(tier + 2) % 3]},2027-01-01,`,
  ]);
  return lines('client_id,tier,valid_from,valid_to', ...shuffled(rows, chance));
}

function plantedOf(plan: Plan, keys: readonly Key[], kind: FindingKind): Planted {
  const stages: Readonly<Record<FindingKind, number>> = {
    fan_out: 1,
    dropped_identifier: 2,
    silent_drop: plan.stage,
    unreported: plan.stage,
    contradiction: STAGES.length - 1,
    double_reason: plan.stage,
    appeared: plan.stage,
    stale_window: plan.stage,
  };
  const columns: Partial<Record<FindingKind, readonly string[]>> = {
    fan_out: ['detail_id'],
    dropped_identifier: ['detail_id'],
    silent_drop: ['country'],
    stale_window: ['tier'],
  };
  // What was multiplied before cannot be told apart either when the identifier goes.
  const affected = keys.filter(
    ({ fate }) => fate === kind || (kind === 'dropped_identifier' && fate === 'fan_out'),
  );
  return {
    kind,
    stage: STAGES[stages[kind]] ?? '',
    keys: affected.map(({ solution, client }) => `${solution},${client}`).sort(),
    columns: columns[kind] ?? [],
  };
}

function byKindAndStage(one: Planted, other: Planted): number {
  return one.kind < other.kind ? -1 : 1;
}

/** Reproducible chance (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled(rows: readonly string[], chance: () => number): readonly string[] {
  return rows
    .map((row) => ({ row, place: chance() }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row);
}
