import { trace as traceEntity } from '../../engine/explain/trace.ts';
import { jsonText } from '../../engine/export/json-file.ts';
import { openWorkspaceForReading } from '../../engine/workspace/workspace.ts';
import { userPath } from '../place.ts';
import { renderTrace } from '../render/trace.ts';

/** `muster trace`. */
export function trace(workspace: string, key: readonly string[], options: { readonly json?: true }): void {
  const path = userPath(workspace);
  const db = openWorkspaceForReading(path);
  try {
    const story = traceEntity(db, path, key);
    process.stdout.write(options.json ? jsonText(story) : renderTrace(story));
  } finally {
    db.close();
  }
}
