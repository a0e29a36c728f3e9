import { useRef } from 'react';
import { useAct } from '../api/use-act.ts';
import { formatMany } from '../format/numbers.ts';

/** Takes back the latest correction that holds, and puts back what was taken back in this window. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  /** Acts that were taken back here, the latest last. */
  const undone = useRef<readonly number[]>([]);
  const undo = useAct(
    async (api, workspace) => {
      const corrections = await api.quarantine.corrections({ workspace });
      const active = corrections.filter((each) => each.active).map(({ act }) => act);
      if (active.length === 0) return null;
      const act = Math.max(...active);
      const result = await api.quarantine.switch({ workspace, act, active: false });
      // What was done since cannot be redone past.
      undone.current = [...undone.current.filter((each) => each > act), act];
      return result;
    },
    {
      done: (result) =>
        result
          ? `The latest correction is switched off: ${formatMany(result.changed, 'record')}.`
          : 'There is no correction to take back.',
    },
  );
  const redo = useAct(
    async (api, workspace) => {
      const act = undone.current.at(-1);
      if (act === undefined) return null;
      undone.current = undone.current.slice(0, -1);
      return api.quarantine.switch({ workspace, act, active: true });
    },
    {
      done: (result) =>
        result
          ? `The correction is switched on again: ${formatMany(result.changed, 'record')}.`
          : 'There is nothing to put back.',
    },
  );
  return { undo: () => undo.mutate(), redo: () => redo.mutate() };
}
