import { ActionIcon, Button, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { SavedQuery } from '../../../electron/contract/queries.ts';
import { invalidate } from '../../api/query-client.ts';
import { useAct } from '../../api/use-act.ts';
import { Confirm } from '../../components/confirm.tsx';
import { NameDialog } from '../../components/name-dialog.tsx';
import styles from './queries.module.css';
import type { Drafts } from './use-drafts.ts';

interface QueryActionsProps {
  readonly query: SavedQuery | null;
  /** Names under which own queries are saved. */
  readonly names: readonly string[];
  readonly text: string;
  readonly drafts: Drafts;
  readonly onChoose: (key: string) => void;
}

type Asked = 'save as' | 'rename' | 'remove';

/** What can be done with a query besides running it: save, rename, remove. */
export function QueryActions({ query, names, text, drafts, onChoose }: QueryActionsProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const own = query?.kind === 'own' ? query : null;
  const edited = drafts.isEdited(query);
  const isEmpty = text.trim() === '';
  const close = () => setAsked(null);
  const save = useAct(
    async (api, workspace, name: string) => {
      await api.queries.save({ workspace, name, sql: text });
      await invalidate(workspace, ['queries']);
    },
    {
      done: (_, name) => `${name} is saved.`,
      after: (_, name) => {
        drafts.forget(query);
        close();
        onChoose(`own:${name}`);
      },
    },
  );
  const rename = useAct(
    async (api, workspace, name: string) => {
      if (!own || own.name === name) return;
      await api.queries.save({ workspace, name, sql: own.sql });
      await api.queries.remove({ workspace, name: own.name });
      await invalidate(workspace, ['queries']);
    },
    {
      after: (_, name) => {
        // What was typed and not saved goes with the new name.
        if (own && edited) drafts.write({ ...own, name, title: name }, text);
        if (own && own.name !== name) drafts.forget(own);
        close();
        onChoose(`own:${name}`);
      },
    },
  );
  const remove = useAct((api, workspace) => api.queries.remove({ workspace, name: own?.name ?? '' }), {
    done: () => `${own?.name ?? 'The query'} is removed.`,
    after: () => {
      drafts.forget(query);
      close();
      onChoose('');
    },
  });
  return (
    <div className={styles.actions}>
      {edited && query ? <Button onClick={() => drafts.forget(query)}>As it was</Button> : null}
      {own ? (
        <Button disabled={!edited || isEmpty} loading={save.isPending} onClick={() => save.mutate(own.name)}>
          Save
        </Button>
      ) : null}
      <Button disabled={isEmpty} onClick={() => setAsked('save as')}>
        Save as…
      </Button>
      {own ? (
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={`More for ${own.name}`}>
              <Ellipsis size={16} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsked('rename')}>Rename…</Menu.Item>
            <Menu.Item onClick={() => setAsked('remove')}>Remove…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <NameDialog
        opened={asked === 'save as' || asked === 'rename'}
        title={asked === 'rename' ? 'Rename the query' : 'Save the query'}
        deed={asked === 'rename' ? 'Rename' : 'Save'}
        first={asked === 'rename' ? (own?.name ?? '') : own ? `${own.name} 2` : (query?.title ?? '')}
        replaces={(name) =>
          names.includes(name) && !(asked === 'rename' && name === own?.name)
            ? `There is a query ${name}; it would be replaced.`
            : null
        }
        busy={save.isPending || rename.isPending}
        onName={(name) => (asked === 'rename' ? rename : save).mutate(name)}
        onClose={close}
      />
      <Confirm
        opened={asked === 'remove'}
        title="Remove the query?"
        deed="Remove the query"
        busy={remove.isPending}
        onDo={() => remove.mutate()}
        onClose={close}
      >
        {own?.name} is taken out of this workspace. It cannot be brought back.
      </Confirm>
    </div>
  );
}
