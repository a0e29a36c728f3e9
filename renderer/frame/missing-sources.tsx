import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useWorkspace } from '../api/workspace.tsx';
import { withoutFile } from '../components/without-file.ts';
import { formatMany } from '../format/numbers.ts';
import styles from './frame.module.css';
import { useRunSettings } from './run-settings.tsx';

/** The required sources without a file, each with the offer to run without it; nothing where none is missing. */
export function MissingSources() {
  const { run } = useWorkspace();
  const { without, leaveOut } = useRunSettings();
  const { missing } = run;
  if (missing.length === 0) return null;
  const left = missing.length - without.length;
  return (
    <Popover position="bottom-end" shadow="md" width="20rem" trapFocus returnFocus>
      <Popover.Target>
        <Button leftSection={<TriangleAlert size={14} aria-hidden className={styles.warn} />}>
          {left > 0 ? `${formatMany(left, 'file')} missing` : `Without ${formatMany(without.length, 'file')}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <p>
            Add what is missing under Files, or run without it: it then counts as empty, and the run says so.
          </p>
          {missing.map((source) => (
            <Checkbox
              key={source}
              label={`Run without ${source}`}
              description={withoutFile(source)}
              checked={without.includes(source)}
              onChange={({ currentTarget: { checked } }) => leaveOut(source, checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
