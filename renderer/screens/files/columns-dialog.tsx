import { Button, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { DELIMITERS, ENCODINGS } from '../../../electron/contract/file-formats.ts';
import type { Inspection, Reading } from '../../../electron/contract/files.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { ColumnMatches } from './column-matches.tsx';
import styles from './files.module.css';
import { PreviewRows } from './preview-rows.tsx';

/** A waiting or a loaded file that the user wants read in their way. */
export interface FileToRead {
  readonly file: { readonly waiting: string } | { readonly import: number };
  readonly name: string;
  readonly source: string | null;
  readonly reading: Reading;
}

type Encoding = (typeof ENCODINGS)[number];
type Delimiter = (typeof DELIMITERS)[number];

// The page takes the contract's types only, so the names stand here; the types hold them to it.
const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little end first',
  'utf-16be': 'UTF-16, big end first',
  'windows-1252': 'Windows-1252 (Western)',
};
const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Pipe |',
};

/** Asks of which source a file is, how it is written and which column is which, and shows its first records meanwhile. */
export function ColumnsDialog({ file, onClose }: { readonly file: FileToRead; onClose(): void }) {
  const { recipe } = useWorkspace();
  const [source, setSource] = useState(file.source);
  const [reading, setReading] = useState<Reading>(file.reading);
  const query = useAnswer({
    key: ['files.inspect', file.file, source, reading.encoding, reading.delimiter],
    topics: [],
    ask: (api, workspace) => {
      const { encoding, delimiter } = reading;
      return api.files.inspect({
        workspace,
        file: file.file,
        ...(source === null ? {} : { source }),
        reading: { ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}) },
      });
    },
  });
  const read = useAct(
    (api, workspace, to: { readonly source: string; readonly reading: Reading }) =>
      api.files.read({ workspace, file: file.file, ...to }),
    {
      done: ({ outcome }) =>
        outcome === 'waiting' ? `${file.name} still waits.` : `${file.name} is loaded.`,
      after: onClose,
    },
  );
  return (
    <Modal opened onClose={onClose} title={`How to read ${file.name}`} size="60rem">
      <Answered query={query}>
        {(inspection) => {
          const chosen = source ?? inspection.source;
          const columns = columnsOf(inspection, reading);
          const info = recipe.sources.find(({ name }) => name === chosen);
          // Of JSON of which no record can be read nobody knows the keys.
          const isKnown = inspection.header.length > 0;
          const missing = (info?.columns ?? []).filter(
            ({ name, required }) => required && !columns[name] && isKnown,
          );
          return (
            <div className={styles.dialog}>
              <Group gap="sm" grow>
                <Select
                  label="Which source is it?"
                  data={sourceChoices(
                    recipe.sources.map(({ name }) => name),
                    inspection,
                  )}
                  value={chosen}
                  placeholder="Choose a source"
                  onChange={(value) => {
                    setSource(value);
                    // They name columns of the source that was chosen before.
                    setReading(({ columns: _, formats: __, ...others }) => others);
                  }}
                />
                <Select
                  label="Encoding"
                  data={choices(ENCODING_NAMES)}
                  value={reading.encoding ?? inspection.encoding}
                  onChange={(value) => value && setReading({ ...reading, encoding: value as Encoding })}
                  allowDeselect={false}
                />
                {inspection.shape === 'delimited' ? (
                  <Select
                    label="Between the fields"
                    data={choices(DELIMITER_NAMES)}
                    value={reading.delimiter ?? inspection.delimiter}
                    onChange={(value) => value && setReading({ ...reading, delimiter: value as Delimiter })}
                    allowDeselect={false}
                  />
                ) : null}
              </Group>
              {info ? (
                <ColumnMatches
                  info={info}
                  inspection={inspection}
                  columns={columns}
                  onChange={(column, header) =>
                    setReading({ ...reading, columns: { ...columns, [column]: header } })
                  }
                />
              ) : null}
              <PreviewRows inspection={inspection} columns={columns} />
              <Group justify="flex-end" gap="xs">
                {missing.length > 0 ? (
                  <span className={styles.dim}>
                    Needed still: {missing.map(({ header }) => header).join(', ')}
                  </span>
                ) : null}
                <Button onClick={onClose}>Leave it</Button>
                <Button
                  variant="filled"
                  disabled={!chosen || missing.length > 0}
                  loading={read.isPending}
                  onClick={() => chosen && read.mutate({ source: chosen, reading: { ...reading, columns } })}
                >
                  Load it
                </Button>
              </Group>
            </div>
          );
        }}
      </Answered>
    </Modal>
  );
}

/** Which header stands for each column: as the user chose, else as told, else as suggested. */
function columnsOf(
  { mapping, shape }: Inspection,
  { columns }: Reading,
): Readonly<Record<string, string | null>> {
  const chosen = mapping.map(({ column, header, suggestion }): readonly [string, string | null] => [
    column,
    columns && column in columns ? (columns[column] ?? null) : (header ?? suggestion),
  ]);
  // A key that the first records lack may stand in later ones, so that it stays open unless the user has left it out.
  const isOpen = (column: string) => shape !== 'delimited' && !(columns && column in columns);
  return Object.fromEntries(chosen.filter(([column, header]) => header !== null || !isOpen(column)));
}

function sourceChoices(names: readonly string[], { candidates }: Inspection) {
  const fitOf = (name: string) => candidates.find(({ source }) => source === name)?.fit ?? 0;
  return names
    .toSorted((a, b) => fitOf(b) - fitOf(a))
    .map((name) => ({
      value: name,
      label: fitOf(name) > 0 ? `${name}, fits ${Math.round(fitOf(name) * 100)}%` : name,
    }));
}

function choices(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
