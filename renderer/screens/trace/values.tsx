import type { NamedValue, TableRow } from '../../../electron/contract/trace.ts';
import { rowsToTell } from './story-words.ts';
import styles from './trace.module.css';

const NONE: readonly string[] = [];

/** Values beside their names; those under the names that are faulty are marked. */
export function Values({
  values,
  faulty = NONE,
}: {
  readonly values: readonly NamedValue[];
  readonly faulty?: readonly string[];
}) {
  return (
    <dl className={styles.values}>
      {values.map(({ name, value }) => (
        <div key={name} data-faulty={faulty.includes(name) || undefined}>
          <dt>{name}</dt>
          <dd>{value === null || value === '' ? <span className={styles.faint}>empty</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a rule looked at: a row of each table that it asks. */
export function LookedAt({ rows }: { readonly rows: readonly TableRow[] }) {
  const told = rowsToTell(rows);
  if (told.length === 0) return null;
  return (
    <ul className={styles.looked}>
      {told.map(({ table, values }) => (
        <li key={table}>
          <span className={styles.dim}>
            {table}
            {values === null ? ': no row' : ''}
          </span>
          {values === null ? null : <Values values={values} />}
        </li>
      ))}
    </ul>
  );
}
