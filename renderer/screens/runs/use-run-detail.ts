import { useAnswer } from '../../api/use-answer.ts';

/** A run with all its figures; shared with whoever else asks for it. */
export function useRunDetail(run: number) {
  return useAnswer({
    key: ['run', run],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.runs.get({ workspace, run }, { signal }),
  });
}
