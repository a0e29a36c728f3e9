import { UnstyledButton } from '@mantine/core';
import { formatCount } from '../../format/numbers.ts';
import styles from './reconciliation.module.css';

interface FigureButtonProps {
  readonly value: number;
  /** What it counts, for those who do not see where it stands. */
  readonly label: string;
  readonly sign?: string;
  readonly strong?: boolean;
  /** Without it the figure opens nothing. */
  readonly onOpen?: () => void;
}

/** A figure that opens the records behind it; a nought opens nothing. */
export function FigureButton({ value, label, sign = '', strong = false, onOpen }: FigureButtonProps) {
  const text = `${value === 0 ? '' : sign}${formatCount(value)}`;
  if (value === 0 || !onOpen)
    return (
      <span className={styles.figure} data-strong={strong || undefined}>
        {text}
      </span>
    );
  return (
    <UnstyledButton
      className={`${styles.figure} ${styles.link}`}
      data-strong={strong || undefined}
      onClick={onOpen}
      aria-label={`${label}: ${formatCount(value)}. Open them`}
    >
      {text}
    </UnstyledButton>
  );
}
