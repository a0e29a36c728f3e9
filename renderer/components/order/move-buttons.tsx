import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import styles from './order.module.css';
import type { OrderedRow } from './use-order.tsx';

/** Two buttons that move a row; at an end the one that leads on can do nothing, and yet keeps the focus. */
export function MoveButtons({ name, place, count, onMove }: OrderedRow) {
  const ways = [
    ['up', ChevronUp, -1, place === 0],
    ['down', ChevronDown, 1, place === count - 1],
  ] as const;
  return ways.map(([way, Icon, by, isEnd]) => (
    <ActionIcon
      key={way}
      className={styles.move ?? ''}
      aria-label={`Move ${name} ${way}`}
      {...(isEnd ? { 'aria-disabled': true, 'data-dimmed': true } : {})}
      onClick={() => onMove(place + by)}
    >
      <Icon size={14} aria-hidden />
    </ActionIcon>
  ));
}
