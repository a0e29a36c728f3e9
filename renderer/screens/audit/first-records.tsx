import { UnstyledButton } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { AuditCandidate } from '../../../electron/contract/audits.ts';
import styles from './setup.module.css';

/** The first records of a file, on demand. */
export function FirstRecords({ file: { name, columns, first } }: { readonly file: AuditCandidate }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <UnstyledButton
        className={styles.more}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={`First records of ${name}`}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden data-open={open || undefined} /> First records
      </UnstyledButton>
      {open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
        <section id={id} className={styles.preview} aria-label={`Records of ${name}`} tabIndex={0}>
          {first.length === 0 ? <p className={styles.dim}>It has no record, only a header.</p> : null}
          <table>
            <thead>
              <tr>
                {columns.map((column, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat; their places do not change.
                  <th key={place} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map((cells, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: records have only their places.
                <tr key={line}>
                  {cells.map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have only their places.
                    <td key={place}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}
