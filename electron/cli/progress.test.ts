import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Progress } from '../contract/progress.ts';
import { terminalProgress } from './progress.ts';

/** A terminal that keeps what is written to it. */
class FakeTerminal {
  written = '';
  readonly isTTY: boolean;
  readonly columns: number;

  constructor(columns = 80, isTTY = true) {
    this.isTTY = isTTY;
    this.columns = columns;
  }

  write(text: string): void {
    this.written += text;
  }

  /** What stands on the terminal at present, line by line. */
  get screen(): readonly string[] {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the code that clears a line
    return this.written.split('\n').map((line) => line.replace(/^.*\r\u001b\[2K/s, ''));
  }
}

const file = (records: number, bytesRead: number, name = 'people.csv'): Progress => {
  return { kind: 'file', source: 'people', file: name, bytes: 2000, bytesRead, records };
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

test('what is being done stands on one line, which is gone at the end', () => {
  const terminal = new FakeTerminal();
  const { hear, end } = terminalProgress(terminal);
  hear({ kind: 'phase', phase: 'tables' });
  expect(terminal.screen).toEqual(['Deriving tables …']);
  hear({ kind: 'step', phase: 'rules', name: 'inactive' });
  expect(terminal.screen).toEqual(['Asking the rules: inactive …']);
  end();
  expect(terminal.screen).toEqual(['']);
});

test('a file is shown with its share, its rows and how many there are in a second, ten times a second', () => {
  const terminal = new FakeTerminal();
  const { hear } = terminalProgress(terminal);
  hear({ kind: 'phase', phase: 'load' });
  hear(file(0, 0));
  expect(terminal.screen, 'too early').toEqual(['Loading …']);
  vi.advanceTimersByTime(500);
  hear(file(1500, 999));
  expect(terminal.screen).toEqual(['Loading people.csv  49%  1,500 rows  3,000 rows/s']);
  vi.advanceTimersByTime(99);
  hear(file(1600, 1000));
  expect(terminal.screen, 'too early').toEqual(['Loading people.csv  49%  1,500 rows  3,000 rows/s']);
  vi.advanceTimersByTime(401);
  hear(file(3000, 2000));
  expect(terminal.screen).toEqual(['Loading people.csv  100%  3,000 rows  3,000 rows/s']);
});

test('the rows in a second are those of the file, not of the one before', () => {
  const terminal = new FakeTerminal();
  const { hear } = terminalProgress(terminal);
  hear(file(0, 0));
  vi.advanceTimersByTime(10_000);
  hear(file(0, 0, 'visits.csv'));
  vi.advanceTimersByTime(1000);
  hear(file(700, 200, 'visits.csv'));
  expect(terminal.screen).toEqual(['Loading visits.csv  10%  700 rows  700 rows/s']);
});

test('a file that is there already is said on a line that stays, however narrow the terminal', () => {
  const terminal = new FakeTerminal(20);
  const { hear } = terminalProgress(terminal);
  hear({ kind: 'loaded', source: 'people', file: 'people-of-the-year.csv', already: true });
  hear({ kind: 'phase', phase: 'rules' });
  expect(terminal.screen).toEqual(['people-of-the-year.', 'Asking the rules …']);
});

test('a file that is loaded clears the line', () => {
  const terminal = new FakeTerminal();
  const { hear } = terminalProgress(terminal);
  hear({ kind: 'phase', phase: 'load' });
  hear({ kind: 'loaded', source: 'people', file: 'people.csv', already: false });
  expect(terminal.screen).toEqual(['']);
});

test('a line is never wider than the terminal, which would break it', () => {
  const terminal = new FakeTerminal(10);
  const { hear } = terminalProgress(terminal);
  hear({ kind: 'step', phase: 'outputs', name: 'audience.csv' });
  expect(terminal.screen).toEqual(['Making th']);
});

test('nothing is written to what is no terminal', () => {
  const terminal = new FakeTerminal(80, false);
  const { hear, end } = terminalProgress(terminal);
  hear({ kind: 'phase', phase: 'load' });
  hear({ kind: 'loaded', source: 'people', file: 'people.csv', already: true });
  end();
  expect(terminal.written).toBe('');
});
