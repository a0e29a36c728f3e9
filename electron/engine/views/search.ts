import type { Condition, ViewPlan } from './view-plan.ts';

/** The condition that a text stands in one of the plan's searched texts, in any case; none for an empty text. */
export function searchCondition({ columns, searched }: ViewPlan, text: string): readonly Condition[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  const where = searched ?? columns.map(({ expression }) => expression);
  const whole = where.map((expression) => `ifnull(${expression}, '')`).join(` || char(31) || `);
  // SQLite's like knows the case of ASCII letters only.
  const forms = [...new Set([wanted, wanted.toLowerCase(), wanted.toUpperCase(), capitalised(wanted)])];
  const needed = isAscii(wanted) ? [wanted] : forms;
  return [
    {
      sql: needed.map(() => `(${whole}) like ? escape '\\'`).join(' or '),
      values: needed.map((form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`),
    },
  ];
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
