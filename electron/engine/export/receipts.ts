import type { Receipt } from '../../contract/exports.ts';
import type { ReadableDb, WritableDb } from '../workspace/database.ts';

type Proof = Omit<Receipt, 'receipt'>;

/** What receipts of earlier versions have not. */
const BEFORE: Pick<Proof, 'cautions'> = { cautions: [] };

/** Keeps the receipt of an export and numbers it. */
export function keepReceipt(db: WritableDb, proof: Proof): Receipt {
  const { lastInsertRowid } = db
    .prepare<[string]>('insert into export (receipt) values (?)')
    .run(JSON.stringify(proof));
  return { receipt: Number(lastInsertRowid), ...proof };
}

/** All receipts, the latest first. */
export function listReceipts(db: ReadableDb): readonly Receipt[] {
  return db
    .prepare<[], { receipt: number; proof: string }>(
      'select export as receipt, receipt as proof from export order by export desc',
    )
    .all()
    .map(({ receipt, proof }) => ({ receipt, ...BEFORE, ...(JSON.parse(proof) as Proof) }));
}
