import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CautionedWhatIf, RunDetail } from '../../../electron/contract/runs.ts';
import { useApi } from '../../api/connection.tsx';
import { useWorkspace } from '../../api/workspace.tsx';

/** What the user tries on the funnel; nothing of it is kept. */
export interface Trial {
  /** Names of the rules that are switched off. */
  readonly off: ReadonlySet<string>;
  /** Another as-of date and parameters, once the user has asked for them. */
  readonly asOf: string | null;
  readonly params: Readonly<Record<string, string>> | null;
}

const NOTHING: Trial = { off: new Set(), asOf: null, params: null };

/** A what-if over a run: what is tried, and the funnel as it would be. */
export function useWhatIf(run: RunDetail) {
  const api = useApi();
  const { workspace } = useWorkspace();
  const [tried, setTried] = useState<{ readonly run: number; readonly trial: Trial }>({
    run: run.run,
    trial: NOTHING,
  });
  // Another run begins without a trial.
  const trial = tried.run === run.run ? tried.trial : NOTHING;
  const tries = trial.off.size > 0 || trial.asOf !== null || trial.params !== null;
  const answer = useQuery<CautionedWhatIf>({
    queryKey: [workspace, 'what-if', run.run, [...trial.off].sort(), trial.asOf, trial.params],
    queryFn: ({ signal }) =>
      api.runs.whatIf(
        {
          workspace,
          run: run.run,
          off: [...trial.off],
          ...(trial.asOf !== null && { asOf: trial.asOf }),
          ...(trial.params !== null && { params: trial.params }),
        },
        { signal },
      ),
    enabled: tries,
    placeholderData: keepPreviousData,
    meta: { topics: ['runs'] },
  });
  const set = (next: Trial) => setTried({ run: run.run, trial: next });
  return {
    trial,
    tries,
    result: tries ? answer.data : undefined,
    isWorking: tries && answer.isFetching,
    problem: tries ? answer.error : null,
    switchRule: (rule: string, on: boolean) => {
      const off = new Set(trial.off);
      if (on) off.delete(rule);
      else off.add(rule);
      set({ ...trial, off });
    },
    tryValues: (asOf: string, params: Readonly<Record<string, string>>) => set({ ...trial, asOf, params }),
    reset: () => set(NOTHING),
  };
}

export type WhatIfState = ReturnType<typeof useWhatIf>;
