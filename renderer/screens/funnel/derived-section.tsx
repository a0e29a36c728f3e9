import { Check, X } from 'lucide-react';
import type { DerivedFigures, JoinFigures } from '../../../electron/contract/reconciliation.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import shared from '../../components/reconciliation/reconciliation.module.css';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { BreakableName } from './breakable-name.tsx';
import styles from './funnel.module.css';

interface DerivedSectionProps {
  readonly derived: readonly DerivedFigures[];
  readonly run: number;
  readonly onOpen: OpenRecords;
}

/** Tables derived from rows of other tables: which of those have a row, how many rows there are, and what joins brought. */
export function DerivedSection({ derived, run, onOpen }: DerivedSectionProps) {
  const { recipe } = useWorkspace();
  return (
    <section className={shared.section} aria-labelledby="funnel-derived">
      <details className={styles.derived}>
        <summary>
          <h2 id="funnel-derived">Derived tables</h2>
          <span>{summaryOf(derived)}</span>
        </summary>
        <div className={styles.derivedHead} aria-hidden="true">
          <span>Table</span>
          <span>Made of</span>
          <span>Rows of it</span>
          <span>Left out</span>
          <span>Taken</span>
          <span>Rows here</span>
        </div>
        <ul>
          {derived.map(({ table, of, in: came, kept, left_out: leftOut, out, joins }) => (
            <li key={table} className={styles.derivedRow}>
              <span
                className={shared.plainName}
                title={recipe.derived.find((each) => each.table === table)?.description}
              >
                <BreakableName name={table} />
              </span>
              <span className={shared.plainName}>
                <BreakableName name={of} />
              </span>
              <FigureButton
                value={came}
                label={`${table}: rows of ${of}`}
                onOpen={() => onOpen(of, { kind: 'table', run, table: of })}
              />
              <FigureButton
                value={leftOut}
                sign="−"
                label={`${table}: left out`}
                onOpen={() => onOpen(`Left out of ${table}`, { kind: 'left out', run, table })}
              />
              <FigureButton value={kept} label={`${table}: taken`} />
              <FigureButton
                strong
                value={out}
                label={`${table}: rows`}
                onOpen={() => onOpen(table, { kind: 'table', run, table })}
              />
              {joins.length > 0 ? (
                <ul className={styles.joins} aria-label={`Joins of ${table}`}>
                  {joins.map((join) => (
                    <Join key={`${join.to} ${join.on.join()}`} join={join} />
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** How many there are, and whether their joins are what the recipe expects. */
function summaryOf(derived: readonly DerivedFigures[]): string {
  const joins = derived.flatMap((table) => table.joins);
  const tables = formatMany(derived.length, 'table');
  return joins.length === 0 ? tables : `${tables}, ${formatMany(joins.length, 'join')} as expected`;
}

/** A join: whether it multiplies rows, and how many of them find a partner. */
function Join({ join }: { readonly join: JoinFigures }) {
  const { to, on, expects, matched, unmatched, multiplying_keys: keys, extra_rows: rows } = join;
  return (
    <li>
      join to {to} by {on.join(', ')}:{' '}
      {keys === 0 ? (
        <span className={styles.asExpected}>
          <Check size={12} aria-hidden="true" /> {expects} as expected
        </span>
      ) : (
        <span className={styles.notExpected}>
          <X size={12} aria-hidden="true" /> not {expects}: {formatMany(keys, 'key stands', 'keys stand')}{' '}
          several times and would add {formatMany(rows, 'row')}
        </span>
      )}
      , {formatCount(matched)} matched, {formatCount(unmatched)} without
    </li>
  );
}
