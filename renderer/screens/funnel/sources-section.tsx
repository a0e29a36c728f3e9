import type { Reconciliation } from '../../../electron/contract/reconciliation.ts';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import shared from '../../components/reconciliation/reconciliation.module.css';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { BreakableName } from './breakable-name.tsx';
import { DerivedSection } from './derived-section.tsx';
import styles from './funnel.module.css';
import { MergedSection } from './merged-section.tsx';

interface SourcesSectionProps {
  readonly reconciliation: Reconciliation;
  readonly run: number;
  readonly onOpen: OpenRecords;
}

/** What was read of each source, and what became of it before the funnel: rejected, or merged under another record. */
export function SourcesSection({ reconciliation, run, onOpen }: SourcesSectionProps) {
  const { sources, tables, derived = [], merged = [], without = [] } = reconciliation;
  return (
    <div className={styles.before}>
      <section className={shared.section} aria-labelledby="funnel-sources">
        <h2 id="funnel-sources">Records</h2>
        <div className={styles.smallHead} aria-hidden="true">
          <span>Source</span>
          <span>Read</span>
          <span>Rejected</span>
          <span>Accepted</span>
        </div>
        <ul>
          {sources.map(({ source, files, read, rejected, accepted }) => (
            <li key={source} className={styles.smallRow}>
              <span className={shared.plainName} title={files.join(', ') || 'No file'}>
                <BreakableName name={source} />
                {without.includes(source) ? (
                  <span className={shared.about}>left out of this run, as asked</span>
                ) : null}
              </span>
              <FigureButton value={read} label={`${source}: read`} />
              <FigureButton
                value={rejected}
                sign="−"
                label={`${source}: rejected`}
                onOpen={() => onOpen(`Rejected: ${source}`, { kind: 'quarantine', filter: { source } })}
              />
              <FigureButton
                strong
                value={accepted}
                label={`${source}: accepted`}
                onOpen={() => onOpen(`Accepted: ${source}`, { kind: 'source', source })}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className={shared.section} aria-labelledby="funnel-tables">
        <h2 id="funnel-tables">Tables</h2>
        <div className={styles.smallHead} aria-hidden="true">
          <span>Table</span>
          <span>In</span>
          <span>Superseded</span>
          <span>Out</span>
        </div>
        <ul>
          {tables.map(({ table, from, in: entered, superseded, out }) => (
            <li key={table} className={styles.smallRow}>
              <span className={shared.plainName} title={`From ${from}`}>
                <BreakableName name={table} />
              </span>
              <FigureButton
                value={entered}
                label={`${table}: in`}
                onOpen={() => onOpen(`Accepted: ${from}`, { kind: 'source', source: from })}
              />
              <FigureButton
                value={superseded}
                sign="−"
                label={`${table}: superseded`}
                onOpen={() => onOpen(`Not in ${table}`, { kind: 'superseded', run, table })}
              />
              <FigureButton
                strong
                value={out}
                label={`${table}: out`}
                onOpen={() => onOpen(table, { kind: 'table', run, table })}
              />
            </li>
          ))}
        </ul>
      </section>
      {merged.length > 0 ? (
        <div className={styles.wide}>
          <MergedSection merged={merged} run={run} onOpen={onOpen} />
        </div>
      ) : null}
      {derived.length > 0 ? (
        <div className={styles.wide}>
          <DerivedSection derived={derived} run={run} onOpen={onOpen} />
        </div>
      ) : null}
    </div>
  );
}
