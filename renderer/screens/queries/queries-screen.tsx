import { useRef } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { Screen } from '../../components/screen.tsx';
import { useStepQuery } from '../../router/use-route.ts';
import { Desk } from './desk.tsx';
import styles from './queries.module.css';
import { chosenQuery, queryKey } from './query-key.ts';
import { QuerySide } from './query-side.tsx';
import type { EditorHandle } from './sql-editor.tsx';
import { useDrafts } from './use-drafts.ts';

/** The recipe's diagnostics and the user's own SQL over the workspace, read-only. */
export function QueriesScreen() {
  const [query, change] = useStepQuery();
  const drafts = useDrafts();
  const editor = useRef<EditorHandle>(null);
  const queries = useAnswer({
    key: ['queries.list'],
    topics: ['queries', 'files'],
    ask: (api, workspace, signal) => api.queries.list({ workspace }, { signal }),
  });
  const tables = useAnswer({
    key: ['queries.tables'],
    topics: ['runs', 'files'],
    ask: (api, workspace, signal) => api.queries.tables({ workspace }, { signal }),
  });
  const choose = (key: string) => change({ query: key });
  return (
    <Screen title="Queries" about="They read the workspace and change nothing." kind="fill">
      <Answered query={queries}>
        {(list) => {
          const chosen = chosenQuery(list, query.query);
          return (
            <div className={styles.screen}>
              <QuerySide
                queries={list}
                tables={tables}
                chosen={chosen === null ? 'new' : queryKey(chosen)}
                isEdited={(each) => drafts.isEdited(each)}
                onChoose={choose}
                onInsert={(text) => editor.current?.insert(text)}
              />
              <Desk
                key={chosen === null ? 'new' : queryKey(chosen)}
                query={chosen}
                names={list.filter(({ kind }) => kind === 'own').map(({ name }) => name)}
                tables={tables.data ?? []}
                drafts={drafts}
                editor={editor}
                onChoose={choose}
              />
            </div>
          );
        }}
      </Answered>
    </Screen>
  );
}
