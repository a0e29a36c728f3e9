import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBulk } from './generator/bulk/bulk.ts';
import type { WrittenFile } from './generator/bulk/bulk-file.ts';
import { auditFiles } from './generator/campaigns/audit/audit-sample.ts';
import { writeCampaignBulk } from './generator/campaigns/bulk/campaign-bulk.ts';
import { campaignFiles } from './generator/campaigns/sample/sample.ts';
import { writeCustomerBulk } from './generator/customer-360/bulk/customer-bulk.ts';
import { customerFiles } from './generator/customer-360/sample/sample.ts';
import { writeLoyaltyBulk } from './generator/loyalty/bulk/loyalty-bulk.ts';
import { loyaltyFiles } from './generator/loyalty/sample/sample.ts';
import { writeSalesBulk } from './generator/sales/bulk/sales-bulk.ts';
import { salesFiles } from './generator/sales/sample/sample.ts';
import { sampleFiles } from './generator/sample/sample.ts';

const USAGE = `npm run generate -- [--recipe NAME] [--size sample|NUMBER | --lines NUMBER] [--seed N] [--out DIR]

Makes the files of a recipe; the same recipe, size and seed give the same bytes.
  --recipe  eligible-audience (default), campaign-targets, sales-analytics, customer-360,
            loyalty-engagement, or campaign-audit: the extracts of a pipeline that runs elsewhere, as a sample only
  --size    sample (default): small, with every kind of fault; or a number of bookings, of clients of
            campaign-targets, of lines of sales-analytics, of transactions of customer-360 (with
            twice as many visits), or of lines of all files of loyalty-engagement: plain and large
  --lines   the same as --size with a number
  --seed    a whole number, 1 by default
  --out     the folder, the recipe's in assets/samples by default; required for a number`;

const SAMPLES_FOLDER = resolve(import.meta.dirname, '../assets/samples');

/** What can be made for a recipe. */
interface Maker {
  readonly sample: (seed: number) => ReadonlyMap<string, Buffer>;
  readonly bulk?: (folder: string, size: number, seed: number) => readonly WrittenFile[];
}

const MAKERS: ReadonlyMap<string, Maker> = new Map([
  ['eligible-audience', { sample: sampleFiles, bulk: writeBulk }],
  ['campaign-targets', { sample: campaignFiles, bulk: writeCampaignBulk }],
  ['sales-analytics', { sample: salesFiles, bulk: writeSalesBulk }],
  ['customer-360', { sample: customerFiles, bulk: writeCustomerBulk }],
  ['loyalty-engagement', { sample: loyaltyFiles, bulk: writeLoyaltyBulk }],
  ['campaign-audit', { sample: auditFiles }],
]);

function wholeNumber(text: string, name: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new RangeError(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function generate(): void {
  const { values } = parseArgs({
    options: {
      recipe: { type: 'string', default: 'eligible-audience' },
      size: { type: 'string', default: 'sample' },
      lines: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const maker = MAKERS.get(values.recipe);
  if (!maker) {
    throw new RangeError(`--recipe must be one of ${[...MAKERS.keys()].join(', ')}, not "${values.recipe}".`);
  }
  const seed = wholeNumber(values.seed, '--seed');
  // npm runs scripts in the project's folder; a relative path is meant from where the user stands.
  const chosen = values.out === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.out);
  const number = values.lines ?? (values.size === 'sample' ? undefined : values.size);
  if (number === undefined) {
    const folder = chosen ?? join(SAMPLES_FOLDER, values.recipe);
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of maker.sample(seed)) writeFileSync(join(folder, name), bytes);
    console.log(`Wrote the sample to ${folder}`);
    return;
  }
  const size = wholeNumber(number, values.lines === undefined ? '--size' : '--lines');
  if (!maker.bulk) throw new RangeError(`${values.recipe} is made as a sample only.`);
  if (chosen === undefined) throw new RangeError('--out is required with a number.');
  mkdirSync(chosen, { recursive: true });
  const files = maker.bulk(chosen, size, seed);
  for (const { name, records, bytes } of files) console.log(`${name}: ${records} records, ${bytes} bytes`);
}

try {
  generate();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 2;
}
