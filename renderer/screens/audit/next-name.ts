/** A name for the next audit that none has yet: "Audit 3". */
export function nextName(names: readonly string[]): string {
  for (let number = names.length + 1; ; number++) {
    const name = `Audit ${number}`;
    if (!names.includes(name)) return name;
  }
}
