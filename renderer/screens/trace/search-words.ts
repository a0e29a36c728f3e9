import type { ColumnKind, RecipeInfo, SourceInfo } from '../../../electron/contract/workspaces.ts';

/** By what an entity can be looked for: "customer_id, email, or part of either". */
export function searchWords({ key, sources }: Pick<RecipeInfo, 'key' | 'sources'>): string {
  const ways = sources.some((source) => finds(source, ['email'])) ? [...key, 'email'] : key;
  const parts =
    ways.length === 1 ? 'or part of it' : ways.length === 2 ? 'or part of either' : 'or part of any';
  return [...ways, parts].join(', ');
}

/** How a key is typed: "Type a customer_id as it is written", "Type a solution_id or client_id, or both with a comma between them, …". */
export function typingWords(key: readonly string[]): string {
  const how = 'as it is written: zeros at the start count, and so do capitals.';
  if (key.length === 1) return `Type a ${key.join()} ${how}`;
  return `Type a ${key.join(' or a ')}, or all of them with commas between, ${how}`;
}

/** For each source whose records have only a part of the key, whom its texts find: "An email or another text of clients finds every lead with its client_id." */
export function partWords({
  entity,
  key,
  sources,
}: Pick<RecipeInfo, 'entity' | 'key' | 'sources'>): readonly string[] {
  return sources
    .filter((source) => source.entityKey.length < key.length && finds(source, ['email', 'text']))
    .map((source) => {
      const what = finds(source, ['email']) ? 'An email or another text' : 'A text';
      return `${what} of ${source.name} finds every ${entity} with its ${source.entityKey.join(' and ')}.`;
    });
}

/** Whether a source's records lead to an entity, and have a column of such a kind. */
function finds({ entityKey, columns }: SourceInfo, kinds: readonly ColumnKind[]): boolean {
  return entityKey.length > 0 && columns.some(({ kind }) => kinds.includes(kind));
}
