import { Fault, valueReader } from '../ingest/values.ts';
import { escaped, formsOf } from '../text-patterns.ts';
import type { Condition, ViewPlan } from './view-plan.ts';

/**
 * The condition that a text stands in one of the plan's searched texts, in any case, or is the value of one of its decimals; none for an
 * empty text.
 */
export function searchCondition(
  { columns, searched, searchedLists = [] }: ViewPlan,
  text: string,
): readonly Condition[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  // No cell that is read holds it, and SQLite would take what stands before it for all of the text.
  if (wanted.includes('\0')) return [{ sql: 'false', values: [] }];
  const own = columns.filter((column) => column.searched);
  const texts = searched ?? own.filter(({ kind }) => kind !== 'decimal').map(({ expression }) => expression);
  const decimals = searched ? [] : own.filter(({ kind }) => kind === 'decimal');
  const value = readDecimal(wanted);
  const forms = formsOf(wanted);
  const whole = texts.map((expression) => `ifnull(${expression}, '')`).join(' || char(31) || ') || "''";
  const alternatives = forms.map(() => `(${whole}) like ? escape '\\'`);
  const values: (string | bigint)[] = forms.map(anywhere);
  for (const list of searchedLists) {
    for (const form of forms) {
      // Quickly whether the list may hold it, then whether one of its texts does: a comma or a quote stands in every list.
      alternatives.push(
        `${list} like ? escape '\\' and exists (select 1 from json_each(${list}) where value like ? escape '\\')`,
      );
      values.push(anywhere(JSON.stringify(form).slice(1, -1)), anywhere(form));
    }
  }
  if (!(value instanceof Fault) && typeof value === 'bigint') {
    for (const { expression } of decimals) {
      alternatives.push(`${expression} = ?`);
      values.push(value);
    }
  }
  return [{ sql: alternatives.join(' or '), values }];
}

const readDecimal = valueReader({ kind: 'decimal' });

/** The pattern of texts in which a text stands. */
function anywhere(text: string): string {
  return `%${escaped(text)}%`;
}
