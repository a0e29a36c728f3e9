import { CircleCheck, CircleMinus } from 'lucide-react';
import type { NamedValue, RecordFate, RecordTrace } from '../../../electron/contract/trace.ts';
import { fateWords } from './story-words.ts';
import styles from './trace.module.css';

interface RecordsTableProps {
  readonly source: string;
  readonly records: readonly RecordTrace[];
  /** Names of the key's columns: they are the same in every line. */
  readonly keyNames: readonly string[];
}

/** The lines of a source, one below the other, with what became of each. */
export function RecordsTable({ source, records, keyNames }: RecordsTableProps) {
  const isShown = ({ name }: NamedValue) => !keyNames.includes(name);
  const names = records[0]?.values.filter(isShown).map(({ name }) => name) ?? [];
  const haveFates = records.some(({ fates }) => fates.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={`Lines of ${source}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {haveFates ? <th scope="col">What became of it</th> : null}
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map(({ file, line, values, fates, corrected = [] }) => (
            <tr key={`${file}:${line}`} data-kept={fates.some(isTaken) || undefined}>
              <th scope="row">
                {line} <span className={styles.file}>{file}</span>
              </th>
              {haveFates ? (
                <td>
                  {fates.map((fate) => (
                    <p key={fate.table} className={isTaken(fate) ? styles.good : styles.dim}>
                      {isTaken(fate) ? (
                        <CircleCheck size={14} aria-hidden />
                      ) : (
                        <CircleMinus size={14} aria-hidden />
                      )}{' '}
                      {fateWords(fate)}
                    </p>
                  ))}
                </td>
              ) : null}
              {values.filter(isShown).map(({ name, value }) => (
                <td key={name}>
                  {value === null || value === '' ? <span className={styles.faint}>empty</span> : value}
                  {corrected
                    .filter(({ column }) => column === name)
                    .map(({ column, from }) => (
                      <p key={column} className={styles.corrected}>
                        corrected from “{from}”
                      </p>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isTaken({ kind }: RecordFate): boolean {
  return kind === 'kept' || kind === 'counted';
}
