import { useQueries } from '@tanstack/react-query';
import type { Audit, AuditSummary, FindingKind } from '../../../electron/contract/audits.ts';
import { useApi } from '../../api/connection.tsx';
import { useWorkspace } from '../../api/workspace.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loading } from '../../components/loading.tsx';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { findingTitle, KINDS_BY_GRAVITY } from './finding-words.ts';
import { patternOf } from './stands-out.ts';
import styles from './tables.module.css';

/** The findings of several audits, kinds down and audits across. */
export function FindingTable({ audits }: { readonly audits: readonly AuditSummary[] }) {
  const api = useApi();
  const { workspace } = useWorkspace();
  const answers = useQueries({
    queries: audits.map(({ audit }) => ({
      queryKey: [workspace, 'audits.get', audit],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.audits.get({ workspace, audit }, { signal }),
      meta: { topics: ['audits'] as const },
    })),
  });
  const failed = answers.find(({ isError }) => isError);
  const details = answers.flatMap(({ data }) => (data ? [data] : []));
  return (
    <section className={styles.section} aria-labelledby="compared-findings">
      <h2 id="compared-findings">Findings by kind</h2>
      {failed ? <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {!failed && details.length < audits.length ? <Loading /> : null}
      {!failed && details.length === audits.length ? <Table audits={details} /> : null}
    </section>
  );
}

function Table({ audits }: { readonly audits: readonly Audit[] }) {
  const kinds = KINDS_BY_GRAVITY.filter((kind) => audits.some((audit) => ofKind(audit, kind).length > 0));
  if (kinds.length === 0) return <p className={styles.dim}>None of these audits found anything.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.scrolled} aria-label="Findings by kind and audit" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Pattern</th>
            {audits.map(({ audit, name }) => (
              <th key={audit} scope="col" data-figure>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{findingTitle(kind)}</th>
              <td>{patternOfKind(audits, kind)}</td>
              {audits.map((audit) => (
                <td key={audit.audit} data-figure>
                  <Found audit={audit} kind={kind} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Found({ audit, kind }: { readonly audit: Audit; readonly kind: FindingKind }) {
  const findings = ofKind(audit, kind);
  if (findings.length === 0) return <span className={styles.dim}>none</span>;
  const keys = findings.reduce((sum, finding) => sum + finding.keys, 0);
  return (
    <>
      <b>{formatCount(findings.length)}</b>
      <span className={styles.about}>
        {formatMany(keys, 'key')}, {findings.map(({ stage }) => stage).join(', ')}
      </span>
    </>
  );
}

function ofKind({ report }: Audit, kind: FindingKind) {
  return report.findings.filter((finding) => finding.kind === kind);
}

function patternOfKind(audits: readonly Audit[], kind: FindingKind): string {
  return patternOf(
    { isFault: true },
    audits.map(({ name }) => name),
    audits.map((audit) => ofKind(audit, kind).length),
    [],
  );
}
