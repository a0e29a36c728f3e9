const AGGREGATE = String.raw`\b(?:sum|min|max|avg|total)\s*\(\s*(?:distinct\s+)?(?:\w+\.)?(\w+)\s*\)`;

/**
 * The column of which a result's column is the sum, the least, the most or the mean, so that it is shown as that one is; undefined
 * where the query works it out in another way. It looks at the text alone: `sum(amount)`, `sum(b.amount) as revenue`.
 */
export function aggregatedColumn(sql: string, resultColumn: string): string | undefined {
  const itself = new RegExp(`^${AGGREGATE}$`, 'i').exec(resultColumn.trim());
  if (itself) return itself[1];
  const named = new RegExp(`${AGGREGATE}\\s+(?:as\\s+)?["\`[]?${RegExp.escape(resultColumn)}\\b`, 'i').exec(
    sql,
  );
  return named?.[1];
}
