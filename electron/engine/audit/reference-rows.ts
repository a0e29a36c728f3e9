import { normalizeHeader } from '../ingest/headers.ts';
import type { Column } from '../recipe/recipe.ts';
import { identifier, type WritableDb } from '../workspace/database.ts';
import type { AuditReference } from './audit-data.ts';
import type { AuditRequest } from './audit-request.ts';
import { goesOn, numbered } from './audit-tables.ts';
import { type AuditColumn, type FoundHeader, type HeaderLayout, missingColumns } from './header-layout.ts';

/** The columns of a reference that say from when and until when a record holds. */
export interface Validity {
  readonly from: AuditColumn;
  readonly to: AuditColumn | undefined;
}

const FROM = /(?:^|_)(?:from|start|begin|since)(?:_(?:date|on|day))?$/;
const TO = /(?:^|_)(?:to|end|until)(?:_(?:date|on|day))?$/;

/** Whether a header says by its columns' names from when and until when a record holds. */
export function hasValidity(header: readonly string[]): boolean {
  const words = header.map(asWords);
  return words.some((name) => FROM.test(name)) && words.some((name) => TO.test(name));
}

/** Tells from when and until when the records of a reference hold; throws a Failure where nothing says from when. */
export function validityOf(header: FoundHeader, layout: HeaderLayout, request: AuditRequest): Validity {
  const { columns } = layout;
  const named = (name: string | undefined, pattern: RegExp) =>
    name === undefined
      ? columns.find(({ title }) => pattern.test(asWords(title)))
      : columns.find(({ same }) => same === normalizeHeader(name));
  const from = named(request.validFrom, FROM);
  if (!from) throw missingColumns(header, [request.validFrom ?? 'valid_from']);
  const to = named(request.validTo, TO);
  if (!to && request.validTo !== undefined) throw missingColumns(header, [request.validTo]);
  return { from, to };
}

/** What is loaded of a reference behind its texts: the days of validity, which have to be days. */
export function referenceColumns(
  validity: Validity | undefined,
): readonly (Column & { readonly place: number })[] {
  if (!validity) return [];
  const day = ({ title, place }: AuditColumn) => {
    const type = { kind: 'date' } as const;
    return { name: title, header: title, type, required: false, description: '', place };
  };
  return [day(validity.from), ...(validity.to ? [day(validity.to)] : [])];
}

/**
 * Makes the table of a reference's records that have begun by the as-of date: `record` numbers them by key, begin and line, so that of a
 * key the greatest is the latest.
 */
export function buildReference(
  db: WritableDb,
  request: AuditRequest,
  loaded: {
    readonly table: string;
    readonly layout: HeaderLayout;
    readonly validity: Validity | undefined;
  },
): Pick<AuditReference, 'table' | 'keyParts' | 'validFrom' | 'validTo'> {
  const { layout, validity } = loaded;
  if (!validity) throw new Error('A reference has a validity.');
  const keyParts = layout.keyPlaces.flatMap((place, part) => (place >= 0 ? [part] : []));
  const parts = keyParts.length;
  const width = layout.columns.length;
  const table = loaded.table.replace('audit_loading_', 'audit_reference_');
  const keys = numbered('k', parts);
  const cells = numbered('c', width);
  const values = numbered('v', parts + width, 'row');
  const begin = `coalesce(row.v${parts + width + 1}, '')`;
  db.exec(
    `create table ${table} (record integer primary key, ${[...keys.map((name) => `${name} any`), ...cells.map((name) => `${name} text`)].join(', ')}) strict`,
  );
  db.prepare<[string]>(
    `insert into ${table} (${[...keys, ...cells].join(', ')})
     select ${values.join(', ')}
     from ${loaded.table} as row
     where ${begin} <= ? and ${goesOn(db, 'row.line')}
     order by ${[...numbered('v', parts, 'row'), begin, 'row.line'].join(', ')}`,
  ).run(request.asOf);
  const index = identifier(`${table.replace(/\W/g, '_')}_by_key`);
  db.exec(`create index temp.${index} on ${table.replace('temp.', '')} (${keys.join(', ')})`);
  return { table, keyParts, validFrom: validity.from.title, validTo: validity.to?.title ?? null };
}

/** A header's name in small letters, its words parted by `_`. */
function asWords(title: string): string {
  return title
    .trim()
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
