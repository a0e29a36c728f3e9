import { SOURCES, type Source } from '../oracle/sources.ts';
import { BROKEN_BYTES, compress, encode, type Format, formatRecord, randomFormat } from './format.ts';
import type { Random } from './random.ts';
import { makeRows, type Plan, type TextRow } from './rows.ts';

export interface Generated {
  readonly windowDays: number;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Four messy sources in all the shapes that files come in. */
export function generate(random: Random): Generated {
  const plan: Plan = {
    windowDays: random.pick([365, 365, 365, 0, 1, 30, 3000]),
    faults: random.pick([0, 0.02, 0.1, 0.3]),
  };
  return {
    windowDays: plan.windowDays,
    files: makeFiles(random, plan.faults, SOURCES, makeRows(random, plan)),
  };
}

/** The rows of sources, by source, in files of all shapes; a source without rows of its own is left out. */
export function makeFiles(
  random: Random,
  faults: number,
  sources: readonly Source[],
  rows: Readonly<Record<string, readonly TextRow[]>>,
): Readonly<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const source of sources) {
    const own = rows[source.name];
    if (!own) continue;
    const names = fileNames(random, source);
    const single = names.taken.length === 1;
    names.taken.forEach((name, index) => {
      const share = own.filter((_, at) => at % names.taken.length === index);
      const bytes = makeFile(random, faults, source, share, single);
      files[name] = name.toLowerCase().endsWith('.gz') ? compress(bytes) : bytes;
    });
    for (const name of names.untaken) files[name] = Buffer.from('nobody reads this');
  }
  if (random.chance(0.2)) files['read me.txt'] = Buffer.from('hello');
  return files;
}

function fileNames(
  random: Random,
  source: Source,
): { readonly taken: readonly string[]; readonly untaken: readonly string[] } {
  const base = random.pick(source.files.filter((name) => !name.includes('*'))).replace(/\.csv$/, '');
  const capital = base.replace(/^./, (letter) => letter.toUpperCase());
  const taken = random.pick([
    [`${base}.csv`],
    [`${base}.csv`],
    [`${base}.csv`],
    [`${base.toUpperCase()}.CSV`],
    [`${base}.csv.gz`],
    [`${base}.csv`, `${base}.csv.gz`],
    [`${capital}_2.csv`, `${base}_1.csv`, `${base}-10.csv.GZ`],
    [`${base} (1).csv`, `${base}(2).csv`],
  ]);
  const exact = taken.some((name) => name.toLowerCase().startsWith(`${base}.csv`));
  return { taken, untaken: exact && random.chance(0.15) ? [`${base}_old.csv`] : [] };
}

/** One file of a source, in any shape; `single`: its source has no other file. */
export function makeFile(
  random: Random,
  faults: number,
  source: Source,
  rows: readonly TextRow[],
  single: boolean,
): Uint8Array {
  const format = randomFormat(random);
  const columns = columnsOf(random, source, single);
  const header = columns.map((column) => (column.declared ? spelling(random, column.name) : column.name));
  const reloaded = random.chance(0.08);
  const records = [
    formatRecord(random, format, [...header, ...(reloaded ? REJECTED_COLUMNS : [])]),
    ...rows.flatMap((row) => {
      const cells = columns.map(({ name, declared }) => (declared ? pad(random, row[name] ?? '') : 'x'));
      if (!reloaded) return damage(random, faults, format, cells);
      return [formatRecord(random, format, [...cells, 'email:missing_value', 'old.csv', '7'])];
    }),
  ];
  const text = records.map((record) => record + random.pick(format.lineEnds)).join('');
  return encode(format, format.lastLineEnds ? text : text.replace(/(?:\r\n|\r|\n)$/, ''));
}

// A file that Muster once wrote for the rejected records, given back to it.
const REJECTED_COLUMNS = ['rejection_reason', 'source_file', 'source_line'];

interface FileColumn {
  readonly name: string;
  readonly declared: boolean;
}

/** Declared columns in any order, optional ones at times missing, others at times between. */
function columnsOf(random: Random, source: Source, single: boolean): readonly FileColumn[] {
  const declared = source.columns
    .filter((column) => column.required || random.chance(0.9))
    .map(({ name }) => ({ name, declared: true }));
  // Two columns of one unknown name could not be told apart between several files.
  const unknown = single ? ['', '', 'note', 'note', 'Legacy, Ref'] : ['', 'note', 'Legacy "Ref"'];
  const others = unknown.filter(() => random.chance(0.15)).map((name) => ({ name, declared: false }));
  return random.chance(0.5) ? [...declared, ...others] : random.shuffle([...declared, ...others]);
}

function spelling(random: Random, name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return random.pick([
    name,
    name,
    name.toUpperCase(),
    spaced,
    name.replaceAll('_', '-'),
    ` ${spaced} `,
    name.replaceAll('_', ''),
  ]);
}

function pad(random: Random, cell: string): string {
  return random.chance(0.05) ? random.pick([` ${cell}`, `${cell}  `, `\t${cell}`, `\u00A0${cell} `]) : cell;
}

/** The lines that stand for a record: now and then with a fault of the whole record, or with a line before it. */
function damage(random: Random, faults: number, format: Format, cells: readonly string[]): readonly string[] {
  const record = formatRecord(random, format, cells);
  if (!random.chance(faults / 3)) return [record];
  const { delimiter } = format;
  switch (random.below(10)) {
    case 0:
      return [formatRecord(random, format, cells.slice(0, -1))];
    case 1:
      return [`${record}${delimiter}extra`, `${record}${delimiter}"a""b"${delimiter}`];
    case 2:
      return [`${formatRecord(random, format, cells.slice(0, -1))}${delimiter}"never closed`];
    case 3:
      return [`"closed"early${delimiter}${record}`];
    case 4:
      return [`${record}\0`];
    case 5:
      return [record.replace(/.$/u, BROKEN_BYTES)];
    case 6:
      return ['', '', record];
    case 7:
      return ['   ', record];
    case 8:
      return [`${record}${delimiter}"`];
    default:
      return [delimiter.repeat(cells.length - 1)];
  }
}
