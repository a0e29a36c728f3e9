import { BROKEN_BYTES, encode, type Format, formatRecord, randomFormat } from '../generator/format.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import type { Source } from '../oracle/sources.ts';

/** A file with `|` between its cells, as the page says, with pipes inside quotes and broken lines. */
export function pipeFile(
  random: Random,
  faults: number,
  { columns }: Source,
  rows: readonly TextRow[],
): Uint8Array {
  const format: Format = { ...randomFormat(random), delimiter: '|' };
  const names = random.chance(0.7)
    ? columns.map(({ name }) => name)
    : random.shuffle(columns.map(({ name }) => name));
  const records = [
    formatRecord(random, format, names),
    ...rows.map((row) => {
      const cells = names.map((name) => row[name] ?? '');
      const record = formatRecord(random, format, cells);
      return random.chance(faults / 3) ? broken(random, format, cells, record) : record;
    }),
  ];
  const text = records.map((record) => record + random.pick(format.lineEnds)).join('');
  return encode(format, format.lastLineEnds ? text : text.replace(/(?:\r\n|\r|\n)$/, ''));
}

function broken(random: Random, format: Format, cells: readonly string[], record: string): string {
  const fewer = formatRecord(random, format, cells.slice(0, -1));
  return random.pick([
    fewer,
    `${record}|extra`,
    `${record}|"a|b"|`,
    `${fewer}|"never closed`,
    `"closed"early|${record}`,
    `${record}\0`,
    record.replace(/.$/u, BROKEN_BYTES),
    '||||',
  ]);
}
