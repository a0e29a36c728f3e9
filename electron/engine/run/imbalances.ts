import type {
  ControlFigures,
  Outcome,
  Reconciliation,
  SourceFigures,
  StageFigures,
  TableFigures,
} from '../../contract/reconciliation.ts';
import { decimalText } from '../ingest/decimal-text.ts';
import { valueReader } from '../ingest/values.ts';
import { counted, whole } from './words.ts';

/** Where the sums of a reconciliation do not hold and by how much, in sentences; empty where all of them do. */
export function imbalancesOf(figures: Omit<Reconciliation, 'balanced'>): readonly string[] {
  const { sources, tables, stages, controls, outcome } = figures;
  return [
    ...sources.flatMap(ofSource),
    ...tables.flatMap(ofTable),
    ...stages.flatMap((stage, index) => ofStage(stage, stages[index - 1])),
    ...controls.flatMap(ofControl),
    ...ofOutcome(outcome),
  ];
}

function ofSource({ source, read, accepted, rejected }: SourceFigures): readonly string[] {
  if (read === accepted + rejected) return [];
  return [
    `Of ${counted(read, 'record')} read of ${source}, ${whole(accepted)} are accepted and ${whole(rejected)} rejected: ${offBy(read, accepted + rejected)}.`,
  ];
}

function ofTable({ table, from, superseded, ...figures }: TableFigures): readonly string[] {
  const { in: came, out } = figures;
  if (came === out + superseded) return [];
  return [
    `Of ${counted(came, 'record')} of ${from}, the table ${table} keeps ${whole(out)} and ${whole(superseded)} are superseded: ${offBy(came, out + superseded)}.`,
  ];
}

function ofStage(
  { stage, in: came, dropped, out }: StageFigures,
  before: StageFigures | undefined,
): readonly string[] {
  const sentences: string[] = [];
  if (before && before.out !== came) {
    sentences.push(
      `${whole(before.out)} come out of the stage ${before.stage} and ${whole(came)} go into ${stage}: ${offBy(before.out, came)}.`,
    );
  }
  if (came !== dropped + out) {
    sentences.push(
      `Of ${whole(came)} that go into the stage ${stage}, ${whole(dropped)} are dropped and ${whole(out)} come out: ${offBy(came, dropped + out)}.`,
    );
  }
  return sentences;
}

function ofControl({ control, left, right, ok }: ControlFigures): readonly string[] {
  if (ok) return [];
  const [one, other] = [left, right].map(valueReader({ kind: 'decimal' }));
  const by =
    typeof one === 'bigint' && typeof other === 'bigint'
      ? `: ${decimalText(one > other ? one - other : other - one, 2)} apart`
      : '';
  return [`The control ${control} has ${left} on one side and ${right} on the other${by}.`];
}

function ofOutcome(outcome: Outcome): readonly string[] {
  const { entered, delivered, dropped, missing, duplicated, contradictory, unexplained } = outcome;
  const sentences: string[] = [];
  if (entered !== delivered + dropped) {
    sentences.push(
      `Of ${whole(entered)} that entered, ${whole(delivered)} are delivered and ${whole(dropped)} dropped: ${offBy(entered, delivered + dropped)}.`,
    );
  }
  const troubles: readonly (readonly [number, string])[] = [
    [missing, 'neither delivered nor dropped'],
    [duplicated, 'delivered more than once'],
    [contradictory, `delivered though a rule dropped ${contradictory === 1 ? 'it' : 'them'}`],
    [unexplained, 'delivered or dropped without having entered'],
  ];
  for (const [many, what] of troubles) {
    if (many > 0) sentences.push(`${whole(many)} ${many === 1 ? 'is' : 'are'} ${what}.`);
  }
  return sentences;
}

function offBy(expected: number, found: number): string {
  const difference = Math.abs(expected - found);
  return `${whole(difference)} too ${found > expected ? 'many' : 'few'}`;
}
