import { Button, VisuallyHidden } from '@mantine/core';
import { ChartColumn, Table2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Insight } from '../../../electron/contract/insights.ts';
import type { ViewOf } from '../../../electron/contract/views.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { Chart } from '../../components/chart/chart.tsx';
import { InsightTable } from './insight-table.tsx';
import styles from './insights.module.css';
import { SaveMenu } from './save-menu.tsx';

/** More places than this take the whole width. */
const WIDE = 12;

interface InsightCardProps {
  readonly insight: string;
  readonly title: string;
  readonly onOpen: (title: string, of: ViewOf) => void;
}

/** One chart, or its table, with what can be done with it. */
export function InsightCard({ insight, title, onOpen }: InsightCardProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  const answer = useAnswer({
    key: ['insights.get', insight],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.insights.get({ workspace, insight }, { signal }),
  });
  const { data } = answer;
  const open = ({
    x,
    series,
    text,
  }: {
    readonly x: string | null;
    readonly series?: string | null;
    readonly text: string;
  }) =>
    onOpen(`${title}: ${text}`, {
      kind: 'insight',
      insight,
      values: { x, ...(series !== undefined && { series }) },
    });
  return (
    <section className={styles.card} aria-labelledby={id} data-wide={(data && isWide(data)) || undefined}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {data && data.rows.length > 0 ? (
          <div className={styles.actions}>
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
              {isTable ? 'Show as chart' : 'Show as table'}
              <VisuallyHidden> {title}</VisuallyHidden>
            </Button>
            <SaveMenu insight={data} frame={frame} isTable={isTable} />
          </div>
        ) : null}
        {data?.description ? <p className={styles.about}>{data.description}</p> : null}
      </header>
      <Answered query={answer}>
        {(drawn) => {
          if (drawn.rows.length === 0)
            return <p className={styles.none}>The last run found nothing to draw here.</p>;
          if (isTable) return <InsightTable insight={drawn} onOpen={open} />;
          return <Chart insight={drawn} frame={frame} onOpen={open} onOthers={() => setTable(true)} />;
        }}
      </Answered>
    </section>
  );
}

function isWide({ columns, rows, x }: Insight): boolean {
  const at = columns.indexOf(x.column);
  return new Set(rows.map((row) => row[at])).size > WIDE;
}
