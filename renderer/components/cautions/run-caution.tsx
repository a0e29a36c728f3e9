import type { RunSummary } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { CautionNote } from './caution-note.tsx';

/** Why a run is to be taken with care; of the last run the window says it over every screen. */
export function RunCaution({ run }: { readonly run: Pick<RunSummary, 'run' | 'cautions'> }) {
  const { run: last } = useWorkspace();
  if (last.kind !== 'none' && last.run === run.run) return null;
  return <CautionNote of={`Take run ${run.run} with care`} cautions={run.cautions} />;
}
