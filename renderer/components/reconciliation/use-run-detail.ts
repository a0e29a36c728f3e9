import type { UseQueryResult } from '@tanstack/react-query';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useAnswer } from '../../api/use-answer.ts';

/** A run with all its figures, shared with whoever else asks for it; 0 is no run, and is not asked for. */
export function useRunDetail(run: number, when = true): UseQueryResult<RunDetail> {
  return useAnswer({
    key: ['run', run],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.runs.get({ workspace, run }, { signal }),
    when: when && run > 0,
  });
}
