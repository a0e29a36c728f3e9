import { ActionIcon, Checkbox, Popover, TextInput, Tooltip } from '@mantine/core';
import { Columns3, Eye, EyeOff, Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ViewColumn } from '../../../electron/contract/views.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';
import styles from './grid.module.css';
import type { Rows } from './rows.ts';
import type { Columns } from './use-columns.ts';

/** The line above a grid: what the screen puts there, the search, how many rows, and which columns. */
export function GridBar(props: {
  readonly label: string;
  readonly rows: Rows | null;
  readonly unit: readonly [one: string, many: string];
  readonly busy: boolean;
  readonly search: string | null;
  readonly hasPersonal: boolean;
  readonly masking: boolean;
  readonly children: ReactNode;
  readonly columns: ReactNode;
  onSearch(text: string): void;
  onMasking(masking: boolean): void;
}) {
  const { label, rows, unit, busy, search, hasPersonal, masking, children, columns, onSearch, onMasking } =
    props;
  return (
    <div className={styles.bar}>
      {search === null ? null : (
        <TextInput
          className={styles.search}
          aria-label={`Search ${label}`}
          placeholder="Search"
          data-search
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && search) onSearch('');
          }}
          leftSection={<Search size={14} aria-hidden />}
          rightSection={
            search ? (
              <ActionIcon size="xs" aria-label="Clear the search" onClick={() => onSearch('')}>
                <X size={14} aria-hidden />
              </ActionIcon>
            ) : null
          }
        />
      )}
      {children}
      <span className={styles.grow} />
      <span className={styles.figure} role="status" data-busy={busy || undefined}>
        {rows ? countOf(rows, unit) : ' '}
      </span>
      {hasPersonal ? (
        <Tooltip label={masking ? 'Show personal data' : 'Mask personal data'}>
          <ActionIcon
            aria-label="Mask personal data"
            aria-pressed={masking}
            onClick={() => onMasking(!masking)}
          >
            {masking ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      ) : null}
      {columns}
    </div>
  );
}

/** Chooses which columns are shown. */
export function ColumnsButton({
  columns: { table },
  all,
}: {
  readonly columns: Columns;
  readonly all: readonly ViewColumn[];
}) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label="Columns" title="Columns">
          <Columns3 size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.columns}>
        {table.getAllLeafColumns().map((model) => (
          <Checkbox
            key={model.id}
            label={all[Number.parseInt(model.id, 10)]?.title ?? model.id}
            checked={model.getIsVisible()}
            onChange={(event) => model.toggleVisibility(event.currentTarget.checked)}
          />
        ))}
        <button type="button" className={styles.plain} onClick={() => reset(table)}>
          As it was made
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}

function reset(table: Columns['table']): void {
  table.setColumnVisibility({});
  table.setColumnOrder([]);
  table.setColumnPinning({ start: [], end: [] });
  table.setColumnSizing({});
}

function countOf({ count, cut }: Rows, [one, many]: readonly [string, string]): string {
  if (!cut) return formatMany(count, one, many);
  const of = cut.of === null ? '' : ` of ${formatCount(cut.of)}`;
  return `The first ${formatCount(count)}${of} ${many}`;
}
