import { Button, TextInput } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import type { QueryTable, SavedQuery } from '../../../electron/contract/queries.ts';
import { Answered } from '../../components/answered.tsx';
import styles from './queries.module.css';
import { foundIn, queryKey } from './query-key.ts';
import { TableList } from './table-list.tsx';

interface QuerySideProps {
  readonly queries: readonly SavedQuery[];
  readonly tables: UseQueryResult<readonly QueryTable[]>;
  /** The key of the query that is open. */
  readonly chosen: string;
  readonly isEdited: (query: SavedQuery | null) => boolean;
  readonly onChoose: (key: string) => void;
  readonly onInsert: (text: string) => void;
}

/** What there is to run, and what a query can name. */
export function QuerySide({ queries, tables, chosen, isEdited, onChoose, onInsert }: QuerySideProps) {
  const [search, setSearch] = useState('');
  const text = search.trim().toLowerCase();
  const found = queries.filter(({ title, description }) =>
    [title, description].some((each) => each.toLowerCase().includes(text)),
  );
  const list = (kind: SavedQuery['kind'], title: string, none: string) => (
    <QueryList
      title={title}
      none={text ? 'None with this text.' : none}
      queries={found.filter((each) => each.kind === kind)}
      chosen={chosen}
      isEdited={isEdited}
      onChoose={onChoose}
    />
  );
  return (
    <aside className={styles.side} aria-label="Queries and tables">
      <div className={styles.sideHead}>
        <TextInput
          aria-label="Search queries, tables and columns"
          placeholder="Search"
          data-search
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          leftSection={<Search size={14} aria-hidden="true" />}
        />
        <Button
          leftSection={<Plus size={14} aria-hidden="true" />}
          aria-current={chosen === 'new' ? 'true' : undefined}
          onClick={() => onChoose('new')}
        >
          New query
        </Button>
      </div>
      <div className={styles.lists}>
        {list('diagnostic', 'Diagnostics', 'The recipe has none.')}
        {list('own', 'Own queries', 'None yet. Save a query, and it stands here.')}
        <section className={styles.group} aria-labelledby="query-tables">
          <h2 id="query-tables">Tables</h2>
          <Answered query={tables}>
            {(all) => <TableList tables={foundIn(all, search)} open={text !== ''} onInsert={onInsert} />}
          </Answered>
        </section>
      </div>
    </aside>
  );
}

interface QueryListProps {
  readonly title: string;
  readonly none: string;
  readonly queries: readonly SavedQuery[];
  readonly chosen: string;
  readonly isEdited: (query: SavedQuery) => boolean;
  readonly onChoose: (key: string) => void;
}

function QueryList({ title, none, queries, chosen, isEdited, onChoose }: QueryListProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      {queries.length === 0 ? <p className={styles.dim}>{none}</p> : null}
      <ul>
        {queries.map((query) => (
          <li key={queryKey(query)}>
            <button
              type="button"
              className={styles.item}
              aria-current={chosen === queryKey(query) ? 'true' : undefined}
              title={query.description || undefined}
              onClick={() => onChoose(queryKey(query))}
            >
              {query.title}
              {isEdited(query) ? <span className={styles.dim}> (edited)</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
