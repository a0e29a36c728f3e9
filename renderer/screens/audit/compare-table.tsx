import type { AuditSummary } from '../../../electron/contract/audits.ts';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { formatShare } from '../../format/numbers.ts';
import { useStepLink } from '../../router/use-route.ts';
import { alignStages, type StageRow } from './align-stages.ts';
import { Balance } from './audit-list.tsx';
import type { CompareFigure } from './compare-figures.ts';
import { type Mark, marksOf, patternOf } from './stands-out.ts';
import styles from './tables.module.css';

interface CompareTableProps {
  readonly audits: readonly AuditSummary[];
  readonly figure: CompareFigure;
  readonly onOpen: OpenRecords;
}

/** One figure of every stage, stages down and audits across; what stands out in its row has a sign and a word. */
export function CompareTable({ audits, figure, onOpen }: CompareTableProps) {
  const link = useStepLink();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.scrolled} aria-label={`${figure.title}, stage by stage`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Pattern</th>
            {audits.map(({ audit, name, outcome }) => (
              <th key={audit} scope="col" data-figure>
                <a href={link('audit', { audit: String(audit) })} className={styles.link}>
                  {name}
                </a>
                <span className={styles.about}>
                  <Balance balanced={outcome.balanced} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {alignStages(audits.map(({ stages }) => stages)).map((row) => (
            <Row key={row.stage} row={row} audits={audits} figure={figure} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Cell {
  readonly place: number;
  readonly value: number;
  readonly share: number;
}

function Row({ row, audits, figure, onOpen }: CompareTableProps & { readonly row: StageRow }) {
  const cells = audits.map(({ stages }, index): Cell | null => {
    const place = row.places[index];
    const stage = place === undefined || place === null ? undefined : stages[place];
    if (!stage || place === undefined || place === null) return null;
    const value = figure.of(stage);
    const base = figure.base(stages, place);
    return { place, value, share: base === 0 ? 0 : value / base };
  });
  const marks = marksOf(
    cells.map((cell) => cell?.share ?? null),
    figure.isFault,
  );
  const names = audits.map(({ name }) => name);
  const values = cells.map((cell) => cell?.value ?? null);
  return (
    <tr>
      <th scope="row">{row.stage}</th>
      <td>{patternOf(figure, names, values, marks)}</td>
      {audits.map(({ audit, name }, index) => (
        <FigureCell
          key={audit}
          cell={cells[index] ?? null}
          mark={marks[index] ?? null}
          label={`${name}, ${row.stage}: ${figure.title.toLowerCase()}`}
          onOpen={(title, stage) => onOpen(title, { kind: 'audit stage', audit, stage, which: figure.which })}
        />
      ))}
    </tr>
  );
}

interface FigureCellProps {
  /** null: the audit has no such stage. */
  readonly cell: Cell | null;
  readonly mark: Mark;
  readonly label: string;
  readonly onOpen: (title: string, place: number) => void;
}

const MARKS = { high: '▲ more than others', low: '▼ fewer than others' } as const;

function FigureCell({ cell, mark, label, onOpen }: FigureCellProps) {
  if (!cell)
    return (
      <td data-figure className={styles.dim}>
        No such stage
      </td>
    );
  const { place, value, share } = cell;
  return (
    <td data-figure data-mark={mark ?? undefined}>
      <FigureButton value={value} label={label} strong onOpen={() => onOpen(label, place)} />
      {value > 0 ? <span className={styles.about}>{formatShare(share)}</span> : null}
      {mark ? <span className={styles.mark}>{MARKS[mark]}</span> : null}
    </td>
  );
}
