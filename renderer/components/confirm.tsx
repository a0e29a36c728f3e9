import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** Asks before something that cannot be taken back. */
export function Confirm(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** What the button says: the deed, "Remove the file". */
  readonly deed: string;
  readonly busy?: boolean;
  onDo(): void;
  onClose(): void;
}) {
  const { opened, title, children, deed, busy = false, onDo, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="md">
      <Stack gap="md">
        <div>{children}</div>
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>Leave it</Button>
          <Button variant="filled" loading={busy} onClick={onDo} data-autofocus>
            {deed}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
