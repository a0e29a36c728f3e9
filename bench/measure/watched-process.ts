import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program to run and what to give it. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly input?: string;
}

/** How a process went. */
export interface Finished {
  readonly seconds: number;
  /** Most memory that it held, in bytes; undefined where the system does not say. */
  readonly peakBytes: number | undefined;
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

const GNU_TIME = '/usr/bin/time';
const POLL_MILLISECONDS = 10;
const KEPT_CHARACTERS = 100_000;

/** Runs a program and takes its time, start of the process included, and its peak memory. */
export async function runWatched(command: Command, scratch: string): Promise<Finished> {
  const useTime = process.platform === 'linux' && existsSync(GNU_TIME);
  const notes = join(scratch, 'time.txt');
  // A child starts with its parent's peak on Linux, so a small program stands between this one and the child.
  const [program, args] = useTime
    ? [GNU_TIME, ['-v', '-o', notes, command.program, ...command.args]]
    : [command.program, command.args];
  const started = performance.now();
  const child = spawn(program, args, { cwd: command.folder, stdio: 'pipe' });
  let [output, errors, polled] = ['', '', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_CHARACTERS);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-KEPT_CHARACTERS);
  });
  const poll = useTime
    ? undefined
    : setInterval(() => {
        polled = Math.max(polled, peakFromProc(child.pid));
      }, POLL_MILLISECONDS);
  const exit = new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
  child.stdin.on('error', () => undefined).end(command.input ?? '');
  try {
    const exitCode = await exit;
    const seconds = (performance.now() - started) / 1000;
    const peak = useTime ? peakFromTime(notes) : polled;
    return { seconds, peakBytes: peak > 0 ? peak : undefined, exitCode, output, errors };
  } finally {
    clearInterval(poll);
  }
}

function peakFromTime(notes: string): number {
  const found = /Maximum resident set size \(kbytes\): (\d+)/.exec(readFileSync(notes, 'utf8'));
  return Number(found?.[1] ?? 0) * 1024;
}

function peakFromProc(id: number | undefined): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    // The process has ended, or this system has no such files.
    return 0;
  }
}
