import { useMutation } from '@tanstack/react-query';
import type { Api } from '../../electron/contract/api.ts';
import type { Saved } from '../../electron/contract/calls.ts';
import { tell, tellProblem } from '../components/tell.tsx';
import { host } from '../host/choose-host.ts';
import { useApi } from './connection.tsx';
import { isCancelled } from './problem.ts';
import { useWorkspace } from './workspace.tsx';

/** What a call answers that has written a file, alone or beside figures. */
export type Written = Saved | { readonly saved: Saved };

/** Asks where to, has the engine write there, and hands the file over. `save(suggestedName)`; `saving` while it goes on. */
export function useSave(
  write: (api: Api, workspace: string, target: string) => Promise<Written>,
  done: (written: Written) => string = () => 'It is saved.',
): { readonly save: (suggestedName: string) => void; readonly saving: boolean } {
  const api = useApi();
  const { workspace } = useWorkspace();
  const { mutate, isPending } = useMutation({
    mutationFn: async (name: string) => {
      const target = await host.target(name);
      if (target === null) return;
      const written = await write(api, workspace, target);
      host.deliver('saved' in written ? written.saved : written);
      tell(done(written));
    },
    onError: (error) => {
      if (!isCancelled(error)) tellProblem(error);
    },
  });
  return { save: mutate, saving: isPending };
}
