import { type ReactNode, useState } from 'react';
import type { ViewOf } from '../../electron/contract/views.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useOpenStory } from '../router/use-open-story.ts';
import { RecordsDrawer } from './records-drawer.tsx';
import { unitOf } from './unit-of.ts';

/** Opens the records behind a figure or a mark, under a title. */
export type OpenRecords = (title: string, of: ViewOf) => void;

/** A screen's drawer of records, to be drawn at its end, and how it is opened; a row of an entity opens its story. */
export function useRecordsBehind(): readonly [drawer: ReactNode, open: OpenRecords] {
  const { recipe } = useWorkspace();
  const [shown, setShown] = useState<{ readonly title: string; readonly of: ViewOf } | null>(null);
  const openStory = useOpenStory();
  const drawer = (
    <RecordsDrawer
      title={shown?.title ?? ''}
      unit={unitOf(shown?.of, recipe.entity)}
      of={shown?.of ?? null}
      onClose={() => setShown(null)}
      onOpen={openStory}
    />
  );
  return [drawer, (title, of) => setShown({ title, of })];
}
