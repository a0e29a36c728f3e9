import { VisuallyHidden } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import type { QueryTable } from '../../../electron/contract/queries.ts';
import styles from './queries.module.css';

const KINDS: Readonly<Record<QueryTable['kind'], string>> = {
  source: 'Source',
  lookup: 'Lookup of the recipe',
  table: 'Table of the last run',
  ledger: 'Muster’s own',
  output: 'Output of the last run',
};

interface TableListProps {
  readonly tables: readonly QueryTable[];
  /** Whether their columns are shown from the start. */
  readonly open: boolean;
  readonly onInsert: (text: string) => void;
}

/** The tables that a query can name, with their columns; a press writes the name where the cursor is. */
export function TableList({ tables, open, onInsert }: TableListProps) {
  if (tables.length === 0) return <p className={styles.dim}>None with this text.</p>;
  return (
    <ul>
      {tables.map(({ name, kind, description, columns }) => (
        <li key={`${name} ${open}`}>
          <details className={styles.details} open={open}>
            <summary className={styles.summary}>
              <ChevronRight size={12} aria-hidden="true" className={styles.chevron} />
              <code>{name}</code>
            </summary>
            <div className={styles.about}>
              <p>
                {KINDS[kind]}
                {description && `. ${description}`}
              </p>
              <button type="button" className={styles.insert} onClick={() => onInsert(name)}>
                <VisuallyHidden>Insert </VisuallyHidden>
                <code>{name}</code>
                <span>The table’s name</span>
              </button>
              <ul aria-label={`Columns of ${name}`}>
                {columns.map((column) => (
                  <li key={column.name}>
                    <button type="button" className={styles.insert} onClick={() => onInsert(column.name)}>
                      <VisuallyHidden>Insert </VisuallyHidden>
                      <code>{column.name}</code>
                      <span>{column.description}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
