import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNote } from './error-note.tsx';
import { Loading } from './loading.tsx';

/** Shows an answer of the engine's once it is there; before, its outline, and where it failed, why. */
export function Answered<Answer>(props: {
  readonly query: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
  /** What stands there meanwhile. */
  readonly loading?: ReactNode;
}) {
  const { query, children, loading = <Loading /> } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  return loading;
}
