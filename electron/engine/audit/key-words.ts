import type { AuditData } from './audit-data.ts';
import { numbered } from './audit-tables.ts';

const MOST_EXAMPLES = 3;

/** A longer text in a sentence is cut, in UTF-16 units. */
const MOST_UNITS = 60;

/** Where examples come from: tables with a key under `found`, a figure of each and an order before that of the keys. */
interface ExamplesQuery {
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly figure: string;
}

/** A few keys in words, each with its figure. */
export function exampleKeys(
  { db, tables, key }: AuditData,
  { from, where, order, figure }: ExamplesQuery,
): readonly { readonly key: string; readonly figure: number }[] {
  const parts = numbered('k', key.length, 'known');
  return db
    .prepare<[], [number, ...string[]]>(
      `select ${figure}, ${parts.map((part) => `cast(${part} as text)`).join(', ')}
       from ${from}
       join ${tables.key} as known on known.key = found.key
       where ${where}
       order by ${order}, ${parts.join(', ')}
       limit ${MOST_EXAMPLES}`,
    )
    .raw()
    .all()
    .map(([own, ...values]) => ({ key: values.map(shortened).join(', '), figure: own }));
}

/** A text as it stands in a sentence: on one line, and not too long. */
export function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length <= MOST_UNITS ? plain : `${plain.slice(0, MOST_UNITS)}…`;
}
