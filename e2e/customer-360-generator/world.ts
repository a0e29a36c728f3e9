import type { Identity } from '../customer-360-oracle/identity.ts';
import { type Customer360SourceName, declaredSource } from '../customer-360-oracle/sources.ts';
import { makeFile } from '../generator/files.ts';
import { compress } from '../generator/format.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { jsonFile } from './json-file.ts';
import { pipeFile } from './pipe-file.ts';
import { makePlan } from './plan.ts';
import { activityRows, entryRows, leadRows, transactionRows } from './rows.ts';

/** A folder of files, and how leads and users are to be linked. */
export interface World {
  readonly identity: Identity;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Messy files of all shapes. */
export function generateCustomers(random: Random): World {
  const plan = makePlan(random);
  const delimited = (name: Customer360SourceName, rows: readonly TextRow[]) =>
    makeFile(random, plan.faults, declaredSource(name), rows, true);
  const transactions = transactionRows(random, plan);
  const files: Record<string, Uint8Array> = {
    ...named(random, ['crm_leads.csv', 'CRM_Leads.CSV'], delimited('crm_leads', leadRows(random, plan))),
    ...named(
      random,
      ['transactions.txt', 'Transactions.TXT'],
      random.chance(0.7)
        ? pipeFile(random, plan.faults, declaredSource('transactions'), transactions)
        : delimited('transactions', transactions),
    ),
    ...named(
      random,
      ['web_activity.json', 'web_activity.jsonl', 'Web_Activity.JSON'],
      jsonFile(random, plan.faults, activityRows(random, plan)),
    ),
  };
  if (plan.hasMap)
    Object.assign(files, { 'identity_map.csv': delimited('identity_map', entryRows(random, plan)) });
  if (random.chance(0.2)) files['read me.txt'] = Buffer.from('hello');
  return { identity: plan.identity, files };
}

function named(
  random: Random,
  names: readonly string[],
  bytes: Uint8Array,
): Readonly<Record<string, Uint8Array>> {
  const [usual = '', ...others] = names;
  const name = random.chance(0.7) ? usual : random.pick([usual, ...others]);
  return random.chance(0.15) ? { [`${name}.gz`]: compress(bytes) } : { [name]: bytes };
}
