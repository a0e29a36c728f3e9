import { Button, VisuallyHidden } from '@mantine/core';
import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import type { Insight } from '../../../electron/contract/insights.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { Chart } from '../../components/chart/chart.tsx';
import { HeatMap } from '../../components/chart/heat-map/heat-map.tsx';
import type { OpenedMark } from '../../components/chart/insight-kinds.ts';
import { Loading } from '../../components/loading.tsx';
import { EditLookupButton } from '../../components/lookups/edit-lookup-button.tsx';
import type { OpenRecords } from '../../components/use-records-behind.tsx';
import { InsightCards } from './insight-cards.tsx';
import { InsightRows, SENTENCE } from './insight-rows.tsx';
import { InsightTable } from './insight-table.tsx';
import styles from './insights.module.css';
import { SaveMenu } from './save-menu.tsx';
import { useNear } from './use-near.ts';

/** More places than this take the whole width. */
const WIDE = 12;
/** The characters that names under an axis of half the width have room for, each in as many lines as it has words. */
const MOST_CHARACTERS = 66;

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
      data-wide={chart === 'cards' || chart === 'heat map' || (data && isWide(data)) || undefined}
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
          return drawnOf(drawn, frame, open, () => setTable(true));
        }}
      </Answered>
    </section>
  );
}

/** What a button that leads back from the table is about, where that is no chart. */
const BACK: Readonly<Partial<Record<Insight['chart'], string>>> = { cards: 'cards', table: 'small table' };
/** About as many lines as it will have, so that little moves when its data come. */
const LINES: Readonly<Partial<Record<Insight['chart'], number>>> = { cards: 8, table: 8, 'heat map': 20 };

function drawnOf(
  insight: Insight,
  frame: RefObject<HTMLDivElement | null>,
  onOpen: (mark: OpenedMark) => void,
  onOthers: () => void,
): ReactNode {
  switch (insight.chart) {
    case 'heat map':
      return <HeatMap insight={insight} frame={frame} onOpen={onOpen} />;
    case 'cards':
      return <InsightCards insight={insight} onOpen={onOpen} />;
    case 'table':
      return <InsightRows insight={insight} onOpen={onOpen} />;
    default:
      return <Chart insight={insight} frame={frame} onOpen={onOpen} onOthers={onOthers} />;
  }
}

function isWide({ columns, rows, x, chart }: Insight): boolean {
  if (chart === 'table') return columns.length > 4 || rows.some((row) => row.some(isLong));
  const at = columns.indexOf(x.column);
  const names = [...new Set(rows.map((row) => row[at]))];
  const longest = Math.max(
    0,
    ...names.flatMap((name) => String(name).split(/[\s_]/)).map(({ length }) => length),
  );
  return names.length > WIDE || (x.format === 'text' && names.length * longest > MOST_CHARACTERS);
}

/** Whether a cell is a sentence rather than a name. */
function isLong(cell: string | number | null): boolean {
  return typeof cell === 'string' && cell.length > SENTENCE;
}
