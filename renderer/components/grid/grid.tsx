import type { SortingState } from '@tanstack/react-table';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import { ErrorNote } from '../error-note.tsx';
import { isPersonal } from './cell-text.ts';
import styles from './grid.module.css';
import { GridBar } from './grid-bar.tsx';
import { GridBody } from './grid-body.tsx';
import type { DrawCell } from './grid-row.tsx';
import type { GridSource } from './rows.ts';
import { ordersOf } from './use-columns.ts';
import { useKeptChoice } from './use-kept-choice.ts';
import { useRows } from './use-rows.ts';
import { useSettled } from './use-settled.ts';

export interface GridProps {
  /** What the rows are, for whoever does not see them: "Quarantined records". */
  readonly label: string;
  readonly source: GridSource;
  /** Under this name the columns' widths, order and so on are kept; another name is another grid. */
  readonly layout: string;
  /** What one row and many are called: `['record', 'records']`. */
  readonly unit?: readonly [one: string, many: string];
  /** Whether the line above the rows has a search box; by default it has. */
  readonly searchable?: boolean;
  /** What the screen puts into the line above the rows. */
  readonly children?: ReactNode;
  /** What is shown when there are no rows. */
  readonly empty?: ReactNode;
  /** A row was opened: by Enter, or by a double click. */
  readonly onOpen?: (row: ViewRow, columns: readonly ViewColumn[]) => void;
  /** The user came to another row. */
  readonly onRow?: (row: ViewRow) => void;
  /** The id of the row whose record is open. */
  readonly opened?: string | null;
  /** Whether a cell can be edited: by F2, by typing, or by a double click. */
  readonly editable?: (row: ViewRow, column: ViewColumn, cell: number) => boolean;
  readonly onEdit?: (row: ViewRow, column: ViewColumn, text: string, columns: readonly ViewColumn[]) => void;
  /** Draws a cell in another way; undefined: in the usual one. Keep it the same function from one drawing to the next. */
  readonly draw?: DrawCell;
}

/** The one table of the app: any number of rows, sorted and searched by the engine, with the keyboard or the mouse. */
export function Grid(props: GridProps) {
  return <GridOf key={props.layout} {...props} />;
}

const ROWS: readonly [string, string] = ['row', 'rows'];

function GridOf(props: GridProps) {
  const { label, source, unit = ROWS, searchable = source.kind !== 'opened', children } = props;
  const [sorting, setSorting] = useState<SortingState>([]);
  const [text, setText] = useState('');
  const search = useSettled(text, 120);
  const [masking, setMasking] = useKeptChoice('masking', false);
  const orders = useMemo(() => ordersOf(sorting), [sorting]);
  const { rows, opening, problem, retry } = useRows(source, orders, search);
  // Rows that have come are never drawn pale: only the beginning of a wait is put off, not its end.
  const busy = useDeferredValue(opening) && opening;
  const [columnsButton, setColumnsButton] = useState<HTMLElement | null>(null);
  return (
    <section className={styles.grid} aria-label={label}>
      <GridBar
        label={label}
        rows={rows}
        unit={unit}
        busy={busy}
        search={searchable ? text : null}
        hasPersonal={rows?.columns.some(isPersonal) ?? false}
        masking={masking}
        columns={<span ref={setColumnsButton} />}
        onSearch={setText}
        onMasking={setMasking}
      >
        {children}
      </GridBar>
      {rows ? (
        <GridBody
          {...props}
          rows={rows}
          busy={busy}
          masking={masking}
          sorting={[sorting, setSorting]}
          columnsButton={columnsButton}
          /** Another order or search begins at the top; a view opened anew stays where it was. */
          top={JSON.stringify([source.kind === 'view' ? source.of : null, orders, search])}
        />
      ) : (
        <div className={styles.scroller}>{problem ? null : <Waiting />}</div>
      )}
      {problem ? (
        <div className={styles.message}>
          <ErrorNote error={problem} onRetry={retry} />
        </div>
      ) : null}
    </section>
  );
}

/** Rows without anything in them, while the first are on their way. */
function Waiting() {
  return (
    <div aria-busy role="status" aria-label="Loading rows">
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <div key={index} className={styles.waiting}>
          <span className={styles.blank} style={{ inlineSize: `${30 + ((index * 37) % 50)}%` }} />
        </div>
      ))}
    </div>
  );
}
