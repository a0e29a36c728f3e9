import { Accordion } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Receipt as ReceiptIcon } from 'lucide-react';
import type { Receipt } from '../../../electron/contract/exports.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatMany } from '../../format/numbers.ts';
import { formatInstant } from '../../format/times.ts';
import styles from './export.module.css';
import { ReceiptCard } from './receipt-card.tsx';

/** The receipts of all exports, the latest first. */
export function ReceiptList({ query }: { readonly query: UseQueryResult<readonly Receipt[]> }) {
  return (
    <div className={styles.receipts}>
      <Answered query={query}>
        {(receipts) =>
          receipts.length === 0 ? (
            <EmptyState icon={ReceiptIcon} title="No receipts yet">
              Each file that is written leaves one here: what was written, from which run, and its SHA-256.
            </EmptyState>
          ) : (
            <Accordion order={3} chevronPosition="left">
              {receipts.map((receipt) => (
                <Accordion.Item key={receipt.receipt} value={String(receipt.receipt)}>
                  <Accordion.Control>
                    <span className={styles.receiptLine}>
                      <strong>{receipt.file}</strong>
                      <span className={styles.dim}>
                        {formatMany(receipt.rows, 'row')}, run {receipt.run},{' '}
                        {formatInstant(receipt.writtenAt)}
                        {receipt.reason === null ? '' : ', not balanced'}
                        {receipt.cautions.length > 0 ? ', to be taken with care' : ''}
                      </span>
                    </span>
                  </Accordion.Control>
                  <Accordion.Panel>
                    <ReceiptCard receipt={receipt} />
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          )
        }
      </Answered>
    </div>
  );
}
