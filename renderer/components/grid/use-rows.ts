import { useEffect, useMemo, useRef, useState } from 'react';
import type { Topic } from '../../../electron/contract/events.ts';
import type { OpenView, ViewOf } from '../../../electron/contract/views.ts';
import { useConnection } from '../../api/connection.tsx';
import { asProblem, type Problem } from '../../api/problem.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useVersion } from '../../api/workspace-events.tsx';
import { listRows, type Order } from './list-rows.ts';
import type { GridSource, Rows } from './rows.ts';
import { ViewRows } from './view-rows.ts';

/** What of the workspace a view hangs on; a run's rows never change. */
const TOPICS: Readonly<Partial<Record<ViewOf['kind'], readonly Topic[]>>> = {
  quarantine: ['quarantine', 'files'],
  source: ['files', 'quarantine'],
};
const NO_TOPICS: readonly Topic[] = [];

/** How often a lost view is opened again by itself, in milliseconds. */
const REOPEN_EVERY = 5000;

export interface RowsState {
  /** The former rows stay while others are on their way; null before the first. */
  readonly rows: Rows | null;
  readonly opening: boolean;
  readonly problem: Problem | null;
  retry(): void;
}

interface Opened {
  readonly rows: Rows | null;
  readonly opening: boolean;
  readonly problem: Problem | null;
}

/** The rows of a grid by its source, sorting and search; a view is opened, opened anew when it is out of date, and closed. */
export function useRows(source: GridSource, orders: readonly Order[], search: string): RowsState {
  const { api, epoch } = useConnection();
  const { workspace } = useWorkspace();
  const of = source.kind === 'view' ? source.of : null;
  const version = useVersion((of && TOPICS[of.kind]) ?? NO_TOPICS);
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<Opened>({ rows: null, opening: true, problem: null });
  const reopenedAt = useRef(-REOPEN_EVERY);
  const key = JSON.stringify([of, orders, search]);
  const given = source.kind === 'opened' ? source.view : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the view; version, epoch and attempt ask for a new one.
  useEffect(() => {
    if (!of && !given) return;
    let view: OpenView | null = null;
    let left = false;
    const close = (which: OpenView) => void api.views.close({ workspace, view: which.view }).catch(() => {});
    const fail = (error: unknown) => {
      if (!left) setOpened((before) => ({ ...before, opening: false, problem: asProblem(error) }));
    };
    // A view that is gone is opened again, but not over and over.
    const broken = (error: unknown) => {
      if (left) return;
      const now = performance.now();
      if (now - reopenedAt.current < REOPEN_EVERY) return fail(error);
      reopenedAt.current = now;
      setAttempt((before) => before + 1);
    };
    setOpened((before) => ({ ...before, opening: true, problem: null }));
    const sort = orders.map(({ name, descending }) => ({ column: name, descending }));
    void (async () => {
      try {
        const open = given ?? (await api.views.open({ workspace, of: of as ViewOf, sort, search }));
        if (left) {
          if (!given) close(open);
          return;
        }
        view = open;
        const fetch = (from: number, count: number) =>
          api.views.page({ workspace, view: open.view, from, count });
        const rows = new ViewRows(open, fetch, broken);
        await rows.begin();
        if (!left) setOpened({ rows, opening: false, problem: null });
      } catch (error) {
        fail(error);
      }
    })();
    return () => {
      left = true;
      if (view && !given) close(view);
    };
  }, [api, epoch, workspace, key, given, version, attempt]);

  const list = useMemo(
    () => (source.kind === 'list' ? listRows(source.columns, source.rows, orders, search) : null),
    [source, orders, search],
  );
  const retry = () => setAttempt((before) => before + 1);
  return list ? { rows: list, opening: false, problem: null, retry } : { ...opened, retry };
}
