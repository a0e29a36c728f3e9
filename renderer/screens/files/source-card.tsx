import { Button, Checkbox } from '@mantine/core';
import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { SourceState } from '../../../electron/contract/files.ts';
import type { SourceInfo } from '../../../electron/contract/workspaces.ts';
import { useJobs } from '../../api/workspace-events.tsx';
import { RecordsDrawer } from '../../components/records-drawer.tsx';
import { formatCount } from '../../format/numbers.ts';
import { JobLine } from '../../frame/job-bar.tsx';
import { useRunSettings } from '../../frame/run-settings.tsx';
import { useStepLink } from '../../router/use-route.ts';
import type { FileToRead } from './columns-dialog.tsx';
import styles from './files.module.css';
import { LoadedFile } from './loaded-file.tsx';
import { ProfileDrawer } from './profile-drawer.tsx';
import { SourceStateMark } from './source-state.tsx';

/** A source: how it is, its figures, and its files with what was assumed of them. */
export function SourceCard(props: {
  readonly info: SourceInfo;
  readonly state: SourceState;
  onRead(file: FileToRead): void;
}) {
  const { info, state, onRead } = props;
  const [shown, setShown] = useState<'records' | 'profile' | null>(null);
  const jobs = useJobs().filter(
    ({ kind, progress }) => kind === 'load' && progress?.kind === 'file' && progress.source === info.name,
  );
  const { without, leaveOut } = useRunSettings();
  const isEmpty = state.files.length === 0;
  const isLeftOut = without.includes(info.name);
  return (
    <article className={styles.card} aria-labelledby={`source-${info.name}`}>
      <header className={styles.cardHead}>
        <h3 id={`source-${info.name}`} className={styles.name}>
          {info.name}
        </h3>
        <SourceStateMark state={state.state} loading={jobs.length > 0} leftOut={isLeftOut} />
        <span className={styles.grow} />
        {isEmpty ? null : <Figures state={state} />}
      </header>
      <div className={styles.about}>
        <p className={styles.dim}>{info.description}</p>
        {isEmpty ? null : (
          <div className={styles.deeds}>
            <Button
              size="compact-xs"
              leftSection={<Table2 size={14} aria-hidden />}
              onClick={() => setShown('records')}
            >
              See the records
            </Button>
            <Button
              size="compact-xs"
              leftSection={<ChartNoAxesColumn size={14} aria-hidden />}
              onClick={() => setShown('profile')}
            >
              Profile
            </Button>
          </div>
        )}
      </div>
      {jobs.map((job) => (
        <JobLine key={job.job} job={job} />
      ))}
      {isEmpty && jobs.length === 0 ? (
        <p className={styles.dim}>
          Takes {info.files.join(', ')}
          {info.required ? ', and is needed for a run.' : '; a run is possible without it.'}
        </p>
      ) : null}
      {state.state === 'missing' && jobs.length === 0 ? (
        <Checkbox
          label="Run without it"
          description="It then counts as empty, and the run says so."
          checked={isLeftOut}
          onChange={({ currentTarget: { checked } }) => leaveOut(info.name, checked)}
        />
      ) : null}
      {state.files.map((file) => (
        <LoadedFile key={file.import} source={info.name} file={file} onRead={onRead} />
      ))}
      <RecordsDrawer
        title={`Accepted records of ${info.name}`}
        of={shown === 'records' ? { kind: 'source', source: info.name } : null}
        onClose={() => setShown(null)}
      />
      <ProfileDrawer
        source={info.name}
        columns={info.columns}
        opened={shown === 'profile'}
        onClose={() => setShown(null)}
      />
    </article>
  );
}

function Figures({ state: { source, read, accepted, rejected } }: { readonly state: SourceState }) {
  const link = useStepLink();
  return (
    <dl className={styles.figures}>
      <div>
        <dt>read</dt>
        <dd>{formatCount(read)}</dd>
      </div>
      <div>
        <dt>accepted</dt>
        <dd>{formatCount(accepted)}</dd>
      </div>
      <div>
        <dt>rejected</dt>
        <dd>{rejected === 0 ? 0 : <a href={link('quarantine', { source })}>{formatCount(rejected)}</a>}</dd>
      </div>
    </dl>
  );
}
