import { useCallback } from 'react';
import type { ViewRow } from '../../electron/contract/views.ts';
import { useStepLink } from './use-route.ts';

/** Opens the story of the entity that a row is of; a row of none opens nothing. */
export function useOpenStory(): (row: ViewRow) => void {
  const link = useStepLink();
  return useCallback(
    ({ key }: ViewRow) => {
      if (key) location.hash = link('trace', { key: JSON.stringify(key) });
    },
    [link],
  );
}
