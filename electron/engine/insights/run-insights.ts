import type { Insight, InsightName, PlotShape } from '../../contract/insights.ts';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** So many of the latest runs are shown. */
const MOST_RUNS = 50;

interface RunFigures {
  /** The run's number and the day that it looks at. */
  readonly label: string;
  readonly figures: Reconciliation;
}

const RUN_AXIS = { column: 'run', title: 'Run', format: 'text' } as const;

/** A chart over runs, without its rows. */
type RunChart = Omit<Extract<Insight, PlotShape>, 'rows'>;

/** A chart over runs with where its rows come from, and whether it is about rules alone. */
type RunChartOf = RunChart & {
  readonly ofRules: boolean;
  readonly rowsOf: (run: RunFigures) => Insight['rows'];
};

/** The charts over runs; a name with `-` is none that a recipe can give. */
const CHARTS: readonly RunChartOf[] = [
  {
    insight: 'reasons-over-runs',
    title: 'Reasons over runs',
    description:
      'How many each stage dropped, run by run. A stage that grows from one run to the next is worth a question.',
    chart: 'stacked bar',
    x: RUN_AXIS,
    y: { column: 'dropped', title: 'Dropped', format: 'number' },
    series: 'stage',
    line: null,
    columns: ['run', 'stage', 'dropped'],
    opens: false,
    lookup: null,
    ofRules: true,
    rowsOf: ({ label, figures }) =>
      figures.stages.slice(1).map(({ stage, dropped }) => [label, stage, dropped]),
  },
  {
    insight: 'audience-over-runs',
    title: 'Audience over runs',
    description: 'How many entered and how many were delivered, run by run.',
    chart: 'line',
    x: RUN_AXIS,
    y: { column: 'entities', title: 'Number', format: 'number' },
    series: 'outcome',
    line: null,
    columns: ['run', 'outcome', 'entities'],
    opens: false,
    lookup: null,
    ofRules: false,
    rowsOf: ({ label, figures: { outcome } }) => [
      [label, 'entered', outcome.entered],
      [label, 'delivered', outcome.delivered],
    ],
  },
];

/** The names, titles and kinds of the charts over runs; without rules nobody is dropped. */
export function runInsightNames(hasRules: boolean): readonly InsightName[] {
  return CHARTS.filter(({ ofRules }) => hasRules || !ofRules).map(({ insight, title, chart }) => {
    return { insight, title, chart };
  });
}

/** A chart over the latest runs, in their order; undefined for a name that is none. */
export function runInsight(db: ReadableDb, name: string): Insight | undefined {
  const found = CHARTS.find(({ insight }) => insight === name);
  if (!found) return undefined;
  const { rowsOf, ofRules, ...chart } = found;
  return { ...chart, rows: latestRuns(db).flatMap(rowsOf) };
}

function latestRuns(db: ReadableDb): readonly RunFigures[] {
  return db
    .prepare<[], { run: number; as_of: string; reconciliation: string }>(
      `select run, as_of, reconciliation from run order by run desc limit ${MOST_RUNS}`,
    )
    .all()
    .reverse()
    .map(({ run, as_of, reconciliation }) => ({
      label: `run ${run}, ${as_of}`,
      figures: JSON.parse(reconciliation) as Reconciliation,
    }));
}
