import { type ComponentType, lazy } from 'react';
import type { Step } from '../router/route.ts';

/** Each step's screen, fetched when it is first gone to. */
export const SCREENS: Readonly<Record<Step, ComponentType>> = {
  files: lazy(async () => ({ default: (await import('../screens/files/files-screen.tsx')).FilesScreen })),
  quarantine: lazy(async () => ({
    default: (await import('../screens/quarantine/quarantine-screen.tsx')).QuarantineScreen,
  })),
  funnel: lazy(async () => ({ default: (await import('../screens/funnel/funnel-screen.tsx')).FunnelScreen })),
  audience: lazy(async () => ({
    default: (await import('../screens/audience/audience-screen.tsx')).AudienceScreen,
  })),
  trace: lazy(async () => ({ default: (await import('../screens/trace/trace-screen.tsx')).TraceScreen })),
  insights: lazy(async () => ({
    default: (await import('../screens/insights/insights-screen.tsx')).InsightsScreen,
  })),
  runs: lazy(async () => ({ default: (await import('../screens/runs/runs-screen.tsx')).RunsScreen })),
  queries: lazy(async () => ({
    default: (await import('../screens/queries/queries-screen.tsx')).QueriesScreen,
  })),
  audit: lazy(async () => ({ default: (await import('../screens/audit/audit-screen.tsx')).AuditScreen })),
};
