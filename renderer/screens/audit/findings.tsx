import { Button } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import type { Audit, AuditFinding } from '../../../electron/contract/audits.ts';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { formatMany } from '../../format/numbers.ts';
import { byGravity, findingIcon, findingTitle } from './finding-words.ts';
import styles from './result.module.css';

interface FindingsProps {
  readonly audit: Audit;
  readonly onOpen: OpenRecords;
}

/** What was found, the gravest first; each opens its records. */
export function Findings({ audit: { audit, report }, onOpen }: FindingsProps) {
  return (
    <section className={styles.section} aria-labelledby="audit-findings">
      <h2 id="audit-findings">Findings</h2>
      {report.findings.length === 0 ? (
        <p className={styles.none}>
          <CircleCheck size={16} aria-hidden /> Nothing was found: no record vanished, multiplied or
          contradicts another.
        </p>
      ) : (
        <ul className={styles.cards}>
          {byGravity(report.findings).map(({ finding, place }) => (
            <FindingCard
              key={place}
              finding={finding}
              onOpen={() =>
                onOpen(`${findingTitle(finding.kind)}: ${finding.stage}`, {
                  kind: 'audit finding',
                  audit,
                  finding: place,
                })
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface FindingCardProps {
  readonly finding: AuditFinding;
  readonly onOpen: () => void;
}

function FindingCard({ finding, onOpen }: FindingCardProps) {
  const { kind, stage, keys, rows, columns, text } = finding;
  const Icon = findingIcon(kind);
  const title = findingTitle(kind);
  return (
    <li>
      <article className={styles.card} aria-label={`${title}: ${stage}`}>
        <header className={styles.cardHead}>
          <Icon size={16} aria-hidden />
          <h3>{title}</h3>
          <span className={styles.dim}>at {stage}</span>
        </header>
        <p>{text}</p>
        {columns.length > 0 ? (
          <p className={styles.columns}>
            <span>{columns.length === 1 ? 'Column' : 'Columns'}</span>
            {columns.map((column) => (
              <code key={column}>{column}</code>
            ))}
          </p>
        ) : null}
        <footer className={styles.cardFoot}>
          <span>
            {formatMany(keys, 'key')}, {formatMany(rows, 'row')}
          </span>
          <Button onClick={onOpen} aria-label={`Open records: ${title}, ${stage}`}>
            Open records
          </Button>
        </footer>
      </article>
    </li>
  );
}
