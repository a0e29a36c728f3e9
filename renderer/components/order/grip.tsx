import { GripVertical } from 'lucide-react';
import styles from './order.module.css';
import type { OrderedRow } from './use-order.tsx';

interface GripProps {
  readonly row: OrderedRow;
  /** Whether its place stands beside the sign. */
  readonly numbered?: boolean;
}

/** Where a row is taken to drag it. */
export function Grip({ row: { grip, place }, numbered = false }: GripProps) {
  return (
    <span className={styles.grip} data-numbered={numbered || undefined} draggable aria-hidden {...grip}>
      <GripVertical size={14} />
      {numbered ? place + 1 : null}
    </span>
  );
}
