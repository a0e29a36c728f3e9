import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

export const PROJECT_FOLDER: string = dirname(dirname(import.meta.dirname));
export const MAIN: string = join(PROJECT_FOLDER, 'electron', 'cli', 'main.js');

export interface MusterOptions {
  /** Where the user stands; the process itself stands in the project, as npm has it. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly uid?: number;
}

export interface MusterResult {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end, in a process of its own. */
export function runMuster(args: readonly string[], options: MusterOptions = {}): Promise<MusterResult> {
  const { promise, resolve, reject } = Promise.withResolvers<MusterResult>();
  const child = startMuster(args, options);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.on('error', reject);
  child.on('close', (exit, signal) => resolve({ exit, signal, stdout: text(stdout), stderr: text(stderr) }));
  return promise;
}

/** Starts the command line and leaves it running. */
export function startMuster(args: readonly string[], options: MusterOptions = {}) {
  const { cwd = PROJECT_FOLDER, env = {}, timeoutMs = 60_000, uid } = options;
  return spawn(process.execPath, [MAIN, ...args], {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, INIT_CWD: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    // A run that hangs must not survive its test.
    killSignal: 'SIGKILL',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
