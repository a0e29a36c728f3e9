import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AuditOffer } from '../../../electron/contract/audits.ts';
import { useApi } from '../../api/connection.tsx';
import { isCancelled, Problem } from '../../api/problem.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { tellProblem } from '../../components/tell.tsx';
import { NO_DRAFT, withOffer } from './draft.ts';
import { isAtAudit } from './is-at-audit.ts';
import { changeDraft, draftOf, isToBeRead } from './use-draft.ts';

/** How many files are looked into at once. */
const MOST = 200;

export type Look = UseMutationResult<AuditOffer, Error, readonly string[]>;

/** Looks into files and adds them to the audit that is being prepared; all are looked into together, for their order. */
export function useLook(): Look {
  const api = useApi();
  const { workspace } = useWorkspace();
  const look = useMutation({
    mutationFn: (handles: readonly string[]) => {
      const files = [...new Set([...draftOf(workspace).files.map(({ file }) => file), ...handles])];
      if (files.length > MOST) {
        throw new Problem(
          `An audit looks into ${MOST} files at most, and these would be ${files.length}.`,
          'Add the extracts and trace files of one pipeline only.',
        );
      }
      return api.audits.look({ workspace, files });
    },
    onSuccess: ({ candidates }) => changeDraft(workspace, (draft) => withOffer(draft, candidates)),
    onError: (error) => {
      // On this screen it stands above the files.
      if (!isCancelled(error) && !isAtAudit()) tellProblem(error);
    },
  });
  const { mutate } = look;
  useEffect(() => {
    if (!isToBeRead(workspace)) return;
    // Files that are not there any more cannot be audited; the error says so.
    const forget = (error: Error) => !isCancelled(error) && changeDraft(workspace, () => NO_DRAFT);
    mutate([], { onError: forget });
  }, [mutate, workspace]);
  return look;
}
