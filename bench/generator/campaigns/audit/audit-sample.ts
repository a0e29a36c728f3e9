import { type Dialect, fileBytes, PLAIN } from '../../csv.ts';
import { type Extract, stageExtracts } from './extracts.ts';
import { mischief } from './mischief.ts';
import type { Planted } from './planted.ts';
import { plantedFaults } from './planted-faults.ts';
import { blocksReference, traceExtracts } from './traces.ts';

/** The extracts of another team's pipeline, and the faults that are planted in them. */
export interface AuditSample {
  /** Five stages in order, the trace, the other trace, the reference. */
  readonly extracts: readonly Extract[];
  readonly planted: readonly Planted[];
}

const SEMICOLONS: Dialect = { ...PLAIN, delimiter: ';' };
const WINDOWS: Dialect = { ...PLAIN, lineEnd: '\r\n', byteOrderMark: true };

/** How the files are written that are not as plain as the others. */
const DIALECTS: Readonly<Record<string, Dialect>> = {
  'other_trace.csv': SEMICOLONS,
  'blocks_reference.csv': WINDOWS,
};

/** The sample of the audit, from a seed. */
export function auditSample(seed: number): AuditSample {
  const all = mischief(seed);
  return {
    extracts: [...stageExtracts(all), ...traceExtracts(all), blocksReference(all)],
    planted: plantedFaults(all),
  };
}

/** The files of the sample: names and bytes. */
export function auditFiles(seed: number): ReadonlyMap<string, Buffer> {
  return new Map(
    auditSample(seed).extracts.map(({ name, header, rows }) => [
      name,
      fileBytes([header, ...rows], DIALECTS[name] ?? PLAIN),
    ]),
  );
}
