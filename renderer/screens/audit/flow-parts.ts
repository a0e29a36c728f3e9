import type { AuditStage } from '../../../electron/contract/audits.ts';
import type { ViewOf } from '../../../electron/contract/views.ts';

export type StageWhich = Extract<ViewOf, { kind: 'audit stage' }>['which'];

export const PART_KINDS = ['kept', 'filtered', 'unreported', 'missing', 'appeared', 'extra'] as const;

/** What became of keys and rows from one extract to the next. */
export type PartKind = (typeof PART_KINDS)[number];

/** A part of a stage's bar. */
export interface FlowPart {
  readonly kind: PartKind;
  readonly count: number;
  /** The records behind it. */
  readonly which: StageWhich;
}

/** The words of the parts: in the legend, and behind a figure. */
export const PART_WORDS: Readonly<
  Record<PartKind, { readonly name: string; readonly about: string; readonly sign: string }>
> = {
  kept: { name: 'continuing', about: 'In this extract and in the one before', sign: '' },
  filtered: { name: 'filtered', about: 'Gone, and a trace file says why', sign: '−' },
  unreported: { name: 'unreported', about: 'Gone, and only another trace file knows of it', sign: '−' },
  missing: { name: 'missing', about: 'Gone, and no trace file knows of it', sign: '−' },
  appeared: { name: 'appeared', about: 'Not in the extract before', sign: '+' },
  extra: { name: 'extra rows', about: 'Rows beyond one for each key', sign: '+' },
};

/** The parts of a stage in the order of its bar; all keys of the first extract are kept. */
export function partsOf(stage: AuditStage, isFirst: boolean): readonly FlowPart[] {
  const kept: FlowPart = isFirst
    ? { kind: 'kept', count: stage.keys, which: 'rows' }
    : { kind: 'kept', count: stage.continuing, which: 'continuing' };
  return [
    kept,
    { kind: 'filtered', count: stage.filtered, which: 'filtered' },
    { kind: 'unreported', count: stage.unreported, which: 'unreported' },
    { kind: 'missing', count: stage.missing, which: 'missing' },
    { kind: 'appeared', count: stage.appeared, which: 'appeared' },
    { kind: 'extra', count: stage.extra_rows, which: 'duplicated' },
  ];
}

/** The length of the longest bar, so that all are drawn to one scale; at least 1. */
export function flowScale(stages: readonly AuditStage[]): number {
  const lengths = stages.map((stage, place) =>
    partsOf(stage, place === 0).reduce((sum, { count }) => sum + count, 0),
  );
  return Math.max(1, ...lengths);
}
