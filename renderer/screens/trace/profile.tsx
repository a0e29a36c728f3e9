import type { InsightName } from '../../../electron/contract/insights.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import styles from './profile.module.css';
import { ProfileCard } from './profile-card.tsx';

/** What the recipe shows of one entity: its fields first, then the charts; nothing where the recipe has none. */
export function Profile({ entity }: { readonly entity: readonly string[] }) {
  const { data, isError, error } = useAnswer({
    key: ['insights.profile'],
    topics: ['runs'],
    ask: (api, workspace, signal) => api.insights.profile({ workspace }, { signal }),
  });
  if (isError && !data) return <ErrorNote error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <section className={styles.profile} aria-label="Profile">
      {fieldsFirst(data).map((chart) => (
        <ProfileCard key={chart.insight} name={chart} entity={entity} />
      ))}
    </section>
  );
}

function fieldsFirst(charts: readonly InsightName[]): readonly InsightName[] {
  const isFields = ({ chart }: InsightName) => chart === 'fields';
  return [...charts.filter(isFields), ...charts.filter((each) => !isFields(each))];
}
