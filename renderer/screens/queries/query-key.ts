import type { SavedQuery } from '../../../electron/contract/queries.ts';

/** Names a query within a workspace, also in an address. */
export function queryKey({ kind, name }: Pick<SavedQuery, 'kind' | 'name'>): string {
  return `${kind}:${name}`;
}

/** The query that an address names; without one the first; null for a new one. */
export function chosenQuery(queries: readonly SavedQuery[], key: string | undefined): SavedQuery | null {
  if (key === 'new') return null;
  return queries.find((each) => queryKey(each) === key) ?? queries[0] ?? null;
}

/** The tables whose name, or whose columns' names or descriptions, hold a text; of the latter only the columns that do. */
export function foundIn<Table extends FoundTable>(
  tables: readonly Table[],
  search: string,
): readonly Table[] {
  const text = search.trim().toLowerCase();
  if (!text) return tables;
  const holds = (...texts: readonly string[]) => texts.some((each) => each.toLowerCase().includes(text));
  return tables.flatMap((table) => {
    if (holds(table.name)) return [table];
    const columns = table.columns.filter(({ name, description }) => holds(name, description));
    return columns.length > 0 ? [{ ...table, columns }] : [];
  });
}

interface FoundTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly description: string }[];
}
