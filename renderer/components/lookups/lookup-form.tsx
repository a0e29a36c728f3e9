import { Button, Group } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { LookupInfo, Lookups } from '../../../electron/contract/lookups.ts';
import { useAct } from '../../api/use-act.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { formatCount } from '../../format/numbers.ts';
import { GridTable } from './grid-table.tsx';
import { ListTable } from './list-table.tsx';
import { type Cells, emptyCells, isSame, withCell } from './lookup-words.ts';
import styles from './lookups.module.css';
import { OwnRecipeNote } from './own-recipe-note.tsx';

/** So many empty cells are named before the rest is counted. */
const MOST_NAMED = 3;

interface LookupFormProps {
  readonly lookup: LookupInfo;
  readonly copy: Lookups['copy'];
  readonly onClose: () => void;
}

/** The cells of a lookup as fields; nothing is kept before it is saved. */
export function LookupForm({ lookup, copy, onClose }: LookupFormProps) {
  const id = useId();
  const { run } = useWorkspace();
  const [cells, setCells] = useState<Cells>(lookup.cells);
  const save = useAct(
    (api, workspace) =>
      api.lookups.change({ workspace, lookup: lookup.lookup, cells: cells.map((row) => [...row]) }),
    { done: () => (run.kind === 'none' ? 'Saved.' : 'Saved. Run again to see it.'), after: onClose },
  );
  const empty = emptyCells(lookup, cells);
  const set = (row: number, column: number, text: string) => setCells(withCell(cells, row, column, text));
  const isChanged = !isSame(cells, lookup.cells);
  return (
    <form
      className={styles.form}
      aria-describedby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && empty.length === 0) save.mutate();
      }}
    >
      {lookup.description === '' ? null : <p className={styles.about}>{lookup.description}</p>}
      {lookup.kind === 'grid' ? (
        <GridTable lookup={lookup} cells={cells} onChange={set} />
      ) : (
        <ListTable lookup={lookup} cells={cells} onChange={set} />
      )}
      <p id={id} role="status" className={styles.empty}>
        {empty.length > 0 ? (
          <>
            <TriangleAlert size={14} aria-hidden="true" />
            <span>
              {empty.length === 1 ? 'One cell is empty' : `${formatCount(empty.length)} cells are empty`}:{' '}
              {empty.slice(0, MOST_NAMED).join('; ')}
              {empty.length > MOST_NAMED ? ` and ${formatCount(empty.length - MOST_NAMED)} more` : ''}.
            </span>
          </>
        ) : null}
      </p>
      {copy ? <OwnRecipeNote isBehind={copy.isBehind} /> : null}
      <Group justify="space-between" gap="xs">
        <Button disabled={isSame(cells, lookup.own)} onClick={() => setCells(lookup.own)}>
          Reset to the recipe’s own
        </Button>
        <Group gap="xs">
          <Button onClick={onClose}>Leave it</Button>
          <Button
            type="submit"
            variant="filled"
            loading={save.isPending}
            disabled={!isChanged || empty.length > 0}
          >
            Save
          </Button>
        </Group>
      </Group>
    </form>
  );
}
