import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface NameDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What the button says. */
  readonly deed: string;
  /** The name that stands there first. */
  readonly first: string;
  /** Names that are there already: their queries would be replaced. */
  readonly taken: readonly string[];
  readonly busy: boolean;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a query's name. */
export function NameDialog(props: NameDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <NameForm {...props} />
    </Modal>
  );
}

function NameForm({ deed, first, taken, busy, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(first);
  const trimmed = name.trim();
  const isTaken = taken.includes(trimmed);
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
          description={isTaken ? `There is a query ${trimmed}; it would be replaced.` : undefined}
        />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={trimmed === ''}>
            {isTaken ? 'Replace it' : deed}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
