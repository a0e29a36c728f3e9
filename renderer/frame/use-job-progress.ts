import { useRef } from 'react';
import type { Job } from '../../electron/contract/events.ts';
import type { Phase } from '../../electron/contract/progress.ts';
import { formatMany, formatRoughly } from '../format/numbers.ts';
import { formatTimeLeft } from '../format/times.ts';

/** How far a job is, 0 to 1 or null where nobody knows, and in words. */
export interface JobProgress {
  readonly fraction: number | null;
  readonly words: string;
}

const PHASES: Readonly<Record<Phase, string>> = {
  load: 'Loading',
  tables: 'Making tables',
  rules: 'Asking the rules',
  outputs: 'Making outputs',
  audit: 'Comparing the stages',
  write: 'Writing',
};

/** Seconds before a rate is worth saying. */
const SETTLED = 0.5;

/** Follows a job: rows, rows a second and the time left while a file is loaded, else the part of the work. */
export function useJobProgress({ state, progress }: Job): JobProgress {
  const began = useRef<{
    readonly file: string;
    readonly at: number;
    readonly bytes: number;
    readonly records: number;
  }>(null);
  if (state === 'waiting') return { fraction: 0, words: 'Waits for its turn' };
  if (!progress) return { fraction: null, words: '' };
  if (progress.kind === 'phase') return { fraction: null, words: PHASES[progress.phase] };
  if (progress.kind === 'step') {
    const { phase, name, done, of } = progress;
    const known = done !== undefined && of !== undefined && of > 0;
    return { fraction: known ? Math.min(1, done / of) : null, words: `${PHASES[phase]}: ${name}` };
  }
  if (progress.kind === 'loaded') return { fraction: null, words: `${progress.file} is loaded` };
  const { file, bytes, bytesRead, records } = progress;
  const now = performance.now();
  if (began.current?.file !== file) began.current = { file, at: now, bytes: bytesRead, records };
  const seconds = (now - began.current.at) / 1000;
  const words = [formatMany(records, 'row')];
  if (seconds > SETTLED && bytesRead > began.current.bytes) {
    words.push(`${formatRoughly((records - began.current.records) / seconds)} rows/s`);
    const left = ((bytes - bytesRead) * seconds) / (bytesRead - began.current.bytes);
    words.push(formatTimeLeft(left));
  }
  return { fraction: bytes === 0 ? null : Math.min(1, bytesRead / bytes), words: words.join(' · ') };
}
