import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { RunCaution } from '../../components/cautions/run-caution.tsx';
import { PublishButton } from '../../components/publishing/publish-button.tsx';
import { PublishedBadge } from '../../components/publishing/published-badge.tsx';
import { ControlsSection } from '../../components/reconciliation/controls-section.tsx';
import { groupWord } from '../../components/reconciliation/groups.ts';
import { namesOf } from '../../components/reconciliation/names-of.ts';
import { Seal } from '../../components/reconciliation/seal.tsx';
import { useRunDetail } from '../../components/reconciliation/use-run-detail.ts';
import { Warnings } from '../../components/reconciliation/warnings.tsx';
import { wordsOf } from '../../components/reconciliation/words-of.ts';
import { Screen } from '../../components/screen.tsx';
import { useRecordsBehind } from '../../components/use-records-behind.tsx';
import { formatMany } from '../../format/numbers.ts';
import { formatDay, formatInstant } from '../../format/times.ts';
import { useStepLink } from '../../router/use-route.ts';
import { FigureTable } from './figure-table.tsx';
import {
  derivedRows,
  groupRows,
  mergedRows,
  reasonRows,
  sourceRows,
  stageRows,
  tableRows,
} from './reconciliation-rows.ts';
import styles from './runs.module.css';

/** One run in full: what was read, merged, dropped and delivered, and the proof. */
export function RunPage({ run }: { readonly run: number }) {
  const link = useStepLink();
  const answer = useRunDetail(run);
  return (
    <Screen
      title={`Run ${run}`}
      about={answer.data && <About detail={answer.data} />}
      actions={
        <>
          <Button component="a" href={link('runs')} leftSection={<ArrowLeft size={14} aria-hidden="true" />}>
            All runs
          </Button>
          <Button component="a" href={link('funnel', { run: String(run) })}>
            Show in Funnel
          </Button>
          {answer.data ? <PublishButton run={answer.data} /> : null}
        </>
      }
    >
      <Answered query={answer}>{(detail) => <Detail detail={detail} />}</Answered>
    </Screen>
  );
}

function About({ detail }: { readonly detail: RunDetail }) {
  return (
    <>
      As of {formatDay(detail.asOf)}, made {formatInstant(detail.madeAt)} <PublishedBadge run={detail} />
    </>
  );
}

function Detail({ detail }: { readonly detail: RunDetail }) {
  const { recipe } = useWorkspace();
  const [drawer, open] = useRecordsBehind();
  const { reconciliation, run } = detail;
  return (
    <div className={styles.page}>
      <RunCaution run={detail} />
      <Seal run={detail} />
      <Warnings run={detail} />
      <MadeWith detail={detail} />
      <FigureTable
        title="Sources"
        about="Read = accepted + rejected"
        columns={['Source', 'Read', 'Accepted', 'Rejected']}
        rows={sourceRows(reconciliation)}
        onOpen={open}
      />
      <FigureTable
        title="Tables"
        about="In = out + superseded"
        columns={['Table', 'In', 'Out', 'Superseded']}
        rows={tableRows(recipe, reconciliation, run)}
        onOpen={open}
      />
      <FigureTable
        title="Derived tables"
        about="Rows that it is made of = taken + left out"
        columns={['Table', 'Made of', 'Taken', 'Left out', 'Rows']}
        rows={derivedRows(recipe, reconciliation, run)}
        onOpen={open}
      />
      {(reconciliation.merged ?? []).map((join) => (
        <FigureTable
          key={join.table}
          title={`Full join: ${join.table}`}
          about={`${formatMany(join.out, 'row')}. Rows of a table = kept + lost. Alone: those that have no row of another`}
          columns={['Joined', 'Rows', 'Kept', 'Lost', 'Alone']}
          rows={mergedRows(join, run)}
          onOpen={open}
        />
      ))}
      <FigureTable
        title="Stages"
        about="In = dropped + out"
        columns={['Stage', 'In', 'Dropped', 'Out']}
        rows={stageRows(recipe, reconciliation, run)}
        onOpen={open}
      />
      <FigureTable
        title="Reasons"
        about="Dropped: for this reason first. Any: by this rule at all. Only: would come back without it"
        columns={['Reason', 'Dropped', 'Any', 'Only']}
        rows={reasonRows(recipe, reconciliation, run)}
        onOpen={open}
      />
      <ControlsSection run={detail} onOpen={open} />
      <FigureTable
        title={`By ${groupWord(recipe.by)}`}
        about="Entered = delivered + dropped"
        columns={[wordsOf(groupWord(recipe.by)), 'Entered', 'Delivered', 'Dropped']}
        rows={groupRows(detail)}
        onOpen={open}
      />
      {drawer}
    </div>
  );
}

function MadeWith({ detail }: { readonly detail: RunDetail }) {
  const { recipe } = useWorkspace();
  const { params, files, without, corrections } = detail;
  return (
    <section className={styles.causes} aria-labelledby="made-with">
      <h2 id="made-with">Made with</h2>
      <dl className={styles.facts}>
        <dt>Files</dt>
        <dd>{files.join(', ') || 'None'}</dd>
        {without.length > 0 ? (
          <div className={styles.fact}>
            <dt>Left out</dt>
            <dd>{namesOf(without)}, as asked</dd>
          </div>
        ) : null}
        <dt>Corrections</dt>
        <dd>{corrections === 0 ? 'None' : formatMany(corrections, 'correction')}</dd>
        {Object.entries(params).map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{recipe.params.find((param) => param.name === name)?.title ?? name}</dt>
            <dd>{value === '' ? 'Nothing' : String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
