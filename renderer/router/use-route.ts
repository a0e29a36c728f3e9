import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useWorkspace } from '../api/workspace.tsx';
import { type Query, type Route, readRoute, type Step, writeRoute } from './route.ts';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Where the window is. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => readRoute(hash), [hash]);
}

/** Goes to a route; `replace` leaves no step back. */
export function go(route: Route, replace = false): void {
  const address = writeRoute(route);
  if (!replace) {
    location.hash = address;
    return;
  }
  history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The part of the address that is the screen's own, and how to change it: what is null or empty leaves it. */
export function useStepQuery(): readonly [
  query: Query,
  change: (patch: Readonly<Record<string, string | null>>) => void,
] {
  const route = useRoute();
  const query = route.kind === 'workspace' ? route.query : EMPTY;
  const change = useCallback((patch: Readonly<Record<string, string | null>>) => {
    const now = readRoute(location.hash);
    if (now.kind !== 'workspace') return;
    const merged = Object.entries({ ...now.query, ...patch }).filter(([, value]) => value);
    go({ ...now, query: Object.fromEntries(merged) as Query }, true);
  }, []);
  return [query, change];
}

const EMPTY: Query = {};

/** Makes addresses of the steps of the open workspace. */
export function useStepLink(): (step: Step, query?: Query) => string {
  const { workspace } = useWorkspace();
  return useCallback(
    (step, query = EMPTY) => writeRoute({ kind: 'workspace', workspace, step, query }),
    [workspace],
  );
}
