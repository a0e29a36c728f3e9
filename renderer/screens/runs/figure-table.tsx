import { useId } from 'react';
import type { ViewOf } from '../../../electron/contract/views.ts';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import type { FigureRow } from './reconciliation-rows.ts';
import styles from './runs.module.css';

interface FigureTableProps {
  readonly title: string;
  /** How its figures hang together. */
  readonly about: string;
  /** Titles, that of the names first. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly onOpen: (title: string, of: ViewOf) => void;
}

/** A table of names and figures; a figure with records opens them. */
export function FigureTable({ title, about, columns, rows, onOpen }: FigureTableProps) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section className={styles.causes} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.dim}>{about}.</p>
      <table className={styles.table} data-fixed aria-labelledby={id}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={index > 0 ? styles.number : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, about: more, figures }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {more ? <span className={styles.about}>{more}</span> : null}
              </th>
              {figures.map(({ value, what, of }) => (
                <td key={what} className={styles.number}>
                  {value === undefined ? (
                    '–'
                  ) : (
                    <FigureButton
                      value={value}
                      label={what}
                      {...(of && { onOpen: () => onOpen(what, of) })}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
