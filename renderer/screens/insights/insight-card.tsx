import { Button, VisuallyHidden } from '@mantine/core';
import { ChartColumn, Table2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Insight } from '../../../electron/contract/insights.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { DrawnInsight } from '../../components/chart/drawn-insight.tsx';
import type { OpenedMark } from '../../components/chart/insight-kinds.ts';
import { isWide } from '../../components/chart/is-wide.ts';
import { Loading } from '../../components/loading.tsx';
import { EditLookupButton } from '../../components/lookups/edit-lookup-button.tsx';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { InsightTable } from './insight-table.tsx';
import styles from './insights.module.css';
import { SaveMenu } from './save-menu.tsx';
import { useNear } from './use-near.ts';

interface InsightCardProps {
  readonly insight: string;
  readonly title: string;
  readonly chart: Insight['chart'];
  readonly onOpen: OpenRecords;
}

/** One chart, or its table, with what can be done with it; it asks for its data once it comes near. */
export function InsightCard({ insight, title, chart, onOpen }: InsightCardProps) {
  const id = useId();
  const [section, isNear] = useNear();
  const frame = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  const answer = useAnswer({
    key: ['insights.get', insight],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.insights.get({ workspace, insight }, { signal }),
    when: isNear,
  });
  const { data } = answer;
  const open = ({ values, title: behind }: OpenedMark) =>
    onOpen(behind, { kind: 'insight', insight, values });
  return (
    <section
      ref={section}
      className={styles.card}
      aria-labelledby={id}
      data-chart={chart}
      data-wide={isWide(chart, data) || undefined}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <div className={styles.actions}>
          {data?.lookup ? <EditLookupButton lookup={data.lookup} /> : null}
          {data && data.rows.length > 0 ? (
            <>
              <Button
                leftSection={
                  isTable ? (
                    <ChartColumn size={14} aria-hidden="true" />
                  ) : (
                    <Table2 size={14} aria-hidden="true" />
                  )
                }
                onClick={() => setTable(!isTable)}
              >
                {isTable ? `Show as ${BACK[chart] ?? 'chart'}` : 'Show as table'}
                <VisuallyHidden> {title}</VisuallyHidden>
              </Button>
              <SaveMenu insight={data} frame={frame} isTable={isTable} />
            </>
          ) : null}
        </div>
        {data?.description ? <p className={styles.about}>{data.description}</p> : null}
      </header>
      <Answered query={answer} loading={<Loading lines={LINES[chart] ?? 12} />}>
        {(drawn) => {
          if (drawn.rows.length === 0)
            return <p className={styles.none}>The last run found nothing to show here.</p>;
          if (isTable) return <InsightTable insight={drawn} onOpen={open} />;
          return <DrawnInsight insight={drawn} frame={frame} onOpen={open} onOthers={() => setTable(true)} />;
        }}
      </Answered>
    </section>
  );
}

/** What a button that leads back from the table is about, where that is no chart. */
const BACK: Readonly<Partial<Record<Insight['chart'], string>>> = {
  cards: 'cards',
  table: 'small table',
  fields: 'list',
};
/** About as many lines as it will have, so that little moves when its data come. */
const LINES: Readonly<Partial<Record<Insight['chart'], number>>> = {
  cards: 8,
  table: 8,
  fields: 6,
  'heat map': 20,
  'status grid': 20,
};
