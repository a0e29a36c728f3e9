import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { Api } from '../../electron/contract/api.ts';
import { tell, tellProblem } from '../components/tell.tsx';
import { useApi } from './connection.tsx';
import { isCancelled } from './problem.ts';
import { useWorkspace } from './workspace.tsx';

/** Does something to the open workspace: `mutate(input)`. What goes wrong is told, what the user stopped is not. */
export function useAct<Input = void, Output = unknown>(
  act: (api: Api, workspace: string, input: Input) => Promise<Output>,
  options: {
    /** What is told when it is done. */
    readonly done?: (output: Output, input: Input) => string | null;
    readonly after?: (output: Output, input: Input) => void;
  } = {},
): UseMutationResult<Output, Error, Input> {
  const api = useApi();
  const { workspace } = useWorkspace();
  return useMutation({
    mutationFn: (input: Input) => act(api, workspace, input),
    onSuccess: (output, input) => {
      const sentence = options.done?.(output, input);
      if (sentence) tell(sentence);
      options.after?.(output, input);
    },
    onError: (error) => {
      if (!isCancelled(error)) tellProblem(error);
    },
  });
}
