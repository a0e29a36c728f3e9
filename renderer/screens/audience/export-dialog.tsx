import { Modal, Tabs } from '@mantine/core';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount } from '../../format/numbers.ts';
import { useStepQuery } from '../../router/use-route.ts';
import styles from './export.module.css';
import { ExportForm } from './export-form.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { useExportChoice } from './use-export-choice.ts';

interface ExportDialogProps {
  readonly run: RunDetail;
  readonly opened: boolean;
  onClose(): void;
}

/** Writes a list of a run to a file, and shows the receipts of what was written. */
export function ExportDialog({ run, opened, onClose }: ExportDialogProps) {
  const { recipe } = useWorkspace();
  const [query] = useStepQuery();
  const choice = useExportChoice(recipe.outputs, query.list);
  const receipts = useAnswer({
    key: ['exports.list'],
    topics: ['exports'],
    ask: (api, workspace) => api.exports.list({ workspace }),
    when: opened,
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Export"
      size="64rem"
      classNames={{ body: styles.body ?? '' }}
    >
      <Tabs defaultValue="write" keepMounted={false}>
        <Tabs.List className={styles.tabs}>
          <Tabs.Tab value="write">New file</Tabs.Tab>
          <Tabs.Tab value="receipts">
            Receipts
            {receipts.data ? (
              <span className={styles.figure}>{formatCount(receipts.data.length)}</span>
            ) : null}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="write">
          {choice ? (
            <ExportForm run={run} choice={choice} onClose={onClose} />
          ) : (
            <EmptyState title="There is nothing to export">
              The recipe {recipe.title} has no outputs. Add one to its recipe.yaml.
            </EmptyState>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="receipts">
          <ReceiptList query={receipts} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}
