import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Job, Topic, WorkspaceEvent } from '../../electron/contract/events.ts';
import { useConnection } from './connection.tsx';
import { invalidate } from './query-client.ts';
import { useWorkspace } from './workspace.tsx';

/** Hears of what happens to the open workspace. */
export type OnEvent = (event: WorkspaceEvent) => void;

interface Events {
  readonly jobs: readonly Job[];
  /** How often each topic has changed since the workspace was opened. */
  readonly versions: Readonly<Partial<Record<Topic, number>>>;
}

const NONE: Events = { jobs: [], versions: {} };
const JobsContext = createContext<readonly Job[]>(NONE.jobs);
const VersionsContext = createContext<Events['versions']>(NONE.versions);

/** Listens to the workspace: keeps the list of its jobs, and has what changed asked again. */
export function WorkspaceEvents(props: {
  readonly workspace: string;
  readonly onEvent: OnEvent;
  readonly children: ReactNode;
}) {
  const { workspace, onEvent, children } = props;
  const { api, epoch } = useConnection();
  const { changes } = useWorkspace();
  const [{ jobs, versions }, setEvents] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is listened to anew, and nothing else.
  useEffect(() => {
    const stop = new AbortController();
    const hear = (event: WorkspaceEvent) => {
      if (event.kind === 'jobs') setEvents((before) => ({ ...before, jobs: event.jobs }));
      if (event.kind === 'changed') {
        setEvents((before) => ({ ...before, versions: raise(before.versions, event.topics) }));
        void invalidate(workspace, event.topics);
      }
      onEvent(event);
    };
    void (async () => {
      try {
        const events = await api.events.watch({ workspace, since: changes }, { signal: stop.signal });
        for await (const event of events) hear(event);
      } catch {
        // The line broke, or nobody listens any more; a new line is listened to anew.
        setEvents((before) => ({ ...before, jobs: [] }));
      }
    })();
    return () => stop.abort();
  }, [api, epoch, workspace, onEvent]);
  return (
    <JobsContext value={jobs}>
      <VersionsContext value={versions}>{children}</VersionsContext>
    </JobsContext>
  );
}

/** All work on the open workspace that is waiting or going on. */
export function useJobs(): readonly Job[] {
  return useContext(JobsContext);
}

/** A number that changes whenever one of the topics does. */
export function useVersion(topics: readonly Topic[]): number {
  const versions = useContext(VersionsContext);
  return useMemo(() => topics.reduce((sum, topic) => sum + (versions[topic] ?? 0), 0), [topics, versions]);
}

function raise(versions: Events['versions'], topics: readonly Topic[]): Events['versions'] {
  return { ...versions, ...Object.fromEntries(topics.map((topic) => [topic, (versions[topic] ?? 0) + 1])) };
}
