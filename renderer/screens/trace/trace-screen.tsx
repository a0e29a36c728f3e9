import { Fingerprint } from 'lucide-react';
import { Problem } from '../../api/problem.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loading } from '../../components/loading.tsx';
import { NoRun } from '../../components/no-run.tsx';
import { Screen } from '../../components/screen.tsx';
import { useStepLink, useStepQuery } from '../../router/use-route.ts';
import { EntitySearch } from './entity-search.tsx';
import { readKey } from './key.ts';
import { Profile } from './profile.tsx';
import { partWords, typingWords } from './search-words.ts';
import { Story } from './story.tsx';
import styles from './trace.module.css';

/** The whole story of one entity in the last run; whose it is stands in the address. */
export function TraceScreen() {
  const { recipe, run } = useWorkspace();
  const [query] = useStepQuery();
  const key = readKey(query.key);
  return (
    <Screen title="Trace" about={`The whole story of one ${recipe.entity}: every line, every rule.`}>
      <div className={styles.page}>
        <EntitySearch chosen={key} />
        {key ? (
          <StoryOf entity={key} />
        ) : query.key ? (
          <ErrorNote error={new Problem('This address names nobody.', 'Look for an id or an email above.')} />
        ) : run.kind === 'none' ? (
          <NoRun icon={Fingerprint} title="No story yet">
            A story is that of a run: press Run first.
          </NoRun>
        ) : (
          <Tips />
        )}
      </div>
    </Screen>
  );
}

function StoryOf({ entity }: { readonly entity: readonly string[] }) {
  const answer = useAnswer({
    key: ['story', entity],
    topics: ['runs', 'files', 'quarantine'],
    ask: (api, workspace, signal) => api.explain.story({ workspace, key: [...entity] }, { signal }),
  });
  // Asked again, it would say the same: another key is what helps.
  if (answer.isError && !answer.data) return <ErrorNote error={answer.error} />;
  return (
    <Answered query={answer} loading={<Loading lines={8} label="Looking it up" />}>
      {(story) => (
        <div aria-busy={answer.isPlaceholderData} className={styles.answer}>
          <Story story={story} profile={<Profile entity={entity} />} />
        </div>
      )}
    </Answered>
  );
}

function Tips() {
  const { recipe } = useWorkspace();
  const link = useStepLink();
  return (
    <EmptyState icon={Fingerprint} title={`Look for a ${recipe.entity}`}>
      <ul className={styles.tips}>
        <li>{typingWords(recipe.key)}</li>
        {partWords(recipe).map((words) => (
          <li key={words}>{words}</li>
        ))}
        <li>Part of an id or another text is enough. Arrow keys choose among those found, Enter opens.</li>
        <li>
          From any table, Enter or a double click on a row opens its story: try one of the{' '}
          <a href={link('audience')}>audience</a>.
        </li>
      </ul>
    </EmptyState>
  );
}
