import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecipesForFiles } from '../../../electron/contract/recipe-fits.ts';
import { useApi } from '../../api/connection.tsx';
import { isCancelled } from '../../api/problem.ts';
import { tellProblem } from '../../components/tell.tsx';
import { noteUpload } from '../../frame/uploads.ts';
import type { useOpenWorkspace } from '../../frame/use-open-workspace.ts';
import { host } from '../../host/choose-host.ts';
import { unreadableProblem } from './fit-words.ts';

/**
 * Finds the recipe of files that are dropped or chosen where there is no workspace: one that alone takes them all is begun with them, else
 * `found` is what the user chooses from, and nothing is made before that.
 */
export function useFindRecipe(workspaces: ReturnType<typeof useOpenWorkspace>) {
  const api = useApi();
  const [found, setFound] = useState<RecipesForFiles | null>(null);
  const find = useMutation({
    mutationFn: async (given: () => Promise<readonly string[]>) => {
      const from = location.hash;
      const files = await given();
      if (files.length === 0) return;
      const answer = await api.workspaces.recipesFor({ files: [...files] });
      // Handing over large files takes a while: who has gone elsewhere meanwhile stays there.
      if (location.hash !== from) return;
      if (answer.workspace !== null) return workspaces.openFile(answer.workspace);
      if (answer.files.length > 0 && answer.chosen === null) return setFound(answer);
      if (answer.unreadable.length > 0) tellProblem(unreadableProblem(answer.unreadable));
      if (answer.chosen !== null) workspaces.createWith(answer.chosen, answer.files);
    },
    onError: (error) => {
      if (!isCancelled(error)) tellProblem(error);
    },
  });
  return {
    busy: find.isPending,
    found,
    take: (handles: readonly string[]) => find.mutate(async () => handles),
    drop: (files: readonly File[]) => {
      const workspace = files.find(({ name }) => name.toLowerCase().endsWith('.muster'));
      find.mutate(() => host.handlesOf(workspace ? [workspace] : files, noteUpload));
    },
    /** Asks the user for files. */
    choose: () => find.mutate(() => host.chooseFiles(noteUpload)),
    /** Begins with the recipe that the user chose. */
    begin: (recipe: string) => {
      if (found) workspaces.createWith(recipe, found.files);
      setFound(null);
    },
    dismiss: () => setFound(null),
  };
}
