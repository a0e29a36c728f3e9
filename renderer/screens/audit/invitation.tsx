import { Button, Group } from '@mantine/core';
import { ScanSearch } from 'lucide-react';
import { formatDay } from '../../format/times.ts';
import styles from './setup.module.css';
import { useDraft } from './use-draft.ts';
import type { Look } from './use-look.ts';

/** The sample's files, in the order of its pipeline, and the day on which its story is told. */
const SAMPLE = [
  '1_initial_selection.csv',
  '2_exclusions.csv',
  '3_offers.csv',
  '4_buffer.csv',
  '5_targets.csv',
  'trace.csv',
  'other_trace.csv',
  'blocks_reference.csv',
].map((name) => `sample:campaign-audit/${name}`);
const SAMPLE_DAY = '2026-11-20';
const SAMPLE_KEY = ['solution_id', 'client_id'];

/** Before the first file: what an audit does, and how it begins. */
export function Invitation({ onChoose, look }: { readonly onChoose: () => void; readonly look: Look }) {
  const [, change] = useDraft();
  const trySample = () => {
    look.mutate(SAMPLE, {
      onSuccess: () =>
        change((draft) => ({ ...draft, key: SAMPLE_KEY, asOf: SAMPLE_DAY, name: 'Sample pipeline' })),
    });
  };
  return (
    <div className={styles.invitation}>
      <ScanSearch size={32} strokeWidth={1.5} aria-hidden className={styles.sign} />
      <h2>Audit a pipeline that runs elsewhere</h2>
      <p className={styles.dim}>
        Another team's pipeline writes an extract after each of its stages, and trace files that say which
        records it filtered and why. The audit compares them, and says where records vanished, multiplied or
        contradict each other, and what the cause seems to be.
      </p>
      <p className={styles.invite}>Drop the extracts and trace files here</p>
      <Group gap="xs" justify="center">
        <Button variant="filled" onClick={onChoose}>
          Choose files…
        </Button>
        <Button onClick={trySample}>Try it with a sample</Button>
      </Group>
      <p className={styles.hint}>
        The sample is a small pipeline of five stages with faults in it, as of {formatDay(SAMPLE_DAY)}.
      </p>
    </div>
  );
}
