/** Says of a source that it has no file. */
export function withoutFile(source: string): string {
  return `${source} has no file yet.`;
}
