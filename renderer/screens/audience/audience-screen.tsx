import { Button } from '@mantine/core';
import { FileOutput, Users } from 'lucide-react';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { RunCaution } from '../../components/cautions/run-caution.tsx';
import { Loading } from '../../components/loading.tsx';
import { NoRun } from '../../components/no-run.tsx';
import { PublishButton } from '../../components/publishing/publish-button.tsx';
import { useRunDetail } from '../../components/reconciliation/use-run-detail.ts';
import { Screen } from '../../components/screen.tsx';
import { useStepQuery } from '../../router/use-route.ts';
import styles from './audience.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { Lists } from './lists.tsx';
import { BrokenSeal, OtherRun, SealLine } from './seal.tsx';

/** The outcome of the last run, or of the one in the address, as tables; and the way to export them. */
export function AudienceScreen() {
  const { run: state } = useWorkspace();
  const [query, change] = useStepQuery();
  const last = state.kind === 'none' ? 0 : state.run;
  const number = Number(query.run) || last;
  const answer = useRunDetail(number);
  if (number === 0) {
    return (
      <Screen title="Audience">
        <NoRun icon={Users} title="No audience yet">
          Press Run: those whom no rule keeps out stand here afterwards, ready to be exported, and beside them
          those who were kept out, each with the reason.
        </NoRun>
      </Screen>
    );
  }
  const run = answer.data;
  return (
    <Screen
      title="Audience"
      kind="fill"
      about={run && <SealLine run={run} />}
      actions={
        <>
          {run ? <PublishButton run={run} /> : null}
          <Button
            leftSection={<FileOutput size={14} aria-hidden />}
            disabled={!run}
            onClick={() => change({ export: '1' })}
          >
            Export…
          </Button>
        </>
      }
    >
      <Answered
        query={answer}
        loading={
          <div className={styles.wait}>
            <Loading lines={8} />
          </div>
        }
      >
        {(detail) => (
          <div className={styles.screen}>
            {detail.run === last ? null : <OtherRun run={detail} onLast={() => change({ run: null })} />}
            <div className={styles.caution}>
              <RunCaution run={detail} />
            </div>
            {detail.balanced ? null : <BrokenSeal run={detail} />}
            <Lists run={detail} />
            <ExportDialog
              key={detail.run}
              run={detail}
              opened={query.export === '1'}
              onClose={() => change({ export: null })}
            />
          </div>
        )}
      </Answered>
    </Screen>
  );
}
