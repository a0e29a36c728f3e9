import { ActionIcon, Menu } from '@mantine/core';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronDown,
  EyeOff,
  MoveHorizontal,
  Pin,
  PinOff,
  VenetianMask,
} from 'lucide-react';
import type { Columns, ShownColumn } from './use-columns.ts';

/** What can be done with a column. */
export function ColumnMenu(props: {
  readonly shown: ShownColumn;
  readonly columns: Columns;
  readonly opened: boolean;
  readonly masked: boolean;
  onOpened(opened: boolean): void;
  onFit(): void;
  onMask(): void;
}) {
  const { shown, columns, opened, masked, onOpened, onFit, onMask } = props;
  const { table } = columns;
  const model = table.getColumn(shown.id);
  const title = shown.column.title;
  const sort = (desc: boolean) => table.setSorting([{ id: shown.id, desc }]);
  const icon = { size: 14, 'aria-hidden': true } as const;
  const button = (
    <ActionIcon
      size="xs"
      aria-label={`Column ${title}`}
      aria-haspopup="menu"
      tabIndex={-1}
      onMouseDown={stop}
      onDoubleClick={stop}
      onClick={() => onOpened(!opened)}
    >
      <ChevronDown {...icon} />
    </ActionIcon>
  );
  // A menu is made when it is opened: there may be hundreds of columns.
  if (!opened) return button;
  return (
    <Menu opened onClose={() => onOpened(false)} position="bottom-end">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {shown.column.sortable ? (
          <>
            <Menu.Item leftSection={<ArrowUp {...icon} />} onClick={() => sort(false)}>
              Sort ascending
            </Menu.Item>
            <Menu.Item leftSection={<ArrowDown {...icon} />} onClick={() => sort(true)}>
              Sort descending
            </Menu.Item>
            {shown.sorted ? <Menu.Item onClick={() => table.setSorting([])}>Do not sort</Menu.Item> : null}
            <Menu.Divider />
          </>
        ) : null}
        <Menu.Item
          leftSection={shown.pinned ? <PinOff {...icon} /> : <Pin {...icon} />}
          onClick={() => model?.pin(shown.pinned ? false : 'start')}
        >
          {shown.pinned ? 'Let it scroll' : 'Pin to the left'}
        </Menu.Item>
        <Menu.Item leftSection={<ArrowLeft {...icon} />} onClick={() => shift(columns, shown, -1)}>
          Move left
        </Menu.Item>
        <Menu.Item leftSection={<ArrowRight {...icon} />} onClick={() => shift(columns, shown, 1)}>
          Move right
        </Menu.Item>
        <Menu.Item leftSection={<MoveHorizontal {...icon} />} onClick={onFit}>
          Fit the width
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<VenetianMask {...icon} />} onClick={onMask}>
          {masked ? 'Show the values' : 'Mask the values'}
        </Menu.Item>
        <Menu.Item leftSection={<EyeOff {...icon} />} onClick={() => model?.toggleVisibility(false)}>
          Hide
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function stop(event: { stopPropagation(): void }): void {
  event.stopPropagation();
}

/** Moves a column past its neighbour, within the pinned or the others. */
function shift({ table, shown }: Columns, column: ShownColumn, by: 1 | -1): void {
  const side = shown.filter(({ pinned }) => pinned === column.pinned).map(({ id }) => id);
  const at = side.indexOf(column.id);
  const other = side[at + by];
  if (other === undefined) return;
  const swap = (ids: readonly string[]) =>
    ids.map((id) => (id === column.id ? other : id === other ? column.id : id));
  if (column.pinned) table.setColumnPinning((before) => ({ ...before, start: swap(before.start) }));
  else table.setColumnOrder(swap(table.getAllLeafColumns().map(({ id }) => id)));
}
