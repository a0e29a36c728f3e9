import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Api } from '../../contract/api.ts';
import type { WorkspaceEvent } from '../../contract/events.ts';
import type { Engine } from '../session/engine.ts';
import { anEngine } from './an-engine.ts';

/** A client at the other end of a transport. */
export interface Connection {
  readonly api: Api;
  close(): Promise<void> | void;
}

/** Work enough for the queue to hold some of it when it is looked at. */
const COPIES = 25;

/** What every transport of the session does alike; `connect` serves the session of an engine and returns a client of it. */
export function transportCases(name: string, connect: (engine: Engine) => Promise<Connection>): void {
  const connected = async () => {
    const under = anEngine();
    const connection = await connect(under.engine);
    onTestFinished(() => connection.close());
    return { ...under, api: connection.api };
  };

  const withWorkspace = async () => {
    const all = await connected();
    return { ...all, ...(await all.api.workspaces.create({ recipe: 'eligible-audience' })) };
  };

  describe(`over ${name}`, () => {
    test('a call is answered', async () => {
      const { api, folder } = await connected();
      const home = await api.workspaces.home();
      expect(home.folder).toBe(folder);
      expect(home.recipes.map(({ id }) => id)).toContain('eligible-audience');
    });

    test('many calls at once are each answered with their own', async () => {
      const { api, workspace } = await withWorkspace();
      const [home, overview] = await Promise.all([
        api.workspaces.home(),
        api.workspaces.overview({ workspace }),
      ]);
      expect(home.recents.map(({ path }) => path)).toEqual([workspace]);
      expect(overview.recipe.id).toBe('eligible-audience');
    });

    test('arguments that the contract does not allow are refused by the engine', async () => {
      const { api, logged } = await connected();
      const wrong = { recipe: 7 } as unknown as { recipe: string };
      await expect(api.workspaces.create(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      await expect(api.workspaces.open({ path: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect(logged).toEqual([]);
    });

    test('a failure crosses with its sentence and what to do', async () => {
      const { api } = await connected();
      await expect(api.workspaces.create({ recipe: 'of-no-kind' })).rejects.toMatchObject({
        code: 'FAILURE',
        defined: true,
        message: 'There is no recipe "of-no-kind".',
        data: { nextStep: 'Choose another.' },
      });
    });

    test('a fault of our own is logged, and crosses without its inner text', async () => {
      const { api, folder, logged } = await connected();
      // A folder stands where the list of recent workspaces is to be written.
      mkdirSync(join(folder, '.recents.json'));
      const error = await api.workspaces.forget({ path: 'any' }).catch((fault: unknown) => fault);
      expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
      expect(JSON.stringify(error) + String(error)).not.toContain('recents');
      expect(logged).toHaveLength(1);
    });

    test('events arrive until the caller stops listening, and then the engine stops as well', async () => {
      const { api, workspace, folder, engine } = await withWorkspace();
      const listening = new AbortController();
      const events = await api.events.watch({ workspace }, { signal: listening.signal });
      const seen: WorkspaceEvent[] = [];
      const ended = (async () => {
        for await (const event of events) seen.push(event);
      })().catch((error: unknown) => error);
      await api.workspaces.saveCopy({ workspace, target: join(folder, 'copy.muster') });
      await vi.waitFor(() => {
        expect(seen).toContainEqual(expect.objectContaining({ kind: 'finished', outcome: 'done' }));
      });
      expect(seen[0]).toEqual({ kind: 'jobs', jobs: [] });
      const { listeners } = await engine.workspace(workspace);
      expect(listeners.count).toBe(1);
      listening.abort();
      await ended;
      await vi.waitFor(() => expect(listeners.count).toBe(0));
    });

    test('a caller who leaves an event stream ends it', async () => {
      const { api, workspace, engine } = await withWorkspace();
      for await (const event of await api.events.watch({ workspace })) {
        expect(event).toEqual({ kind: 'jobs', jobs: [] });
        break;
      }
      const { listeners } = await engine.workspace(workspace);
      await vi.waitFor(() => expect(listeners.count).toBe(0));
    });

    test('work that is cancelled ends its call with CANCELLED', async () => {
      const { api, workspace, folder } = await withWorkspace();
      const calls = Array.from({ length: COPIES }, (_, copy) =>
        api.workspaces.saveCopy({ workspace, target: join(folder, `copy-${copy}.muster`) }),
      );
      const outcomes = Promise.allSettled(calls);
      const events = await api.events.watch({ workspace });
      const first = await events.next();
      await events.return?.();
      const waiting = !first.done && first.value.kind === 'jobs' ? first.value.jobs.at(-1) : undefined;
      expect(waiting).toMatchObject({ kind: 'copy', state: 'waiting' });
      await api.events.cancel({ workspace, job: waiting?.job ?? '' });
      const rejected = (await outcomes).filter((outcome) => outcome.status === 'rejected');
      expect(rejected).toEqual([
        { status: 'rejected', reason: expect.objectContaining({ code: 'CANCELLED', defined: true }) },
      ]);
    });

    test('two clients of one engine see the same', async () => {
      const { api, engine, workspace } = await withWorkspace();
      const other = await connect(engine);
      onTestFinished(() => other.close());
      const { recents } = await other.api.workspaces.home();
      expect(recents.map(({ path }) => path)).toEqual([workspace]);
      expect(await other.api.workspaces.open({ path: workspace })).toEqual({ workspace });
      expect((await api.workspaces.overview({ workspace })).path).toBe(workspace);
    });
  });
}
