import { useMutation } from '@tanstack/react-query';
import type { Receipt } from '../../../electron/contract/exports.ts';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useApi } from '../../api/connection.tsx';
import { isCancelled } from '../../api/problem.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { tell } from '../../components/tell.tsx';
import { formatMany } from '../../format/numbers.ts';
import { host } from '../../host/choose-host.ts';
import { chosenOf } from './column-choice.ts';
import { FORMATS } from './export-formats.ts';
import type { ExportChoice } from './use-export-choice.ts';

/** Writes what was chosen of a run to where the user wants it; `receipt` proves the last that was written. */
export function useExport(run: RunDetail, choice: ExportChoice) {
  const api = useApi();
  const { workspace } = useWorkspace();
  const { output, format, columns, reason } = choice;
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: async (): Promise<Receipt | null> => {
      const target = await host.target(`${output.name}-${run.asOf}.${FORMATS[format].ending}`);
      if (target === null) return null;
      const receipt = await api.exports.write({
        workspace,
        run: run.run,
        output: output.name,
        format,
        columns: [...chosenOf(columns)],
        target,
        ...(!run.balanced && { reason }),
      });
      host.deliver(receipt.saved);
      tell(`${receipt.file} is written: ${formatMany(receipt.rows, 'row')}.`);
      return receipt;
    },
  });
  return {
    write: () => mutate(),
    isWriting: isPending,
    receipt: data ?? null,
    problem: error && !isCancelled(error) ? error : null,
    wasStopped: isCancelled(error),
    again: reset,
  };
}
