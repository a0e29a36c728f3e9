import { ActionIcon, Checkbox, Switch, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { type ColumnChoice, changed, moved } from './column-choice.ts';
import styles from './export.module.css';

interface ColumnListProps {
  readonly columns: readonly ColumnChoice[];
  onChange(columns: readonly ColumnChoice[]): void;
}

/** Which columns are written, in which order, and which of them as hashes; moved by dragging, by buttons or by Alt with an arrow. */
export function ColumnList({ columns, onChange }: ColumnListProps) {
  const id = useId();
  const [said, setSaid] = useState('');
  const dragged = useRef<string | null>(null);
  const all = columns.every(({ chosen }) => chosen);
  const move = (name: string, to: number) => {
    const next = moved(columns, name, to);
    onChange(next);
    setSaid(`${name} is now ${next.findIndex((each) => each.name === name) + 1} of ${columns.length}.`);
  };
  const onKeyDown = (event: KeyboardEvent, name: string, place: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    move(name, place + by);
  };
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
        {columns.map(({ name, description, chosen, hashed }, place) => (
          <li
            key={name}
            className={styles.column}
            onKeyDown={(event) => onKeyDown(event, name, place)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged.current !== null && dragged.current !== name) move(dragged.current, place);
            }}
          >
            <span
              className={styles.grip}
              draggable
              aria-hidden
              onDragStart={(event) => {
                dragged.current = name;
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', name);
              }}
              onDragEnd={() => {
                dragged.current = null;
              }}
            >
              <GripVertical size={14} />
            </span>
            <Checkbox
              className={styles.columnName}
              label={name}
              title={description}
              checked={chosen}
              onChange={(event) => onChange(changed(columns, name, { chosen: event.currentTarget.checked }))}
            />
            <Switch
              label="Hash"
              aria-label={`Hash ${name}`}
              disabled={!chosen}
              checked={hashed}
              onChange={(event) => onChange(changed(columns, name, { hashed: event.currentTarget.checked }))}
            />
            <ActionIcon
              className={styles.move ?? ''}
              aria-label={`Move ${name} up`}
              {...dimmed(place === 0)}
              onClick={() => move(name, place - 1)}
            >
              <ChevronUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              className={styles.move ?? ''}
              aria-label={`Move ${name} down`}
              {...dimmed(place === columns.length - 1)}
              onClick={() => move(name, place + 1)}
            >
              <ChevronDown size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        Hash writes the SHA-256 of the value, trimmed and lower-cased first, as advertising platforms match
        addresses; an empty value stays empty. <kbd>Alt</kbd> <kbd>↑</kbd> and <kbd>↓</kbd> move a column.
      </p>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}

/** A button that can do nothing just now, and yet keeps the focus. */
function dimmed(isDimmed: boolean) {
  return isDimmed ? { 'aria-disabled': true, 'data-dimmed': true } : {};
}
