import { encode, type Format, randomFormat } from '../generator/format.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { brokenRecord, jsonRecord, soundRecord } from './json-record.ts';

/** How the records of a JSON file follow each other. */
type Shape = 'lines' | 'array' | 'array on one line' | 'array, then lines';

/** A JSON file of rows, in any shape. */
export function jsonFile(random: Random, faults: number, rows: readonly TextRow[]): Uint8Array {
  const format: Format = { ...randomFormat(random), lineEnds: random.pick([['\n'], ['\r\n']]) };
  const shape: Shape = random.pick([
    'lines',
    'lines',
    'lines',
    'array',
    'array on one line',
    'array, then lines',
  ]);
  const [first, ...others] = rows;
  const inArray = shape !== 'lines';
  // One sound record with every key: a file none of whose records has a required key is refused.
  const records = [
    ...(first ? [soundRecord(first)] : []),
    ...others.flatMap((row) => {
      const wrong = random.chance(faults / 2) ? [brokenRecord(random, row, inArray)] : [];
      return [...wrong, jsonRecord(random, row, faults)];
    }),
  ];
  return encode(format, joined(random, format, shape, records));
}

function joined(random: Random, format: Format, shape: Shape, records: readonly string[]): string {
  const end = random.pick(format.lineEnds);
  switch (shape) {
    case 'lines':
      return asLines(random, end, records);
    case 'array':
      return `[${end}${records.map((record) => pretty(random, record, end)).join(`,${end}`)}${end}]${end}`;
    case 'array on one line':
      return closed(random, `[${records.join(random.pick([',', ', ', ' , ']))}`);
    case 'array, then lines': {
      const half = Math.ceil(records.length / 2);
      return `[${records.slice(0, half).join(`,${end}`)}]${end}${asLines(random, end, records.slice(half))}`;
    }
  }
}

function asLines(random: Random, end: string, records: readonly string[]): string {
  const lines = records.map((record) => {
    const blank = random.chance(0.02) ? random.pick([end, `  ${end}`]) : '';
    return `${blank}${random.chance(0.03) ? ' ' : ''}${record}${end}`;
  });
  const text = lines.join('');
  // The last line may end in the middle, as that of a copy that was broken off.
  return random.pick([text, text, text.trimEnd(), text.trimEnd().slice(0, -3)]);
}

/** Over several lines, as programs for people write it; a record that holds no line end stays valid. */
function pretty(random: Random, record: string, end: string): string {
  return random.chance(0.5) ? record.replace(/^\{(?=")/, `{${end}  `).replace(/\}$/, `${end}}`) : record;
}

/** An array that ends, or whose last element breaks off. */
function closed(random: Random, text: string): string {
  return random.chance(0.8) || text === '[' ? `${text}]` : text.slice(0, -2);
}
