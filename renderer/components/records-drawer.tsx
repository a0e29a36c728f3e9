import { Drawer } from '@mantine/core';
import type { ViewOf, ViewRow } from '../../electron/contract/views.ts';
import { Grid } from './grid/grid.tsx';
import styles from './records-drawer.module.css';

/** The records behind a figure, at the side; closed while `of` is null. */
export function RecordsDrawer(props: {
  readonly title: string;
  readonly of: ViewOf | null;
  readonly unit?: readonly [one: string, many: string];
  onClose(): void;
  /** A row was opened: its key names the entity, where it is of one. */
  readonly onOpen?: (row: ViewRow) => void;
}) {
  const { title, of, unit = ['record', 'records'], onClose, onOpen } = props;
  return (
    <Drawer
      opened={of !== null}
      onClose={onClose}
      title={title}
      position="right"
      size="min(64rem, 92vw)"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '', title: styles.title ?? '' }}
    >
      {of ? (
        <Grid
          label={title}
          layout={layoutOf(of)}
          unit={unit}
          source={{ kind: 'view', of }}
          {...(onOpen ? { onOpen } : {})}
        />
      ) : null}
    </Drawer>
  );
}

/** Views with the same columns share a layout. */
function layoutOf(of: ViewOf): string {
  switch (of.kind) {
    case 'source':
      return `source:${of.source}`;
    case 'table':
    case 'superseded':
      return `${of.kind}:${of.table}`;
    case 'output':
      return `output:${of.output}`;
    case 'insight':
      return `insight:${of.insight}`;
    default:
      return of.kind;
  }
}
