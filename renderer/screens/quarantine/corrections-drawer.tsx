import { Drawer } from '@mantine/core';
import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import type { CorrectionInfo } from '../../../electron/contract/quarantine.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatMany } from '../../format/numbers.ts';
import { CorrectionLine } from './correction-line.tsx';
import styles from './quarantine.module.css';

/** Lines that are drawn at most: the latest. */
const MOST = 300;

/** Everything that was done to the quarantine, the latest first; each can be switched off. */
export function CorrectionsDrawer({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const query = useAnswer({
    key: ['quarantine.corrections'],
    topics: ['quarantine', 'files'],
    ask: (api, workspace) => api.quarantine.corrections({ workspace }),
    when: opened,
  });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title="Corrections"
      position="right"
      size="min(40rem, 92vw)"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Answered query={query}>{(corrections) => <Corrections corrections={corrections} />}</Answered>
    </Drawer>
  );
}

function Corrections({ corrections }: { readonly corrections: readonly CorrectionInfo[] }) {
  const latest = useMemo(() => corrections.toSorted((a, b) => b.correction - a.correction), [corrections]);
  if (latest.length === 0) {
    return (
      <EmptyState title="Nothing was corrected yet" icon={ListChecks}>
        Corrections are kept here with the old and the new text, and each can be switched off again.
      </EmptyState>
    );
  }
  return (
    <div className={styles.part}>
      <p className={styles.dim}>
        Switching one off puts its records back as the file has them; what was done by one act goes together.
      </p>
      {latest.slice(0, MOST).map((correction) => (
        <CorrectionLine key={correction.correction} correction={correction} />
      ))}
      {latest.length > MOST ? (
        <p className={styles.dim}>And {formatMany(latest.length - MOST, 'earlier one', 'earlier ones')}.</p>
      ) : null}
    </div>
  );
}
