import type { OnProgress, Phase, Progress } from '../contract/progress.ts';
import { whole } from './render/text.ts';

const MILLISECONDS_BETWEEN = 100;

const DOING: Readonly<Record<Phase, string>> = {
  load: 'Loading',
  tables: 'Deriving tables',
  rules: 'Asking the rules',
  outputs: 'Making the outputs',
  write: 'Writing the files',
};

/** Progress on one line of a terminal; silent where standard error is none. */
export function terminalProgress(): { readonly hear: OnProgress; readonly end: () => void } {
  if (!process.stderr.isTTY) return { hear: () => {}, end: () => {} };
  let shownAt = 0;
  let fileSince = performance.now();
  let file = '';
  const show = (line: string) => {
    const columns = process.stderr.columns ?? 80;
    process.stderr.write(`\r\u001b[2K${line.slice(0, columns - 1)}`);
  };
  const hear = (event: Progress) => {
    const now = performance.now();
    if (event.kind === 'file' && event.file !== file) {
      file = event.file;
      fileSince = now;
    }
    if (event.kind === 'loaded') {
      show(event.already ? `${event.file} is loaded already\n` : '');
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
