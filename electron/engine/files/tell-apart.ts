/** Titles of loaded files in their order: those that share a name are counted, for a source may hold several of one name. */
export function tellApart(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const all = names.filter((other) => other === name).length;
    const at = (seen.get(name) ?? 0) + 1;
    seen.set(name, at);
    return all === 1 ? name : `${name}, ${at} of ${all}`;
  });
}
