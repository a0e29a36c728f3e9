import { statSync } from 'node:fs';
import type { AuditCandidate, AuditOffer } from '../../contract/audits.ts';
import { Failure } from '../failure.ts';
import { headRecords, readHead } from '../files/head.ts';
import { findDelimiter } from '../ingest/delimiter.ts';
import { normalizeHeader } from '../ingest/headers.ts';
import { offeredKeys } from './offered-keys.ts';
import { hasValidity } from './reference-rows.ts';
import { inPipelineOrder, stageName } from './stage-order.ts';
import { REASON } from './trace-rows.ts';

/** A file that is looked at: as the host names it, where it is, and as the user knows it. */
export interface FileToLookAt {
  readonly file: string;
  readonly path: string;
  readonly name: string;
}

const FIRST_RECORDS = 20;

/** Words in the name of a file with filter-outs beside the main reporting. */
const OTHER = /other|unreported|side|minor|extra/i;

/** Looks into files and says what each seems to be; one that cannot be read says why. Extracts stand first, in a likely order. */
export async function lookAtFiles(files: readonly FileToLookAt[]): Promise<AuditOffer> {
  const candidates: (AuditCandidate & { readonly path: string })[] = [];
  for (const file of files) candidates.push({ ...(await candidateOf(file)), path: file.path });
  const traces = candidates.filter(({ role }) => role === 'trace' || role === 'other trace');
  const extracts = candidates.filter(({ role, problem }) => role === 'stage' && !problem);
  const keys = await offeredKeys(inPipelineOrder(extracts), traces);
  const known = extracts.length === 0 ? await offeredKeys(traces.slice(0, 1), traces.slice(1)) : keys;
  const key = known[0] ?? [];
  const inExtracts = new Set(extracts.flatMap(({ columns }) => columns.map(normalizeHeader)));
  const judged = candidates.map((candidate) => {
    const isStage = candidate.role === 'reference' && looksLikeAnExtract(candidate, key, inExtracts);
    return isStage ? { ...candidate, role: 'stage' as const } : candidate;
  });
  const stages = inPipelineOrder(judged.filter(({ role }) => role === 'stage'));
  const readable = stages.filter(({ problem }) => !problem);
  const others = judged.filter(({ role }) => role !== 'stage');
  return {
    candidates: [...stages, ...others].map(({ path: _, ...candidate }) => candidate),
    keys: readable.length === extracts.length ? keys : await offeredKeys(readable, traces),
  };
}

async function candidateOf({ file, path, name }: FileToLookAt): Promise<AuditCandidate> {
  const known = {
    file,
    name,
    bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    stage: stageName(name),
  };
  try {
    const head = await readHead(path, name);
    const { header, rows } = headRecords(head, findDelimiter(head.firstLine, [REASON]), FIRST_RECORDS);
    const first = rows.slice(0, FIRST_RECORDS).map(({ cells }) => cells);
    return { ...known, role: roleOf(name, header), columns: header, first, problem: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem = { message: error.message.replaceAll(path, name), nextStep: error.nextStep };
    return { ...known, role: 'stage', columns: [], first: [], problem };
  }
}

function roleOf(name: string, header: readonly string[]): AuditCandidate['role'] {
  if (header.some((cell) => normalizeHeader(cell) === REASON))
    return OTHER.test(name) ? 'other trace' : 'trace';
  return hasValidity(header) ? 'reference' : 'stage';
}

/** A file with validity dates is no reference where it has the key and says mostly what other extracts say, too. */
function looksLikeAnExtract(
  { columns }: AuditCandidate,
  key: readonly string[],
  inExtracts: ReadonlySet<string>,
): boolean {
  const names = columns.map(normalizeHeader);
  if (key.length === 0 || key.some((column) => !names.includes(normalizeHeader(column)))) return false;
  return names.filter((name) => inExtracts.has(name)).length > names.length * 0.7;
}
