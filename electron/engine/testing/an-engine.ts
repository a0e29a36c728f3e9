import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import type { Api } from '../../contract/api.ts';
import type { EngineNotice } from '../../contract/bridge.ts';
import { Failure } from '../failure.ts';
import { Engine } from '../session/engine.ts';
import { session } from '../session.ts';
import { tempFolder } from './temp-folder.ts';

/** An engine under test, its calls, and what its host heard of it. */
export interface EngineUnderTest {
  readonly engine: Engine;
  readonly api: Api;
  readonly folder: string;
  readonly notices: readonly EngineNotice[];
  readonly logged: readonly unknown[];
}

/** An engine in a folder of its own, whose files and targets are paths; closed when the test ends. */
export function anEngine(folder: string = tempFolder()): EngineUnderTest {
  const notices: EngineNotice[] = [];
  const logged: unknown[] = [];
  const engine = new Engine({
    folder,
    recentsFile: join(folder, '.recents.json'),
    resolveFile: (path) => {
      if (!existsSync(path)) throw new Failure(`${path}: it does not exist.`, 'Check the path.');
      return { path, name: basename(path), own: false };
    },
    resolveTarget: (path) => ({ path, saved: () => ({ kind: 'file', path }) }),
    notice: (notice) => notices.push(notice),
    log: (error) => logged.push(error),
  });
  onTestFinished(() => engine.close());
  return { engine, api: createRouterClient(session, { context: { engine } }), folder, notices, logged };
}
