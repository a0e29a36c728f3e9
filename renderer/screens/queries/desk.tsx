import { Button, Select, TextInput } from '@mantine/core';
import { Download, Play, Square } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { QueryTable, SavedQuery } from '../../../electron/contract/queries.ts';
import { useSave } from '../../api/use-save.ts';
import { keys } from '../../frame/keys.ts';
import styles from './queries.module.css';
import { QueryActions } from './query-actions.tsx';
import { QueryResult } from './query-result.tsx';
import { type EditorHandle, SqlEditor } from './sql-editor.tsx';
import type { Drafts } from './use-drafts.ts';
import { useQueryRun } from './use-query-run.ts';

interface DeskProps {
  /** Null: a new one. */
  readonly query: SavedQuery | null;
  /** Names under which own queries are saved. */
  readonly names: readonly string[];
  readonly tables: readonly QueryTable[];
  readonly drafts: Drafts;
  readonly editor: RefObject<EditorHandle | null>;
  readonly onChoose: (key: string) => void;
}

/** Where one query is written, run and looked at. */
export function Desk({ query, names, tables, drafts, editor, onChoose }: DeskProps) {
  const text = drafts.textOf(query);
  const params = query?.params ?? [];
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(params.map(({ name, default: value }) => [name, value ?? ''])),
  );
  const { state, run, stop } = useQueryRun();
  const request = {
    sql: text,
    ...(query?.kind === 'diagnostic' && { diagnostic: query.name, params: values }),
  };
  const { save, saving } = useSave(
    (api, workspace, target) => api.queries.export({ workspace, ...request, target }),
    () => 'All rows of the query are saved as CSV.',
  );
  const isEmpty = text.trim() === '';
  const isRunning = state.kind === 'running';
  const start = () => {
    if (!isEmpty && !isRunning) run(request);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    start();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut works wherever the focus is within.
    <div className={styles.desk} onKeyDown={onKeyDown}>
      <div className={styles.deskHead}>
        <div className={styles.words}>
          <h2>
            {query?.title ?? 'New query'}
            {query !== null && drafts.isEdited(query) ? <span className={styles.dim}> (edited)</span> : null}
          </h2>
          {query?.description ? <p className={styles.dim}>{query.description}</p> : null}
        </div>
        <QueryActions query={query} names={names} text={text} drafts={drafts} onChoose={onChoose} />
      </div>
      <SqlEditor
        value={text}
        tables={tables}
        problemLine={state.kind === 'failed' ? state.line : null}
        handle={editor}
        onChange={(next) => drafts.write(query, next)}
        onRun={start}
      />
      <div className={styles.bar}>
        {params.map(({ name, title, type, description, values: choices }) => {
          const common = {
            label: title,
            title: description || undefined,
            value: values[name] ?? '',
          };
          const set = (value: string) => setValues((before) => ({ ...before, [name]: value }));
          if (choices !== null) {
            return (
              <Select
                key={name}
                {...common}
                data={[...choices]}
                allowDeselect={false}
                onChange={(value) => value !== null && set(value)}
              />
            );
          }
          return (
            <TextInput
              key={name}
              {...common}
              type={type === 'date' ? 'date' : 'text'}
              onChange={({ currentTarget }) => set(currentTarget.value)}
            />
          );
        })}
        {isRunning ? (
          <Button
            leftSection={<Square size={14} aria-hidden="true" />}
            loading={state.stopping}
            onClick={stop}
          >
            Stop
          </Button>
        ) : (
          <Button
            variant="filled"
            leftSection={<Play size={14} aria-hidden="true" />}
            disabled={isEmpty}
            onClick={start}
            title={keys('Mod', 'Enter')}
          >
            Run query
          </Button>
        )}
        <Button
          leftSection={<Download size={14} aria-hidden="true" />}
          disabled={isEmpty}
          loading={saving}
          onClick={() => save(`${fileName(query?.name ?? 'query')}.csv`)}
        >
          Save as CSV…
        </Button>
      </div>
      <QueryResult state={state} onGoToLine={(line) => editor.current?.goTo(line)} />
    </div>
  );
}

/** A name that every system takes as a file's. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'query';
}
