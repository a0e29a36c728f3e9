import type { AuditStage } from '../../../electron/contract/audits.ts';
import type { StageWhich } from './flow-parts.ts';

/** A figure of stages that audits are compared by. */
export interface CompareFigure {
  readonly name: string;
  readonly title: string;
  /** Whether a sound pipeline has none of it. */
  readonly isFault: boolean;
  /** The records behind it. */
  readonly which: StageWhich;
  readonly of: (stage: AuditStage) => number;
  /** What the figure is a share of. */
  readonly base: (stages: readonly AuditStage[], place: number) => number;
}

const ofFirst: CompareFigure['base'] = ([first]) => first?.keys ?? 0;
const ofBefore: CompareFigure['base'] = (stages, place) => stages[place - 1]?.keys ?? 0;
const ofOwn: CompareFigure['base'] = (stages, place) => stages[place]?.keys ?? 0;

const MISSING: CompareFigure = {
  name: 'missing',
  title: 'Missing',
  isFault: true,
  which: 'missing',
  of: ({ missing }) => missing,
  base: ofBefore,
};

/** The figures in the order in which they are offered. */
export const FIGURES: readonly CompareFigure[] = [
  { name: 'rows', title: 'Rows', isFault: false, which: 'rows', of: ({ rows }) => rows, base: ofFirst },
  { name: 'keys', title: 'Keys', isFault: false, which: 'rows', of: ({ keys }) => keys, base: ofFirst },
  {
    name: 'filtered',
    title: 'Filtered',
    isFault: false,
    which: 'filtered',
    of: ({ filtered }) => filtered,
    base: ofBefore,
  },
  {
    name: 'unreported',
    title: 'Unreported',
    isFault: true,
    which: 'unreported',
    of: ({ unreported }) => unreported,
    base: ofBefore,
  },
  MISSING,
  {
    name: 'appeared',
    title: 'Appeared',
    isFault: true,
    which: 'appeared',
    of: ({ appeared }) => appeared,
    base: ofOwn,
  },
  {
    name: 'extra_rows',
    title: 'Extra rows',
    isFault: true,
    which: 'duplicated',
    of: (stage) => stage.extra_rows,
    base: ofOwn,
  },
];

/** The figure of a name, else what is missing. */
export function figureNamed(name: string | undefined): CompareFigure {
  return FIGURES.find((figure) => figure.name === name) ?? MISSING;
}
