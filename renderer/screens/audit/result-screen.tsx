import { Button } from '@mantine/core';
import { ArrowLeft, FileDown, RotateCcw } from 'lucide-react';
import type { Audit } from '../../../electron/contract/audits.ts';
import { useSave } from '../../api/use-save.ts';
import { Answered } from '../../components/answered.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRecordsBehind } from '../../components/use-records-behind.tsx';
import { formatDay, formatInstant } from '../../format/times.ts';
import { useStepLink } from '../../router/use-route.ts';
import { Assumed } from './assumed.tsx';
import { AuditSeal } from './audit-seal.tsx';
import { Findings } from './findings.tsx';
import { Flow } from './flow.tsx';
import { InputTable } from './input-table.tsx';
import styles from './result.module.css';
import { useAudit } from './use-audits.ts';

/** One audit: whether it balances, the flow from extract to extract, what was found, and the files. */
export function ResultScreen({ audit }: { readonly audit: number }) {
  const link = useStepLink();
  const answer = useAudit(audit);
  return (
    <Screen
      title={answer.data?.name ?? `Audit ${audit}`}
      about={answer.data && <About audit={answer.data} />}
      actions={
        <>
          <Button component="a" href={link('audit')} leftSection={<ArrowLeft size={14} aria-hidden />}>
            All audits
          </Button>
          <Button
            component="a"
            href={link('audit', { new: '1' })}
            leftSection={<RotateCcw size={14} aria-hidden />}
          >
            Audit again with other files
          </Button>
          {answer.data ? <Exports audit={answer.data} /> : null}
        </>
      }
    >
      <Answered query={answer}>{(detail) => <Result audit={detail} />}</Answered>
    </Screen>
  );
}

function Result({ audit }: { readonly audit: Audit }) {
  const [drawer, open] = useRecordsBehind();
  const { report } = audit;
  return (
    <div className={styles.page}>
      <AuditSeal outcome={report.outcome} />
      <Assumed warnings={report.warnings ?? []} />
      <Flow audit={audit.audit} stages={report.stages} onOpen={open} />
      <Findings audit={audit} onOpen={open} />
      <InputTable inputs={report.inputs} />
      {drawer}
    </div>
  );
}

function Exports({ audit: { audit, name } }: { readonly audit: Audit }) {
  const findings = useSave(
    (api, workspace, target) => api.audits.write({ workspace, audit, what: 'findings', target }),
    () => `The findings of ${name} are saved.`,
  );
  const report = useSave(
    (api, workspace, target) => api.audits.write({ workspace, audit, what: 'report', target }),
    () => `The report of ${name} is saved.`,
  );
  const icon = <FileDown size={14} aria-hidden />;
  return (
    <>
      <Button leftSection={icon} loading={report.saving} onClick={() => report.save('audit.json')}>
        Export report…
      </Button>
      <Button
        variant="filled"
        leftSection={icon}
        loading={findings.saving}
        onClick={() => findings.save('findings.csv')}
      >
        Export findings…
      </Button>
    </>
  );
}

function About({ audit: { madeAt, report } }: { readonly audit: Audit }) {
  return (
    <>
      Key {report.key.join(' + ')}
      {report.as_of === null ? null : `, as of ${formatDay(report.as_of)}`}, made {formatInstant(madeAt)}
    </>
  );
}
