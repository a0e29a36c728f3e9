import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Api } from '../../electron/contract/api.ts';
import type { Topic } from '../../electron/contract/events.ts';
import { useApi } from './connection.tsx';
import { useWorkspace } from './workspace.tsx';

/** A question to the engine about the open workspace. */
export interface Question<Answer> {
  /** Names the question, with all that its answer depends on. */
  readonly key: readonly unknown[];
  /** What of the workspace the answer hangs on: asked again when it changes. */
  readonly topics: readonly Topic[];
  readonly ask: (api: Api, workspace: string, signal: AbortSignal) => Promise<Answer>;
  /** Whether to ask at all; by default yes. */
  readonly when?: boolean;
}

/** Asks the engine and keeps the answer until it is out of date; meanwhile the former one is shown. */
export function useAnswer<Answer>({ key, topics, ask, when }: Question<Answer>): UseQueryResult<Answer> {
  const api = useApi();
  const { workspace } = useWorkspace();
  return useQuery({
    queryKey: [workspace, ...key],
    queryFn: ({ signal }) => ask(api, workspace, signal),
    meta: { topics },
    enabled: when ?? true,
    placeholderData: keepPreviousData,
  });
}
