import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bigInput } from '../support/big-input.ts';
import { readOut } from '../support/read-out.ts';
import { runMuster, startMuster } from '../support/run-muster.ts';
import { AS_OF, small } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';

type Files = ReadonlyMap<string, Buffer>;

interface Scene {
  readonly args: readonly string[];
  readonly out: string;
  readonly before: Files;
  readonly after: Files;
  readonly durationMs: number;
}

/** An output folder of an earlier run, and the arguments of a longer run that would replace it. */
async function setScene(customers: number): Promise<Scene> {
  const folder = tempFolder();
  writeFiles(join(folder, 'small'), small());
  writeFiles(join(folder, 'big'), bigInput(customers));
  const argsOf = (input: string, out: string) => [
    ...[
      'run',
      'eligible-audience',
      '--in',
      join(folder, input),
      '--out',
      join(folder, out),
      '--as-of',
      AS_OF,
    ],
  ];
  await runMuster(argsOf('small', 'out'));
  const started = performance.now();
  await runMuster(argsOf('big', 'whole'));
  return {
    args: argsOf('big', 'out'),
    out: join(folder, 'out'),
    before: readOut(join(folder, 'out')) ?? new Map(),
    after: readOut(join(folder, 'whole')) ?? new Map(),
    durationMs: performance.now() - started,
  };
}

/** Whether the folder is as the earlier or as the whole later run left it. */
function stateOf({ out, before, after }: Scene): 'before' | 'after' | string {
  const now = readOut(out) ?? new Map<string, Buffer>();
  if (equal(now, before)) return 'before';
  if (equal(now, after)) return 'after';
  const changed = [...now].filter(([name, bytes]) => !before.get(name)?.equals(bytes));
  return `neither: ${now.size} files, other than before: ${changed.map(([name]) => name).join(', ')}`;
}

function equal(left: Files, right: Files): boolean {
  return left.size === right.size && [...left].every(([name, bytes]) => right.get(name)?.equals(bytes));
}

test('a run that is killed at any moment leaves the output folder as it was, and the next run works', async () => {
  const scene = await setScene(20_000);
  expect([scene.before.size, scene.after.size]).toEqual([8, 8]);
  for (const part of [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) {
    const child = startMuster(scene.args);
    const killer = setTimeout(() => child.kill('SIGKILL'), scene.durationMs * part);
    await ended(child);
    clearTimeout(killer);
    const state = stateOf(scene);
    expect(['before', 'after'], `killed after ${part} of the time: ${state}`).toContain(state);
    if (state === 'after') break;
  }
  await runMuster(scene.args);
  expect(stateOf(scene)).toBe('after');
});

test('a run that is killed the moment it touches the output leaves all of it or nothing', async () => {
  for (let touch = 1; touch <= 6; touch++) {
    const scene = await setScene(200);
    const child = startMuster(scene.args);
    let touches = 0;
    const onTouch = () => {
      if (++touches === touch) child.kill('SIGKILL');
    };
    // Beside the folder is where a run may prepare what it then moves into place.
    const watchers: readonly FSWatcher[] = [watch(scene.out, onTouch), watch(join(scene.out, '..'), onTouch)];
    await ended(child);
    for (const watcher of watchers) watcher.close();
    const state = stateOf(scene);
    expect(['before', 'after'], `killed at touch ${touch}: ${state}`).toContain(state);
    await runMuster(scene.args);
    expect(stateOf(scene)).toBe('after');
  }
});

function ended(child: ReturnType<typeof startMuster>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  child.stdout.resume();
  child.stderr.resume();
  child.on('close', () => resolve());
  return promise;
}
