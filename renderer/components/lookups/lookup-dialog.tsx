import { Modal } from '@mantine/core';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../answered.tsx';
import { LookupForm } from './lookup-form.tsx';
import { useEditedLookup } from './use-edited-lookup.ts';

/** The lookup that the address names, open for changes. */
export function LookupDialog() {
  const { recipe } = useWorkspace();
  const [name, edit] = useEditedLookup();
  const info = recipe.lookups.find(({ lookup }) => lookup === name);
  const query = useAnswer({
    key: ['lookups.list'],
    topics: ['lookups'],
    ask: (api, workspace) => api.lookups.list({ workspace }),
    when: info !== undefined,
  });
  const close = () => edit(null);
  return (
    <Modal opened={info !== undefined} onClose={close} title={info?.title ?? ''} size="72rem">
      <Answered query={query}>
        {({ lookups, copy }) => {
          const lookup = lookups.find((each) => each.lookup === name);
          if (!lookup) return null;
          // Begun anew when it is changed elsewhere.
          return (
            <LookupForm
              key={JSON.stringify([name, lookup.cells])}
              lookup={lookup}
              copy={copy}
              onClose={close}
            />
          );
        }}
      </Answered>
    </Modal>
  );
}
