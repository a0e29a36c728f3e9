import { VisuallyHidden } from '@mantine/core';
import { type HTMLAttributes, type ReactNode, useRef, useState } from 'react';

interface Ordered {
  /** Tells it from the others. */
  readonly id: string;
  /** What it is called on screen. */
  readonly name: string;
  /** Counted from 0. */
  readonly place: number;
}

/** A row that can be moved: for `MoveButtons`, `Grip`, and the row's own element. */
export interface OrderedRow extends Ordered {
  readonly count: number;
  readonly onMove: (to: number) => void;
  /** Spread over the row's element: Alt with an arrow moves it, and what is dragged over it takes its place. */
  readonly row: Pick<HTMLAttributes<HTMLElement>, 'onKeyDown' | 'onDragOver'>;
  readonly grip: Pick<HTMLAttributes<HTMLElement>, 'onDragStart' | 'onDragEnd'>;
}

interface Order {
  readonly rowOf: (item: Ordered) => OrderedRow;
  /** Tells a screen reader where the row is that was moved; to be drawn beside the list. */
  readonly told: ReactNode;
}

/** Has the rows of a list put into order by dragging, by buttons or by Alt with an arrow; `onMove` gets a place that there is. */
export function useOrder(count: number, onMove: (id: string, to: number) => void): Order {
  const [said, setSaid] = useState('');
  const dragged = useRef<Ordered | null>(null);
  const move = ({ id, name }: Ordered, to: number) => {
    const place = Math.max(0, Math.min(count - 1, to));
    onMove(id, place);
    setSaid(`${name} is now ${place + 1} of ${count}.`);
  };
  const rowOf = (item: Ordered): OrderedRow => ({
    ...item,
    count,
    onMove: (to) => move(item, to),
    row: {
      onKeyDown: (event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (!event.altKey || by === 0) return;
        event.preventDefault();
        move(item, item.place + by);
      },
      onDragOver: (event) => {
        // A file from outside is not for the list.
        if (dragged.current === null) return;
        event.preventDefault();
        if (dragged.current.id !== item.id) move(dragged.current, item.place);
      },
    },
    grip: {
      onDragStart: (event) => {
        dragged.current = item;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item.name);
      },
      onDragEnd: () => {
        dragged.current = null;
      },
    },
  });
  return { rowOf, told: <VisuallyHidden role="status">{said}</VisuallyHidden> };
}
