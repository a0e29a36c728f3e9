import type { AuditStage } from '../../../electron/contract/audits.ts';
import { FigureButton } from '../../components/reconciliation/figure-button.tsx';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { FlowBar, FlowLegend } from './flow-bar.tsx';
import { FlowFigures } from './flow-figures.tsx';
import { flowScale, partsOf, type StageWhich } from './flow-parts.ts';
import styles from './result.module.css';

interface FlowProps {
  readonly audit: number;
  readonly stages: readonly AuditStage[];
  readonly onOpen: OpenRecords;
}

/** The flow of keys from extract to extract: a bar for each, and its figures, which open their records. */
export function Flow({ audit, stages, onOpen }: FlowProps) {
  const scale = flowScale(stages);
  return (
    <section className={styles.section} aria-labelledby="audit-flow">
      <h2 id="audit-flow">From extract to extract</h2>
      <FlowLegend />
      <div className={styles.head} aria-hidden="true">
        <span>Stage</span>
        <span />
        <span>Keys</span>
        <span>Rows</span>
      </div>
      <ol className={styles.stages}>
        {stages.map((stage, place) => (
          <StageRow
            key={stage.stage}
            stage={stage}
            isFirst={place === 0}
            scale={scale}
            onOpen={(title, which) => onOpen(title, { kind: 'audit stage', audit, stage: place, which })}
          />
        ))}
      </ol>
    </section>
  );
}

interface StageRowProps {
  readonly stage: AuditStage;
  readonly isFirst: boolean;
  readonly scale: number;
  readonly onOpen: (title: string, which: StageWhich) => void;
}

function StageRow({ stage, isFirst, scale, onOpen }: StageRowProps) {
  const parts = partsOf(stage, isFirst);
  return (
    <li className={styles.stage} aria-label={stage.stage}>
      <span className={styles.name}>{stage.stage}</span>
      <FlowBar parts={parts} scale={scale} />
      <FigureButton
        strong
        value={stage.keys}
        label={`${stage.stage}: keys`}
        onOpen={() => onOpen(`Keys of ${stage.stage}`, 'rows')}
      />
      <FigureButton
        value={stage.rows}
        label={`${stage.stage}: rows`}
        onOpen={() => onOpen(`Rows of ${stage.stage}`, 'rows')}
      />
      <FlowFigures stage={stage} parts={parts} isFirst={isFirst} onOpen={onOpen} />
    </li>
  );
}
