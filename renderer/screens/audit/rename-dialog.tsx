import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AuditSummary } from '../../../electron/contract/audits.ts';
import { useAct } from '../../api/use-act.ts';

interface RenameDialogProps {
  /** null: closed. */
  readonly audit: AuditSummary | null;
  readonly onClose: () => void;
}

/** Asks for another name of an audit. */
export function RenameDialog({ audit, onClose }: RenameDialogProps) {
  return (
    <Modal opened={audit !== null} onClose={onClose} title={`Rename ${audit?.name ?? ''}`} size="md">
      {audit ? <RenameForm audit={audit} onClose={onClose} /> : null}
    </Modal>
  );
}

function RenameForm({
  audit: { audit, name: before },
  onClose,
}: RenameDialogProps & { audit: AuditSummary }) {
  const [name, setName] = useState(before);
  const rename = useAct((api, workspace, to: string) => api.audits.rename({ workspace, audit, name: to }), {
    after: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') rename.mutate(name.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label="Name"
          data-autofocus
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" variant="filled" loading={rename.isPending} disabled={name.trim() === ''}>
            Rename
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
