import { Button } from '@mantine/core';
import type { Receipt } from '../../../electron/contract/exports.ts';
import styles from './export.module.css';
import { ReceiptCard } from './receipt-card.tsx';
import { useFocusWhen } from './use-focus-when.ts';

interface ExportDoneProps {
  readonly receipt: Receipt;
  onAgain(): void;
  onClose(): void;
}

/** The receipt of the file that has just been written, and where to go on from there. */
export function ExportDone({ receipt, onAgain, onClose }: ExportDoneProps) {
  const close = useFocusWhen(true);
  return (
    <div className={styles.done}>
      <ReceiptCard receipt={receipt} fresh />
      <div className={styles.foot}>
        <span className={styles.grow} />
        <Button onClick={onAgain}>Export again…</Button>
        <Button ref={close} onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}
