import { QueryClient } from '@tanstack/react-query';
import type { Topic } from '../../electron/contract/events.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** What of the workspace the answer hangs on. */
      readonly topics?: readonly Topic[];
    };
  }
}

/** What the engine answered, kept until it says that something has changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // There is no network to wait for.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Asks again what hangs on any of these topics, in one workspace. */
export function invalidate(workspace: string, topics: readonly Topic[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      queryKey[0] === workspace && (meta?.topics ?? []).some((topic) => topics.includes(topic)),
  });
}
