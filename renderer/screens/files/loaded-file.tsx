import { ActionIcon, Button, Menu } from '@mantine/core';
import { ChevronDown, ChevronRight, Ellipsis, FileText, Settings2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LoadedFileInfo } from '../../../electron/contract/files.ts';
import { useAct } from '../../api/use-act.ts';
import { Confirm } from '../../components/confirm.tsx';
import { formatBytes, formatMany } from '../../format/numbers.ts';
import { AssumptionLine } from './assumption-line.tsx';
import type { FileToRead } from './columns-dialog.tsx';
import styles from './files.module.css';

/** A file of a source, and what was assumed about it: what wants a decision at once, the rest when asked for. */
export function LoadedFile(props: {
  readonly source: string;
  readonly file: LoadedFileInfo;
  onRead(file: FileToRead): void;
}) {
  const { source, file, onRead } = props;
  const [opened, setOpened] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useAct((api, workspace) => api.files.remove({ workspace, import: file.import }), {
    done: () => `${file.title} is taken out, with its records.`,
    after: () => setRemoving(false),
  });
  const read = useAct(
    (api, workspace, reading: LoadedFileInfo['reading']) =>
      api.files.read({ workspace, file: { import: file.import }, source, reading }),
    { done: () => `${file.title} was read anew.` },
  );
  const urgent = file.assumptions.filter(({ certainty }) => certainty === 'proposed');
  const others = file.assumptions.filter(({ certainty }) => certainty !== 'proposed');
  const lines = (assumptions: LoadedFileInfo['assumptions']) =>
    assumptions.map((assumption) => (
      <AssumptionLine
        key={`${assumption.about} ${assumption.column}`}
        assumption={assumption}
        busy={read.isPending}
        there={file.there}
        onRead={read.mutate}
      />
    ));
  return (
    <div className={styles.file}>
      <div className={styles.fileHead}>
        <FileText size={14} aria-hidden className={styles.faint} />
        <span className={styles.fileName}>{file.title}</span>
        <span className={styles.dim}>
          {formatBytes(file.bytes)} · {formatMany(file.read, 'record')} · {file.encoding.toUpperCase()} ·{' '}
          {shapeName(file)}
        </span>
        <span className={styles.grow} />
        {others.length > 0 ? (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={opened}
            leftSection={
              opened ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />
            }
            onClick={() => setOpened(!opened)}
          >
            How it was read
          </Button>
        ) : null}
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={`More for ${file.title}`}>
              <Ellipsis size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<Settings2 size={14} aria-hidden />}
              disabled={!file.there}
              onClick={() =>
                onRead({ file: { import: file.import }, name: file.title, source, reading: file.reading })
              }
            >
              Read it in another way…
            </Menu.Item>
            <Menu.Item leftSection={<Trash2 size={14} aria-hidden />} onClick={() => setRemoving(true)}>
              Remove…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {lines(urgent)}
      {opened ? lines(others) : null}
      <Confirm
        opened={removing}
        title={`Remove ${file.title}?`}
        deed="Remove the file"
        busy={remove.isPending}
        onDo={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      >
        Its {formatMany(file.read, 'record')} leave the workspace. The file itself stays where it is, and runs
        that were made keep their figures.
      </Confirm>
    </div>
  );
}

function shapeName({ shape, delimiter }: LoadedFileInfo): string {
  if (shape === 'json lines') return 'JSON Lines';
  if (shape === 'json array') return 'JSON array';
  const names: Readonly<Record<string, string>> = {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'pipe',
  };
  return names[delimiter] ?? delimiter;
}
