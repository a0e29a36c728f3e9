import { Button } from '@mantine/core';
import { FilePlus2, List } from 'lucide-react';
import type { AuditSummary } from '../../../electron/contract/audits.ts';
import { isCancelled } from '../../api/problem.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loading } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useAddFiles } from '../../frame/use-add-files.ts';
import { useStepQuery } from '../../router/use-route.ts';
import { NO_DRAFT } from './draft.ts';
import { Invitation } from './invitation.tsx';
import styles from './setup.module.css';
import { SetupForm } from './setup-form.tsx';
import { useDraft } from './use-draft.ts';
import type { Look } from './use-look.ts';

interface SetupScreenProps {
  readonly look: Look;
  readonly audits: readonly AuditSummary[];
}

/** An audit that is being prepared: its files with their roles, its key, its name. */
export function SetupScreen({ look, audits }: SetupScreenProps) {
  const [draft, change] = useDraft();
  const [, changeQuery] = useStepQuery();
  const { chooseFiles } = useAddFiles();
  const isEmpty = draft.files.length === 0;
  return (
    <Screen
      title="Audit"
      about={isEmpty ? '' : 'Say what each file is; then audit'}
      actions={
        <>
          {audits.length > 0 ? (
            <Button leftSection={<List size={14} aria-hidden />} onClick={() => changeQuery({ new: null })}>
              All audits
            </Button>
          ) : null}
          {isEmpty ? null : (
            <>
              <Button onClick={() => change(() => NO_DRAFT)}>Remove all files</Button>
              <Button leftSection={<FilePlus2 size={14} aria-hidden />} onClick={chooseFiles}>
                Choose files…
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={styles.page}>
        {look.error && !isCancelled(look.error) ? <ErrorNote error={look.error} /> : null}
        {look.isPending ? <Loading lines={3} label="Looking into the files" /> : null}
        {isEmpty ? (
          look.isPending ? null : (
            <Invitation onChoose={chooseFiles} look={look} />
          )
        ) : (
          <SetupForm names={audits.map(({ name }) => name)} />
        )}
      </div>
    </Screen>
  );
}
