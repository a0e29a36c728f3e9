import { existsSync, mkdirSync, readdirSync, rmSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bigInput } from '../support/big-input.ts';
import { expectFailed } from '../support/expectations.ts';
import { readOut } from '../support/read-out.ts';
import { runMuster, startMuster } from '../support/run-muster.ts';
import { AS_OF, small } from '../support/small-input.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type Content, writeFiles } from '../support/write-files.ts';

type Files = ReadonlyMap<string, Buffer>;

interface Scene {
  readonly folder: string;
  /** What a killed run leaves in the temporary folder goes with the test. */
  readonly env: { readonly TMPDIR: string };
  readonly args: readonly string[];
  readonly out: string;
  readonly before: Files;
  readonly after: Files;
  readonly durationMs: number;
}

/** An output folder of an earlier run, with files of others, and a longer run that would replace its files. */
async function setScene(customers: number, foreign: Readonly<Record<string, Content>>): Promise<Scene> {
  const folder = tempFolder();
  const [out, whole] = [join(folder, 'out'), join(folder, 'whole')];
  const env = { TMPDIR: join(folder, 'tmp') };
  mkdirSync(env.TMPDIR);
  writeFiles(join(folder, 'small'), small());
  writeFiles(join(folder, 'big'), bigInput(customers));
  const argsOf = (input: string, to: string) => {
    const places = ['--in', join(folder, input), '--out', to];
    return ['run', 'eligible-audience', ...places, '--as-of', AS_OF];
  };
  for (const place of [out, whole]) writeFiles(place, foreign);
  await runMuster(argsOf('small', out));
  const started = performance.now();
  await runMuster(argsOf('big', whole));
  const durationMs = performance.now() - started;
  const [before, after] = [filesOf(out), filesOf(whole)];
  return { folder, env, args: argsOf('big', out), out, before, after, durationMs };
}

function restore({ out, before }: Scene): void {
  rmSync(out, { recursive: true, force: true });
  writeFiles(out, Object.fromEntries(before));
}

/** Whether the folder is as the earlier or as the whole later run left it. */
async function stateOf({ out, before, after }: Scene): Promise<string> {
  // No system call that Node has swaps two folders: a kill between two renames is put right by the next command.
  if (!existsSync(out) || existsSync(join(dirname(out), `.${basename(out)}.muster-old`))) {
    const elsewhere = ['--in', join(out, 'nowhere'), '--out', out];
    expectFailed(await runMuster(['run', 'eligible-audience', ...elsewhere]));
  }
  const now = filesOf(out);
  if (equal(now, before)) return 'before';
  if (equal(now, after)) return 'after';
  const names = [...new Set([...before.keys(), ...now.keys()])];
  const changed = names.filter((name) => !before.get(name)?.equals(now.get(name) ?? Buffer.from('-')));
  return `neither: ${now.size} files, other than before: ${changed.join(', ')}`;
}

function filesOf(folder: string): Files {
  return readOut(folder) ?? new Map();
}

function equal(left: Files, right: Files): boolean {
  return left.size === right.size && [...left].every(([name, bytes]) => right.get(name)?.equals(bytes));
}

test('a run that is killed at any moment leaves the output folder as it was, and the next run works', async () => {
  const scene = await setScene(20_000, {});
  expect([scene.before.size, scene.after.size]).toEqual([8, 8]);
  for (const part of [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) {
    restore(scene);
    const child = startMuster(scene.args, scene);
    const killer = setTimeout(() => child.kill('SIGKILL'), scene.durationMs * part);
    await ended(child);
    clearTimeout(killer);
    expect(['before', 'after'], `killed after ${part} of the time`).toContain(await stateOf(scene));
  }
  expect((await runMuster(scene.args)).exit).toBe(0);
  expect(await stateOf(scene)).toBe('after');
});

test.each([
  { holds: 'only its own files', foreign: {} },
  { holds: 'files of others too', foreign: { 'notes.txt': 'mine', 'sub/deep.txt': 'mine' } },
])(
  'killed the moment it touches an output folder with $holds, a run leaves all or nothing',
  async ({ foreign }) => {
    const scene = await setScene(200, foreign);
    for (let touch = 1; touch <= 8; touch++) {
      restore(scene);
      await killAtTouch(scene, touch);
      expect(['before', 'after'], `killed at touch ${touch}`).toContain(await stateOf(scene));
    }
    expect((await runMuster(scene.args)).exit).toBe(0);
    expect(await stateOf(scene)).toBe('after');
  },
);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends a run without a trace', async (signal) => {
  const scene = await setScene(20_000, {});
  const beside = readdirSync(scene.folder);
  const child = startMuster(scene.args, scene);
  // The records of customers are in there: they may not be left lying about.
  const started = watch(scene.env.TMPDIR, () => child.kill(signal));
  await ended(child);
  started.close();
  expect(await stateOf(scene)).toBe('before');
  // Node keeps compiled code there; it holds nobody's data.
  expect(readdirSync(scene.env.TMPDIR).filter((name) => name !== 'node-compile-cache')).toEqual([]);
  expect(readdirSync(scene.folder)).toEqual(beside);
});

async function killAtTouch({ args, env, out }: Scene, touch: number): Promise<void> {
  const child = startMuster(args, { env });
  let touches = 0;
  const onTouch = () => {
    if (++touches === touch) child.kill('SIGKILL');
  };
  // Beside the folder is where a run may prepare what it then moves into place.
  const watchers = [out, dirname(out)].map((folder) => watch(folder, onTouch));
  await ended(child);
  for (const watcher of watchers) watcher.close();
}

function ended(child: ReturnType<typeof startMuster>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  child.stdout.resume();
  child.stderr.resume();
  child.on('close', () => resolve());
  return promise;
}
