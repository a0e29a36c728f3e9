import { Checkbox, Radio } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loading } from '../../components/loading.tsx';
import { Choices } from './choices.tsx';
import type { Draft } from './draft.ts';
import { commonColumns, foldHeader, keyedFiles, oddFile, sameColumns } from './key-columns.ts';
import styles from './setup.module.css';

interface KeyChoiceProps {
  readonly draft: Draft;
  readonly chosen: readonly string[];
  readonly suggested: UseQueryResult<readonly (readonly string[])[]>;
  readonly onChoose: (columns: readonly string[]) => void;
}

/** Which columns name a record: one of the likely choices, or any of the columns that all files have. */
export function KeyChoice({ draft, chosen, suggested, onChoose }: KeyChoiceProps) {
  const files = keyedFiles(draft);
  const common = commonColumns(files);
  const odd = oddFile(files);
  const names = new Set(chosen.map(foldHeader));
  const toggle = (column: string, isOn: boolean) =>
    onChoose(
      isOn
        ? common.filter((each) => each === column || names.has(foldHeader(each)))
        : chosen.filter((each) => foldHeader(each) !== foldHeader(column)),
    );
  if (files.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="audit-key">
      <h2 id="audit-key">Key</h2>
      <p className={styles.dim}>
        The columns that name a record. They stand in every extract and trace file, and are unique in the
        first extract.
      </p>
      {suggested.isError ? (
        <ErrorNote error={suggested.error} onRetry={() => void suggested.refetch()} />
      ) : null}
      {suggested.isLoading ? <Loading lines={2} label="Looking for columns that could be the key" /> : null}
      {suggested.data && suggested.data.length > 0 ? (
        <Choices title="Likely">
          {suggested.data.map((columns) => (
            <Radio
              key={columns.join('\n')}
              name="audit-key"
              label={columns.join(' + ')}
              checked={sameColumns(columns, chosen)}
              onChange={() => onChoose(columns)}
            />
          ))}
        </Choices>
      ) : null}
      {common.length > 0 ? (
        <Choices title="All columns that these files share">
          {common.map((column) => (
            <Checkbox
              key={column}
              label={column}
              checked={names.has(foldHeader(column))}
              onChange={({ currentTarget }) => toggle(column, currentTarget.checked)}
            />
          ))}
        </Choices>
      ) : (
        <p className={styles.warn}>
          {odd
            ? `${odd.name} has none of the columns that all other files share. Give it another role, or remove it.`
            : 'No column stands in every extract and trace file. Look at their roles, or remove what does not belong here.'}
        </p>
      )}
    </section>
  );
}
