import { cellText } from '../axis-text.ts';
import type { FieldsInsight } from '../insight-kinds.ts';
import styles from './insight-fields.module.css';

/** One row as names with their values, in two columns where there is room. */
export function InsightFields({ insight: { columns, fields, rows } }: { readonly insight: FieldsInsight }) {
  const [row] = rows;
  return (
    <dl className={styles.fields}>
      {fields.map(({ column, title, format }) => {
        const cell = row?.[columns.indexOf(column)] ?? null;
        return (
          <div key={column} className={styles.field}>
            <dt className={styles.name}>{title}</dt>
            <dd className={styles.value} data-empty={cell === null || cell === '' || undefined}>
              {cellText(cell, format)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
