import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { QuarantineFilter } from '../../../electron/contract/views.ts';
import { useAct } from '../../api/use-act.ts';
import { formatMany } from '../../format/numbers.ts';

/** Asks for a note, and sets records aside: named ones, or all open ones that a filter shows. */
export function SetAsideDialog(props: {
  readonly opened: boolean;
  readonly records: readonly string[] | QuarantineFilter;
  readonly count: number;
  onClose(): void;
}) {
  const { opened, records, count, onClose } = props;
  const [note, setNote] = useState('');
  const act = useAct(
    (api, workspace) =>
      api.quarantine.setAside({ workspace, records: isList(records) ? [...records] : records, note }),
    {
      done: ({ changed }) => `${formatMany(changed, 'record')} ${changed === 1 ? 'is' : 'are'} set aside.`,
      after: () => {
        setNote('');
        onClose();
      },
    },
  );
  return (
    <Modal opened={opened} onClose={onClose} title={`Set ${formatMany(count, 'record')} aside?`}>
      <Stack gap="md">
        <p>
          They stay in the quarantine, marked as looked at and left out. You can restore them at any time.
        </p>
        <Textarea
          label="Note"
          description="Why they are left out; it is kept with them."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>Leave it</Button>
          <Button variant="filled" onClick={() => act.mutate()} loading={act.isPending}>
            Set aside
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function isList(records: readonly string[] | QuarantineFilter): records is readonly string[] {
  return Array.isArray(records);
}
