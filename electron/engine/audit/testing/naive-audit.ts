import type { AuditOutcome, AuditStage } from '../../../contract/audits.ts';

/** Records of a file as keys: a key may stand there several times. */
export type Keys = readonly string[];

/** A pipeline of keys alone. */
export interface KeyPipeline {
  readonly stages: readonly Keys[];
  readonly trace: Keys;
  readonly other: Keys;
}

/** The figures of an audit, worked out with sets in memory. */
export function naiveAudit({ stages, trace, other }: KeyPipeline): {
  readonly stages: readonly Omit<AuditStage, 'stage'>[];
  readonly outcome: AuditOutcome;
  /** `kind,stage,key` of every finding that depends on keys alone, sorted; stages by position. */
  readonly findings: readonly string[];
} {
  const traced = new Set(trace);
  const aside = new Set(other);
  const findings: string[] = [];
  const figures = stages.map((rows, index) => {
    const now = new Set(rows);
    const before = index === 0 ? now : new Set(stages[index - 1]);
    const gone = [...before].filter((key) => !now.has(key));
    const missing = gone.filter((key) => !traced.has(key) && !aside.has(key));
    const unreported = gone.filter((key) => !traced.has(key) && aside.has(key));
    const appeared = [...now].filter((key) => !before.has(key));
    const many = [...now].filter((key) => timesIn(rows, key) > 1);
    const single = index === 0 ? [] : many.filter((key) => timesIn(stages[index - 1] ?? [], key) === 1);
    findings.push(
      ...missing.map((key) => `silent_drop,${index},${key}`),
      ...unreported.map((key) => `unreported,${index},${key}`),
      ...appeared.map((key) => `appeared,${index},${key}`),
      ...single.map((key) => `fan_out,${index},${key}`),
    );
    return {
      rows: rows.length,
      keys: now.size,
      continuing: index === 0 ? 0 : now.size - appeared.length,
      filtered: gone.length - missing.length - unreported.length,
      unreported: unreported.length,
      missing: missing.length,
      appeared: appeared.length,
      duplicated_keys: many.length,
      extra_rows: rows.length - now.size,
    };
  });
  const entered = new Set(stages[0]);
  const last = stages.length - 1;
  const targets = new Set(stages[last]);
  const lost = [...entered].filter((key) => !targets.has(key) && !traced.has(key));
  const anyTrace = [...trace, ...other];
  for (const key of new Set(anyTrace)) {
    if (targets.has(key)) findings.push(`contradiction,${last},${key}`);
    if (timesIn(anyTrace, key) > 1) findings.push(`double_reason,${goneFor(stages, key)},${key}`);
  }
  const outcome = {
    entered: entered.size,
    targets: [...entered].filter((key) => targets.has(key)).length,
    traced: [...entered].filter((key) => traced.has(key)).length,
    unreported: lost.filter((key) => aside.has(key)).length,
    missing: lost.filter((key) => !aside.has(key)).length,
    contradictory: [...entered].filter((key) => targets.has(key) && anyTrace.includes(key)).length,
  };
  const trouble = outcome.unreported + outcome.missing + outcome.contradictory;
  const balanced = trouble === 0 && outcome.entered === outcome.targets + outcome.traced;
  return { stages: figures, outcome: { ...outcome, balanced }, findings: findings.sort() };
}

/** The last stage at which a key is gone; the last of all where it is there, or never was. */
function goneFor(stages: readonly Keys[], key: string): number {
  const last = stages.length - 1;
  if (stages[last]?.includes(key)) return last;
  for (let stage = last; stage > 0; stage--) {
    if (stages[stage - 1]?.includes(key) && !stages[stage]?.includes(key)) return stage;
  }
  return last;
}

function timesIn(rows: Keys, key: string): number {
  return rows.filter((each) => each === key).length;
}
