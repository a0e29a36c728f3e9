import { expect, test } from 'vitest';
import type { EngineNotice } from '../../contract/bridge.ts';
import type { Job, WorkspaceEvent } from '../../contract/events.ts';
import { WorkNotices } from './work-notices.ts';

const JOB: Job = {
  job: 'a',
  kind: 'load',
  title: 'Loading bookings.csv',
  state: 'running',
  startedAt: '2026-11-20T10:00:00.000Z',
  progress: null,
};

function heard(at: string, ...events: readonly (readonly [workspace: string, event: WorkspaceEvent])[]) {
  const notices: EngineNotice[] = [];
  const work = new WorkNotices(
    (notice) => notices.push(notice),
    () => Date.parse(at),
  );
  for (const [workspace, event] of events) work.hear(workspace, event);
  return notices;
}

const jobs = (...list: readonly Job[]): WorkspaceEvent => ({ kind: 'jobs', jobs: list });
const finished = (
  outcome: 'done' | 'cancelled' | 'failed',
  message: string | null = null,
): WorkspaceEvent => {
  return { kind: 'finished', job: 'a', jobKind: 'load', title: JOB.title, outcome, message };
};

const IDLE = { kind: 'work', working: false, fraction: null };
const LATER = '2026-11-20T10:00:06.000Z';

test('the host hears how far a file is read, and that nothing goes on any more', () => {
  const progress = { kind: 'file', source: 's', file: 'f', bytes: 200, bytesRead: 50, records: 1 } as const;
  expect(
    heard(LATER, ['w', jobs(JOB)], ['w', jobs({ ...JOB, progress })], ['w', jobs()], ['w', jobs()]),
  ).toEqual([
    { kind: 'work', working: true, fraction: null },
    { kind: 'work', working: true, fraction: 0.25 },
    IDLE,
  ]);
});

test('work on one workspace goes on while that on another has ended', () => {
  const notices = heard(LATER, ['w', jobs(JOB)], ['v', jobs({ ...JOB, job: 'b' })], ['w', jobs()]);
  expect(notices.at(-1)).toEqual({ kind: 'work', working: true, fraction: null });
});

test('the end of long work is told, with what went wrong', () => {
  expect(heard(LATER, ['w', jobs(JOB)], ['w', jobs()], ['w', finished('done')]).at(-1)).toEqual({
    kind: 'finished',
    title: 'Loading bookings.csv',
    body: 'Done.',
  });
  const failed = heard(
    LATER,
    ['w', jobs(JOB)],
    ['w', jobs()],
    ['w', finished('failed', 'The disk is full.')],
  );
  expect(failed.at(-1)).toMatchObject({ body: 'The disk is full.' });
});

test('the end of short work, and of work that the user stopped, is not told', () => {
  const soon = '2026-11-20T10:00:01.000Z';
  expect(heard(soon, ['w', jobs(JOB)], ['w', jobs()], ['w', finished('done')]).at(-1)).toEqual(IDLE);
  expect(heard(LATER, ['w', jobs(JOB)], ['w', jobs()], ['w', finished('cancelled')]).at(-1)).toEqual(IDLE);
  const waiting: Job = { ...JOB, state: 'waiting' };
  expect(heard(LATER, ['w', jobs(waiting)], ['w', jobs()], ['w', finished('failed')]).at(-1)).toEqual(IDLE);
});
