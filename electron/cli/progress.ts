import type { OnProgress, Phase, Progress } from '../contract/progress.ts';
import { whole } from './render/text.ts';

const MILLISECONDS_BETWEEN = 100;

const DOING: Readonly<Record<Phase, string>> = {
  load: 'Loading',
  tables: 'Deriving tables',
  rules: 'Asking the rules',
  outputs: 'Making the outputs',
  audit: 'Comparing the stages',
  write: 'Writing the files',
};

/** Where progress is shown: standard error, when it is a terminal. */
interface Terminal {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): unknown;
}

/** Progress on one line of a terminal; silent where the stream is none. */
export function terminalProgress(terminal: Terminal = process.stderr): {
  readonly hear: OnProgress;
  readonly end: () => void;
} {
  if (!terminal.isTTY) return { hear: () => {}, end: () => {} };
  let shownAt = 0;
  let fileSince = performance.now();
  let file = '';
  const show = (line: string, end = '') => {
    // Some terminals do not say how wide they are.
    const columns = terminal.columns || 80;
    terminal.write(`\r\u001b[2K${line.slice(0, columns - 1)}${end}`);
  };
  const hear = (event: Progress) => {
    const now = performance.now();
    if (event.kind === 'file' && event.file !== file) {
      file = event.file;
      fileSince = now;
    }
    if (event.kind === 'loaded') {
      if (event.already) show(`${event.file} is loaded already${event.as ? `, as ${event.as}` : ''}`, '\n');
      else show('');
      return;
    }
    if (event.kind === 'file' && now - shownAt < MILLISECONDS_BETWEEN) return;
    shownAt = now;
    show(lineOf(event, now - fileSince));
  };
  return { hear, end: () => show('') };
}

function lineOf(event: Exclude<Progress, { kind: 'loaded' }>, milliseconds: number): string {
  if (event.kind === 'phase') return `${DOING[event.phase]} …`;
  if (event.kind === 'step') return `${DOING[event.phase]}: ${event.name} …`;
  const share = event.bytes === 0 ? 1 : event.bytesRead / event.bytes;
  const rate = Math.round(event.records / Math.max(milliseconds / 1000, 0.001));
  return `Loading ${event.file}  ${Math.floor(share * 100)}%  ${whole(event.records)} rows  ${whole(rate)} rows/s`;
}
