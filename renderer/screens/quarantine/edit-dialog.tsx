import { Button, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { formatCount } from '../../format/numbers.ts';
import { correctedSentence } from './corrected-sentence.ts';

/** Another text that the user has written into a cell. */
export interface CellEdit {
  readonly record: string;
  readonly column: string;
  readonly text: string;
}

/** Writes an edited cell; where others have the same fault and text, asks first whether they are meant, too. */
export function EditDialog({ edit, onClose }: { readonly edit: CellEdit; onClose(): void }) {
  const { record, column, text } = edit;
  const correct = useAct(
    (api, workspace, all: boolean) => api.quarantine.correct({ workspace, record, column, text, all }),
    { done: correctedSentence, after: onClose },
  );
  const query = useAnswer({
    key: ['quarantine.record', record],
    topics: ['quarantine'],
    ask: (api, workspace) => api.quarantine.record({ workspace, record }),
  });
  const fault = query.data?.faults.find((each) => each.column === column);
  const alike = fault?.alike ?? 1;
  const isAlone = query.isError || (query.isSuccess && alike <= 1);
  const { mutate } = correct;
  const begun = useRef(false);
  useEffect(() => {
    if (!isAlone || begun.current) return;
    begun.current = true;
    mutate(false, { onError: onClose });
  }, [isAlone, mutate, onClose]);
  const header = fault?.header ?? column;
  const old = fault?.cell == null ? '' : (query.data?.cells[fault.cell] ?? '');
  return (
    <Modal opened={query.isSuccess && alike > 1} onClose={onClose} title={`Correct ${header}`}>
      <Stack gap="md">
        <p>
          {formatCount(alike)} records have <strong>{old === '' ? 'nothing' : old}</strong> in {header}, with
          the same fault. Write <strong>{text === '' ? 'nothing' : text}</strong> into all of them?
        </p>
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>Leave it</Button>
          <Button onClick={() => mutate(false)} loading={correct.isPending}>
            Only this record
          </Button>
          <Button variant="filled" onClick={() => mutate(true)} loading={correct.isPending} data-autofocus>
            Apply to all {formatCount(alike)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
