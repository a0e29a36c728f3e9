import { useCallback } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { host } from '../host/choose-host.ts';
import { go } from '../router/use-route.ts';
import { addedSentence } from './added-sentence.ts';
import { fileTaker } from './file-taker.ts';
import { noteUpload } from './uploads.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

/**
 * Adds files to the open workspace, wherever in the window they come from, or hands them to the screen that takes them;
 * workspaces among them are opened instead.
 */
export function useAddFiles() {
  const { workspace } = useWorkspace();
  const { openFile } = useOpenWorkspace();
  const add = useAct(
    (api, id, files: readonly string[]) => api.files.add({ workspace: id, files: [...files] }),
    {
      done: (added) => addedSentence(added),
    },
  );
  const { mutate } = add;
  const addHandles = useCallback(
    (handles: readonly string[], from: string = location.hash, taker = fileTaker()) => {
      if (handles.length === 0) return;
      if (taker) {
        taker(handles);
        return;
      }
      // Handing over large files takes a while: who has gone elsewhere meanwhile stays there.
      if (location.hash === from) go({ kind: 'workspace', workspace, step: 'files', query: {} });
      mutate(handles);
    },
    [workspace, mutate],
  );
  const give = useAct(async (_api, _workspace, files: readonly File[]) => {
    const [from, taker] = [location.hash, fileTaker()];
    const isWorkspace = (file: File) => file.name.toLowerCase().endsWith('.muster');
    const [first] = await host.handlesOf(files.filter(isWorkspace).slice(0, 1), noteUpload);
    if (first) openFile(first);
    addHandles(
      await host.handlesOf(
        files.filter((file) => !isWorkspace(file)),
        noteUpload,
      ),
      from,
      taker,
    );
  });
  const choose = useAct(async () => {
    const [from, taker] = [location.hash, fileTaker()];
    addHandles(await host.chooseFiles(noteUpload), from, taker);
  });
  return {
    /** Files that were dropped. */
    addFiles: give.mutate,
    addHandles,
    /** Asks the user for files. */
    chooseFiles: () => choose.mutate(),
    adding: add.isPending || give.isPending,
  };
}
