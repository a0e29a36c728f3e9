import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/connection.tsx';
import { isCancelled } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { tell, tellProblem } from '../components/tell.tsx';
import { host } from '../host/choose-host.ts';
import type { Step } from '../router/route.ts';
import { go } from '../router/use-route.ts';
import { addedSentence } from './added-sentence.ts';
import { writeChoice } from './run-choice.ts';
import { noteUpload } from './uploads.ts';

/** Opens and makes workspaces, and goes to them. */
export function useOpenWorkspace() {
  const api = useApi();
  const goTo = ({ workspace }: { readonly workspace: string }, step: Step = 'files') => {
    void queryClient.invalidateQueries({ queryKey: ['home'] });
    go({ kind: 'workspace', workspace, step, query: {} });
  };
  const act = useMutation({
    mutationFn: async (doing: () => Promise<void>) => doing(),
    onError: (error) => {
      if (!isCancelled(error)) tellProblem(error);
    },
  });
  return {
    busy: act.isPending,
    create: (recipe: string) => act.mutate(async () => goTo(await api.workspaces.create({ recipe }))),
    /** Makes a workspace and adds files to it, as if they were dropped there. */
    createWith: (recipe: string, files: readonly string[]) =>
      act.mutate(async () => {
        const made = await api.workspaces.create({ recipe });
        goTo(made);
        tell(addedSentence(await api.files.add({ ...made, files: [...files] })));
      }),
    /** Makes a workspace to audit a pipeline that runs elsewhere. */
    createAudit: (recipe: string) =>
      act.mutate(async () => goTo(await api.workspaces.create({ recipe, name: 'Audit' }), 'audit')),
    createSample: (recipe: string) =>
      act.mutate(async () => {
        const { workspace, files, asOf } = await api.workspaces.createSample({ recipe });
        writeChoice(workspace, { asOf, params: {} });
        goTo({ workspace });
        await api.files.add({ workspace, files: files.map(({ file }) => file) });
      }),
    createFromFolder: () =>
      act.mutate(async () => {
        const folder = await host.chooseRecipeFolder?.();
        if (folder) goTo(await api.workspaces.createFromFolder({ folder }));
      }),
    open: (path: string) => act.mutate(async () => goTo(await api.workspaces.open({ path }))),
    openFile: (file: string) => act.mutate(async () => goTo(await api.workspaces.openFile({ file }))),
    choose: () =>
      act.mutate(async () => {
        const file = await host.chooseWorkspaceFile(noteUpload);
        if (file) goTo(await api.workspaces.openFile({ file }));
      }),
  };
}
