import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A pipeline's files, by their paths. */
export interface PipelineFiles {
  readonly stages: readonly { readonly name: string; readonly path: string }[];
  readonly trace: string;
  readonly otherTrace: string;
  readonly reference: string;
}

const STAGES = ['initial', 'exclusions', 'offers', 'enriched', 'buffered', 'selected', 'targets'] as const;
const COUNTRIES = ['DE', 'AT', 'FR', 'IT', 'ES', 'NL'] as const;
const PIECE = 1 << 20;

/**
 * Writes seven extracts of a pipeline with so many keys in the first, its traces and a reference. Every thirtieth key is filtered at some
 * stage and traced; what is wrong: a country is dropped in silence, every hundredth key gets three rows whose identifier is gone later, every
 * five hundredth is filtered beside the reporting, every thousandth has an older record. The same number gives the same bytes.
 */
export function writePipeline(folder: string, keys: number): PipelineFiles {
  mkdirSync(folder, { recursive: true });
  const stages = STAGES.map((name, index) => ({ name, path: join(folder, `${index + 1}_${name}.csv`) }));
  for (const [stage, { path }] of stages.entries()) writeLines(path, extract(stage, keys));
  const [trace, otherTrace, reference] = ['trace.csv', 'other_trace.csv', 'reference.csv'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeLines(trace, traceOf(keys));
  writeLines(otherTrace, otherTraceOf(keys));
  writeLines(reference, referenceOf(keys));
  return { stages, trace, otherTrace, reference };
}

/** A number that looks like chance, of a key. */
function mixed(key: number): number {
  const mixture = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixture ^ (mixture >>> 12)) >>> 0;
}

/** The stage at which a key is filtered, 7 for none. */
function filteredAt(key: number): number {
  return mixed(key) % 30 === 0 ? 1 + (mixed(key + 1) % 6) : 7;
}

function countryOf(key: number): string {
  return mixed(key * 3 + 1) % 400 === 0 ? 'MT' : (COUNTRIES[mixed(key * 7) % COUNTRIES.length] ?? 'DE');
}

function isUnreported(key: number): boolean {
  return key % 500 === 7;
}

function isIn(stage: number, key: number): boolean {
  if (stage >= filteredAt(key)) return false;
  if (stage >= 2 && countryOf(key) === 'MT') return false;
  return !(stage >= 5 && isUnreported(key));
}

function keyText(key: number): string {
  return `S${key % 12},${key}`;
}

function* extract(stage: number, keys: number): Iterable<string> {
  const detailed = stage === 3 || stage === 4;
  yield `solution_id,client_id,country,segment,email,tier${detailed ? ',detail_id' : ''}\n`;
  for (let key = 1; key <= keys; key++) {
    if (!isIn(stage, key)) continue;
    const tier = key % 1000 === 3 && stage >= 4 ? 'silver' : 'gold';
    const row = `${keyText(key)},${countryOf(key)},segment ${key % 9},client${key}@example.com,${tier}`;
    const rows = stage >= 3 && key % 100 === 0 ? 3 : 1;
    for (let detail = 1; detail <= rows; detail++) yield `${row}${detailed ? `,D${key}-${detail}` : ''}\n`;
  }
}

function* traceOf(keys: number): Iterable<string> {
  yield 'solution_id,client_id,stage,reason\n';
  for (let key = 1; key <= keys; key++) {
    if (countryOf(key) === 'MT' && filteredAt(key) > 2) continue;
    if (isUnreported(key) && filteredAt(key) > 5) continue;
    if (filteredAt(key) < 7) yield `${keyText(key)},${STAGES[filteredAt(key)]},reason ${key % 7}\n`;
  }
}

function* otherTraceOf(keys: number): Iterable<string> {
  yield 'solution_id,client_id,reason\n';
  for (let key = 1; key <= keys; key++) if (isUnreported(key)) yield `${keyText(key)},set aside by hand\n`;
}

function* referenceOf(keys: number): Iterable<string> {
  yield 'client_id,tier,valid_from,valid_to\n';
  for (let key = 3; key <= keys; key += 1000) {
    yield `${key},silver,2024-01-01,2024-12-31\n${key},gold,2025-01-01,\n`;
  }
}

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let waiting: string[] = [];
  let length = 0;
  const flush = () => {
    writeSync(file, waiting.join(''));
    waiting = [];
    length = 0;
  };
  for (const line of lines) {
    waiting.push(line);
    length += line.length;
    if (length > PIECE) flush();
  }
  flush();
  closeSync(file);
}
