import { Button } from '@mantine/core';
import { CircleCheck, CircleSlash, FileOutput, ListChecks } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSave } from '../../api/use-save.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Grid } from '../../components/grid/grid.tsx';
import { Loading } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { useStepLink, useStepQuery } from '../../router/use-route.ts';
import { CorrectionsDrawer } from './corrections-drawer.tsx';
import { type CellEdit, EditDialog } from './edit-dialog.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { OfferList } from './offer-list.tsx';
import styles from './quarantine.module.css';
import { readFilter } from './quarantine-filter.ts';
import { RecordPanel } from './record-panel.tsx';
import { SetAsideDialog } from './set-aside-dialog.tsx';

/** The step Quarantine: the rejected records, why they are, and what was and can be done about them. */
export function QuarantineScreen() {
  const { recipe, quarantine, files } = useWorkspace();
  const [query, change] = useStepQuery();
  const [edit, setEdit] = useState<CellEdit | null>(null);
  const [shown, setShown] = useState<'corrections' | 'set aside' | null>(null);
  const { first, isPending } = useFirstSource();
  const filter = readFilter(query, first);
  const facets = useAnswer({
    key: ['quarantine.facets', filter],
    topics: ['quarantine', 'files'],
    ask: (api, workspace) => api.quarantine.facets({ workspace, filter }),
  });
  const supplier = useSave(
    (api, workspace, target) =>
      api.quarantine.exportForSupplier({ workspace, source: filter.source ?? '', filter, target }),
    (written) =>
      'rows' in written ? `${formatMany(Number(written.rows), 'record')} are written.` : 'It is written.',
  );
  const source = recipe.sources.find(({ name }) => name === filter.source);
  const editable = useCallback(
    (row: ViewRow, column: ViewColumn, cell: number) =>
      column.name === FAULTY_TEXT
        ? row.faulty?.length === 1
        : Boolean(
            row.faulty?.includes(cell) || source?.columns.some(({ name }) => name === columnOf(column)),
          ),
    [source],
  );
  const open = (id: string | null) => change({ record: id });
  const { open: openRecords, setAside, corrected } = quarantine;

  if (openRecords + setAside + corrected === 0) {
    return (
      <Screen title="Quarantine">
        <Nothing loaded={files.loaded} />
      </Screen>
    );
  }
  // The grid of one source is another than that of all: what is typed into a passing one would be lost.
  if (isPending && query.source === undefined) {
    return (
      <Screen title="Quarantine">
        <Loading lines={8} />
      </Screen>
    );
  }
  return (
    <Screen
      title="Quarantine"
      kind="fill"
      about={`${formatCount(openRecords)} open, ${formatCount(setAside)} set aside, ${formatCount(corrected)} corrected`}
      actions={
        <>
          <Button leftSection={<ListChecks size={14} aria-hidden />} onClick={() => setShown('corrections')}>
            Corrections
          </Button>
          <Button
            leftSection={<FileOutput size={14} aria-hidden />}
            loading={supplier.saving}
            disabled={filter.source === undefined}
            title={
              filter.source === undefined ? 'Choose a source first: a supplier gets one file' : undefined
            }
            onClick={() => supplier.save(`rejected-${filter.source?.replaceAll('_', '-')}.csv`)}
          >
            Export for the supplier…
          </Button>
        </>
      }
    >
      <div className={styles.screen}>
        <aside className={styles.facets} aria-label="Narrow down">
          <Answered query={facets}>
            {(answer) => <FacetPanel facets={answer} filter={filter} change={change} />}
          </Answered>
        </aside>
        <div className={styles.records}>
          <OfferList />
          <div className={styles.grid}>
            <Grid
              label="Quarantined records"
              layout={`quarantine:${filter.source ?? 'all'}`}
              unit={['record', 'records']}
              source={{ kind: 'view', of: { kind: 'quarantine', filter } }}
              opened={query.record ?? null}
              onOpen={(row) => open(row.id)}
              onRow={(row) => {
                // Once the panel is open it follows.
                if (query.record !== undefined) open(row.id);
              }}
              editable={editable}
              onEdit={(row, column, text, columns) => {
                const edited = column.name === FAULTY_TEXT ? columns[row.faulty?.[0] ?? -1] : column;
                if (edited) setEdit({ record: row.id, column: columnOf(edited), text });
              }}
              empty={
                <EmptyState title="No record fits" icon={CircleSlash}>
                  Nothing in the quarantine is of this state, source and reason.
                </EmptyState>
              }
            >
              {filter.state === 'open' ? (
                <Button
                  size="compact-xs"
                  onClick={() => setShown('set aside')}
                  disabled={!facets.data?.total}
                >
                  Set these aside…
                </Button>
              ) : null}
            </Grid>
          </div>
        </div>
        {query.record === undefined ? null : (
          <RecordPanel key={query.record} record={query.record} onClose={() => open(null)} />
        )}
      </div>
      {edit ? (
        <EditDialog key={`${edit.record} ${edit.column}`} edit={edit} onClose={() => setEdit(null)} />
      ) : null}
      <CorrectionsDrawer opened={shown === 'corrections'} onClose={() => setShown(null)} />
      <SetAsideDialog
        opened={shown === 'set aside'}
        records={filter}
        count={facets.data?.total ?? 0}
        onClose={() => setShown(null)}
      />
    </Screen>
  );
}

/** Nothing is in quarantine: because nothing is loaded, or because all is well. */
function Nothing({ loaded }: { readonly loaded: number }) {
  const link = useStepLink();
  if (loaded === 0) {
    return (
      <EmptyState title="No files yet" icon={CircleSlash} action={<a href={link('files')}>Go to Files</a>}>
        Records that a source cannot take stand here, once there are files.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is in quarantine" icon={CircleCheck}>
      Every record of every file was accepted.
    </EmptyState>
  );
}

/** The source with the most open records: with a source the cells of its files can be shown. */
function useFirstSource(): { readonly first: string | undefined; readonly isPending: boolean } {
  const { data, isPending, isFetching } = useAnswer({
    key: ['quarantine.facets', { state: 'open' }],
    topics: ['quarantine', 'files'],
    ask: (api, workspace) => api.quarantine.facets({ workspace, filter: { state: 'open' } }),
  });
  // Chosen once, and not by an answer that is being asked for again: it does not change under the user while they correct.
  const [first, setFirst] = useState<string>();
  const most = data?.sources.toSorted((a, b) => b.records - a.records)[0]?.value ?? undefined;
  if (first === undefined && !isFetching && most !== undefined) setFirst(most);
  return { first, isPending: isPending || (first === undefined && isFetching) };
}

/** The column that shows a record's faulty cells beside its reasons: edited as the cell itself. */
const FAULTY_TEXT = 'faulty';

/** The source's column that a column of the view shows. */
function columnOf({ name }: ViewColumn): string {
  return name.replace(/^cell:/, '');
}
