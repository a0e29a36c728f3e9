import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import type { MusterResult } from './run-muster.ts';
import type { SmallRun } from './small-input.ts';

/** A run that failed in a way a person can act on: one line that names what it should, and nothing written. */
export function expectRefused(run: SmallRun, ...mentions: readonly (string | RegExp)[]): void {
  expectFailed(run, ...mentions);
  expect(existsSync(run.out), 'nothing is written to --out').toBe(false);
}

/** Exit 1 with one line on standard error. */
export function expectFailed(result: MusterResult, ...mentions: readonly (string | RegExp)[]): void {
  expect({ exit: result.exit, stdout: result.stdout }, result.stderr).toEqual({ exit: 1, stdout: '' });
  expect(result.stderr).toMatch(/^\S[^\n]*\S\n$/);
  expect(result.stderr, 'the user is told what to do').not.toMatch(/fault of Muster|\bat .*\.ts:\d/);
  for (const mention of mentions) {
    if (typeof mention === 'string') expect(result.stderr).toContain(mention);
    else expect(result.stderr).toMatch(mention);
  }
}

/** Exit 2, said on standard error. */
export function expectWrongUsage(result: MusterResult, ...mentions: readonly (string | RegExp)[]): void {
  expect({ exit: result.exit, stdout: result.stdout }, result.stderr).toEqual({ exit: 2, stdout: '' });
  expect(result.stderr.trim()).not.toBe('');
  expect(result.stderr).not.toMatch(/\n\s+at /);
  for (const mention of mentions) {
    if (typeof mention === 'string') expect(result.stderr).toContain(mention);
    else expect(result.stderr).toMatch(mention);
  }
}
