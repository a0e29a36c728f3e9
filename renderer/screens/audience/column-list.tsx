import { Checkbox, Switch, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { Grip } from '../../components/order/grip.tsx';
import { MoveButtons } from '../../components/order/move-buttons.tsx';
import { useOrder } from '../../components/order/use-order.tsx';
import { type ColumnChoice, changed, moved } from './column-choice.ts';
import styles from './export.module.css';

interface ColumnListProps {
  readonly columns: readonly ColumnChoice[];
  onChange(columns: readonly ColumnChoice[]): void;
}

/** Which columns are written, in which order, and which of them as hashes; moved by dragging, by buttons or by Alt with an arrow. */
export function ColumnList({ columns, onChange }: ColumnListProps) {
  const id = useId();
  const all = columns.every(({ chosen }) => chosen);
  const { rowOf, told } = useOrder(columns.length, (name, to) => onChange(moved(columns, name, to)));
  return (
    <section className={styles.columns} aria-labelledby={id}>
      <div className={styles.columnsHead}>
        <h3 id={id}>Columns</h3>
        <UnstyledButton
          className={styles.link}
          onClick={() => onChange(columns.map((column) => ({ ...column, chosen: !all })))}
        >
          {all ? 'Untick all' : 'Tick all'}
        </UnstyledButton>
      </div>
      <ul className={styles.columnRows}>
        {columns.map(({ name, description, chosen, hashed }, place) => {
          const order = rowOf({ id: name, name, place });
          return (
            <li key={name} className={styles.column} {...order.row}>
              <Grip row={order} />
              <Checkbox
                className={styles.columnName}
                label={name}
                title={description}
                checked={chosen}
                onChange={(event) =>
                  onChange(changed(columns, name, { chosen: event.currentTarget.checked }))
                }
              />
              <Switch
                label="Hash"
                aria-label={`Hash ${name}`}
                disabled={!chosen}
                checked={hashed}
                onChange={(event) =>
                  onChange(changed(columns, name, { hashed: event.currentTarget.checked }))
                }
              />
              <MoveButtons {...order} />
            </li>
          );
        })}
      </ul>
      <p className={styles.hint}>
        Hash writes the SHA-256 of the value, trimmed and lower-cased first, as advertising platforms match
        addresses; an empty value stays empty. <kbd>Alt</kbd> <kbd>↑</kbd> and <kbd>↓</kbd> move a column.
      </p>
      {told}
    </section>
  );
}
