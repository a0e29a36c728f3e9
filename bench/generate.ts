import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBulk } from './generator/bulk/bulk.ts';
import { sampleFiles } from './generator/sample/sample.ts';

const USAGE = `npm run generate -- [--size sample|BOOKINGS] [--seed N] [--out DIR]

Makes the four files of the recipe eligible-audience; the same size and seed give the same bytes.
  --size  sample (default): small, with every kind of fault; or a number of bookings: plain and large
  --seed  a whole number, 1 by default
  --out   the folder, assets/samples/eligible-audience by default; required for a number of bookings`;

const SAMPLE_FOLDER = resolve(import.meta.dirname, '../assets/samples/eligible-audience');

function wholeNumber(text: string, name: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new RangeError(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function generate(): void {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'sample' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const seed = wholeNumber(values.seed, '--seed');
  // npm runs scripts in the project's folder; a relative path is meant from where the user stands.
  const chosen = values.out === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.out);
  if (values.size === 'sample') {
    const folder = chosen ?? SAMPLE_FOLDER;
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of sampleFiles(seed)) writeFileSync(join(folder, name), bytes);
    console.log(`Wrote the sample to ${folder}`);
    return;
  }
  const bookings = wholeNumber(values.size, '--size');
  if (chosen === undefined) throw new RangeError('--out is required with a number of bookings.');
  mkdirSync(chosen, { recursive: true });
  const files = writeBulk(chosen, bookings, seed);
  for (const { name, records, bytes } of files) console.log(`${name}: ${records} records, ${bytes} bytes`);
}

try {
  generate();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 2;
}
