import type { ContractRouterClient } from '@orpc/contract';
import { auditCalls } from './audits.ts';
import { eventCalls } from './events.ts';
import { explainCalls } from './explain.ts';
import { exportCalls } from './exports.ts';
import { fileCalls } from './files.ts';
import { insightCalls } from './insights.ts';
import { lookupCalls } from './lookups.ts';
import { quarantineCalls } from './quarantine.ts';
import { queryCalls } from './queries.ts';
import { runCalls } from './runs.ts';
import { viewCalls } from './views.ts';
import { workspaceCalls } from './workspaces.ts';

/** All that a renderer can ask of the engine. */
export const contract = {
  workspaces: workspaceCalls,
  events: eventCalls,
  files: fileCalls,
  views: viewCalls,
  quarantine: quarantineCalls,
  runs: runCalls,
  explain: explainCalls,
  insights: insightCalls,
  queries: queryCalls,
  exports: exportCalls,
  audits: auditCalls,
  lookups: lookupCalls,
};

/** The calls as a renderer makes them, whatever carries the messages. */
export type Api = ContractRouterClient<typeof contract>;
