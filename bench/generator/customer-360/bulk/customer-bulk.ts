import { type WrittenFile, writeRecords } from '../../bulk/bulk-file.ts';
import { entryLine, leadLine, transactionLine, visitLine } from './bulk-lines.ts';
import { customerScale } from './customer-scale.ts';

/** Writes the four files with so many transactions and twice as many visits: LF, UTF-8, commas and pipes. */
export function writeCustomerBulk(
  folder: string,
  transactions: number,
  seed: number,
): readonly WrittenFile[] {
  const scale = customerScale(transactions);
  const leads = 'lead_id,first_name,last_name,email,phone,lead_source,creation_date';
  const bought = 'transaction_id|user_uuid|amount|status|transaction_date';
  return [
    writeRecords(folder, 'crm_leads.csv', leads, scale.leadRecords, leadLine(scale, seed)),
    writeRecords(folder, 'transactions.txt', bought, scale.transactions, transactionLine(scale, seed)),
    writeRecords(folder, 'web_activity.json', undefined, scale.visits, visitLine(scale, seed)),
    writeRecords(folder, 'identity_map.csv', 'email,user_uuid', scale.entries, entryLine(seed)),
  ];
}
