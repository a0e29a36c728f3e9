import type { RecipeInfo } from '../../electron/contract/workspaces.ts';

/** How files write a column of a source, which is how the page calls it. */
export function columnHeader(
  { sources }: Pick<RecipeInfo, 'sources'>,
  source: string,
  column: string,
): string {
  const columns = sources.find(({ name }) => name === source)?.columns ?? [];
  return columns.find(({ name }) => name === column)?.header ?? column;
}
