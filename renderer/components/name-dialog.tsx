import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface NameDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What the button says. */
  readonly deed: string;
  /** The name that stands there first. */
  readonly first: string;
  /** Says what a name would replace; null: nothing. */
  readonly replaces?: (name: string) => string | null;
  readonly busy: boolean;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name. */
export function NameDialog(props: NameDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <NameForm {...props} />
    </Modal>
  );
}

function NameForm({ deed, first, replaces, busy, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(first);
  const trimmed = name.trim();
  const replaced = replaces?.(trimmed) ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== '') onName(trimmed);
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
          description={replaced}
        />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={trimmed === ''}>
            {replaced === null ? deed : 'Replace it'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
