import { readRoute } from '../../router/route.ts';

/** Whether the user looks at this screen now. */
export function isAtAudit(): boolean {
  const route = readRoute(location.hash);
  return route.kind === 'workspace' && route.step === 'audit';
}
