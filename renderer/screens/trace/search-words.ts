import type { RecipeInfo } from '../../../electron/contract/workspaces.ts';

/** By what an entity can be looked for: "customer_id, email, or part of either". */
export function searchWords({ key, sources }: Pick<RecipeInfo, 'key' | 'sources'>): string {
  // Only records that have the whole key lead to an entity.
  const hasEmail = sources.some(({ columns }) => {
    const names = columns.map(({ name }) => name);
    return key.every((name) => names.includes(name)) && columns.some(({ kind }) => kind === 'email');
  });
  const ways = hasEmail ? [...key, 'email'] : key;
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
