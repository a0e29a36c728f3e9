import { type ClipboardEvent, useId, useRef } from 'react';
import type { Insight, InsightName } from '../../../electron/contract/insights.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { DrawnInsight } from '../../components/chart/drawn-insight.tsx';
import { insightText } from '../../components/chart/insight-text.ts';
import { isWide } from '../../components/chart/is-wide.ts';
import { Loading } from '../../components/loading.tsx';
import { tell } from '../../components/tell.tsx';
import styles from './profile.module.css';

interface ProfileCardProps {
  readonly name: InsightName;
  readonly entity: readonly string[];
}

/** One chart of the profile, drawn of one entity; Ctrl+C in it copies it as text where nothing is selected. */
export function ProfileCard({ name: { insight, title, chart }, entity }: ProfileCardProps) {
  const id = useId();
  const { recipe } = useWorkspace();
  const frame = useRef<HTMLDivElement>(null);
  const answer = useAnswer({
    key: ['insights.ofEntity', insight, entity],
    topics: ['runs', 'files', 'quarantine'],
    ask: (api, workspace, signal) =>
      api.insights.ofEntity({ workspace, insight, key: [...entity] }, { signal }),
  });
  const { data } = answer;
  const copy = (event: ClipboardEvent) => {
    if (!data || data.rows.length === 0 || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', insightText(data));
    tell(`${title} is copied.`);
  };
  return (
    <section
      className={styles.card}
      aria-labelledby={id}
      aria-busy={answer.isPlaceholderData}
      data-chart={chart}
      data-wide={isWide(chart, data) || undefined}
      onCopy={copy}
    >
      <header>
        <h3 id={id}>{title}</h3>
        {data?.description ? <p className={styles.about}>{data.description}</p> : null}
      </header>
      <Answered query={answer} loading={<Loading lines={LINES[chart] ?? 8} label={`Looking up ${title}`} />}>
        {(drawn) => {
          if (drawn.rows.length === 0) {
            return <p className={styles.about}>There is nothing here of this {recipe.entity}.</p>;
          }
          const inside = <DrawnInsight insight={drawn} frame={frame} onOpen={NOTHING} onOthers={NOTHING} />;
          if (chart !== 'fields') return inside;
          return (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what is copied is reached by the keyboard.
            <section className={styles.fields} tabIndex={0} aria-label={`${title}; Ctrl+C copies it`}>
              {inside}
            </section>
          );
        }}
      </Answered>
    </section>
  );
}

/** No records are behind the marks of a profile. */
const NOTHING = () => {};

/** About as many lines as it will have, so that little moves when its data come. */
const LINES: Readonly<Partial<Record<Insight['chart'], number>>> = { fields: 6, table: 6 };
