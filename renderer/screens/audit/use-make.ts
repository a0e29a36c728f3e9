import { useMutation } from '@tanstack/react-query';
import type { AuditSetup } from '../../../electron/contract/audits.ts';
import { useApi } from '../../api/connection.tsx';
import { isCancelled } from '../../api/problem.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useJobs } from '../../api/workspace-events.tsx';
import { tell, tellProblem } from '../../components/tell.tsx';
import { readRoute } from '../../router/route.ts';
import { go } from '../../router/use-route.ts';
import { changeDraft } from './use-draft.ts';

/** Makes an audit and shows it; `problem` is why the last one was not made. */
export function useMake() {
  const api = useApi();
  const { workspace } = useWorkspace();
  const jobs = useJobs();
  const make = useMutation({
    mutationFn: (setup: AuditSetup) => api.audits.make({ workspace, ...setup }),
    onSuccess: ({ audit }, { name }) => {
      // The files stay, for another audit with some of them; its name is another.
      changeDraft(workspace, (draft) => ({ ...draft, name: null }));
      if (isHere()) go({ kind: 'workspace', workspace, step: 'audit', query: { audit: String(audit) } });
      else tell(`The audit ${name} is done.`);
    },
    onError: (error) => {
      // On this screen it stands beside the button.
      if (!isCancelled(error) && !isHere()) tellProblem(error);
    },
  });
  return {
    make: make.mutate,
    making: make.isPending || jobs.some(({ kind }) => kind === 'audit'),
    problem: make.error && !isCancelled(make.error) ? make.error : null,
  };
}

/** Whether the user looks at an audit that is being prepared. */
function isHere(): boolean {
  const route = readRoute(location.hash);
  return route.kind === 'workspace' && route.step === 'audit' && !route.query.audit && !route.query.compare;
}
