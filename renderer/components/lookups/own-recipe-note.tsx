import { Button } from '@mantine/core';
import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { Confirm } from '../confirm.tsx';
import styles from './lookups.module.css';

/** Says that the workspace uses its own copy of the recipe, and offers the recipe's own again. */
export function OwnRecipeNote({ isBehind }: { readonly isBehind: boolean }) {
  return (
    <div className={styles.note}>
      <CopyCheck size={16} aria-hidden="true" />
      <span className={styles.noteText}>
        {isBehind
          ? 'The recipe has been changed since this workspace made its own copy of it, which it still uses.'
          : 'This workspace uses its own copy of the recipe, in which lookups were changed.'}
      </span>
      <UseOwnRecipe />
    </div>
  );
}

function UseOwnRecipe() {
  const [asks, setAsks] = useState(false);
  const act = useAct((api, workspace) => api.lookups.restore({ workspace }), {
    done: () => 'The workspace uses the recipe’s own again.',
    after: () => setAsks(false),
  });
  return (
    <>
      <Button size="compact-xs" onClick={() => setAsks(true)}>
        Use the recipe’s own again…
      </Button>
      <Confirm
        opened={asks}
        title="Use the recipe’s own again?"
        deed="Use the recipe’s own"
        busy={act.isPending}
        onDo={() => act.mutate()}
        onClose={() => setAsks(false)}
      >
        <p>
          Every lookup is then as the recipe has it, and what was changed here is gone. Runs that were made
          keep showing what they were made with.
        </p>
      </Confirm>
    </>
  );
}
