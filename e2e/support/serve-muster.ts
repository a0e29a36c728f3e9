import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { KEY_FRAGMENT, KEY_HEADER, UPLOAD_PATH } from '../../electron/contract/web.ts';
import { type MusterOptions, startMuster } from './run-muster.ts';

const READY = /^Muster is ready: (http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43})$/;

/** Building the page, reading, closing: all of it takes seconds. */
const TIMEOUT = 110_000;

/** The web host in a process of its own, ready to be used. */
export interface ServedMuster {
  readonly pid: number;
  readonly url: string;
  readonly origin: string;
  /** The lines on standard output until now, the address among them. */
  readonly lines: readonly string[];
  upload(name: string, body: ReadableStream): Promise<Response>;
  kill(...signals: readonly NodeJS.Signals[]): void;
  ended(): Promise<{ readonly exit: number | null; readonly stderr: string }>;
}

/** Starts `serve`, or another command that does what it does, and waits for its address; rejects when it ends before. */
export async function serveMuster(
  args: readonly string[],
  options: MusterOptions = {},
): Promise<ServedMuster> {
  const child = startMuster(args, { timeoutMs: TIMEOUT, ...options });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ending = Promise.all([once(child, 'close'), text(child.stderr)]);
  const lines: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    const [, url] = READY.exec(line) ?? [];
    if (url !== undefined) resolve(url);
  });
  void ending.then(([, stderr]) => reject(new Error(`It ended before it was ready: ${stderr}`)));
  const url = await promise;
  const { origin, hash } = new URL(url);
  const key = hash.slice(`#${KEY_FRAGMENT}=`.length);
  return {
    pid: pidOf(child),
    url,
    origin,
    lines,
    upload: (name, body) =>
      fetch(`${origin}${UPLOAD_PATH}?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { origin, [KEY_HEADER]: key },
        body,
        duplex: 'half',
      }),
    kill: (...signals) => {
      for (const signal of signals) child.kill(signal);
    },
    ended: async () => {
      const [[exit], stderr] = await ending;
      return { exit, stderr };
    },
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('It was not started.');
  return child.pid;
}
