import { auditHandlers } from './session/audits.ts';
import { eventHandlers } from './session/events.ts';
import { explainHandlers } from './session/explain.ts';
import { exportHandlers } from './session/exports.ts';
import { fileHandlers } from './session/files.ts';
import { insightHandlers } from './session/insights.ts';
import { lookupHandlers } from './session/lookups.ts';
import { os } from './session/os.ts';
import { quarantineHandlers } from './session/quarantine.ts';
import { queryHandlers } from './session/queries.ts';
import { runHandlers } from './session/runs.ts';
import { viewHandlers } from './session/views.ts';
import { workspaceHandlers } from './session/workspaces.ts';

/** The calls of the contract, answered: to be served over a message port or a WebSocket with an engine as the context. */
export const session = os.router({
  workspaces: workspaceHandlers,
  events: eventHandlers,
  files: fileHandlers,
  views: viewHandlers,
  quarantine: quarantineHandlers,
  runs: runHandlers,
  explain: explainHandlers,
  insights: insightHandlers,
  queries: queryHandlers,
  exports: exportHandlers,
  audits: auditHandlers,
  lookups: lookupHandlers,
});
