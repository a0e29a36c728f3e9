/** An entity's key as the address has it: a JSON list of texts; null for what is none. */
export function readKey(text: string | undefined): readonly string[] | null {
  if (!text) return null;
  try {
    const key: unknown = JSON.parse(text);
    if (!Array.isArray(key) || key.length === 0) return null;
    return key.every((part): part is string => typeof part === 'string') ? key : null;
  } catch {
    return null;
  }
}

/** A text that somebody typed, as a key of so many parts: they are written with commas between them, or with tabs, as cells are copied. */
export function typedKey(text: string, parts: number): readonly string[] {
  return parts === 1 ? [text.trim()] : text.split(/[,\t]/).map((part) => part.trim());
}
