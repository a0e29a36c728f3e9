import { useEffect, useRef, useState } from 'react';
import styles from './grid.module.css';

/** Where a cell is being edited, in pixels within the grid's body. */
export interface EditorPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A text box over a cell: Enter writes, Escape leaves it as it was. */
export function CellEditor(props: {
  readonly place: EditorPlace;
  readonly label: string;
  readonly text: string;
  /** Whether the former text is selected, or the cursor stands after what was typed. */
  readonly fresh: boolean;
  onDone(text: string | null): void;
}) {
  const { place, label, fresh, onDone } = props;
  const [text, setText] = useState(props.text);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (!fresh) input.current?.select();
  }, [fresh]);
  const finish = (value: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(value);
  };
  return (
    <input
      ref={input}
      className={styles.editor}
      aria-label={label}
      style={place}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => finish(null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(text);
        if (event.key === 'Escape') finish(null);
      }}
    />
  );
}
