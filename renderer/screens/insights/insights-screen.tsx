import { ChartColumn } from 'lucide-react';
import type { Insight } from '../../../electron/contract/insights.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { NoRun } from '../../components/no-run.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRecordsBehind } from '../../components/use-records-behind.tsx';
import { formatDay } from '../../format/times.ts';
import { InsightCard } from './insight-card.tsx';
import styles from './insights.module.css';

/** The recipe's charts over the last run, then those over all runs. */
export function InsightsScreen() {
  const { run } = useWorkspace();
  const [drawer, openRecords] = useRecordsBehind();
  const answer = useAnswer({
    key: ['insights.list'],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.insights.list({ workspace }, { signal }),
    when: run.kind !== 'none',
  });
  if (run.kind === 'none') {
    return (
      <Screen title="Insights">
        <NoRun icon={ChartColumn} title="No charts yet">
          Press Run: the charts of the recipe are drawn of what the run finds.
        </NoRun>
      </Screen>
    );
  }
  return (
    <Screen
      title="Insights"
      about={`Run ${run.run}, as of ${formatDay(run.asOf)}. Each mark opens what it counts.`}
    >
      <Answered query={answer}>
        {(insights) => (
          <div className={styles.cards}>
            {sentencesFirst(insights).map(({ insight, title, chart }) => (
              <InsightCard key={insight} insight={insight} title={title} chart={chart} onOpen={openRecords} />
            ))}
          </div>
        )}
      </Answered>
      {drawer}
    </Screen>
  );
}

/** Cards before all else: they say what to do. */
function sentencesFirst<Each extends { readonly chart: Insight['chart'] }>(
  insights: readonly Each[],
): readonly Each[] {
  const isCards = ({ chart }: Each) => chart === 'cards';
  return [...insights.filter(isCards), ...insights.filter((each) => !isCards(each))];
}
