import { type WrittenFile, writeDurably } from './written-file.ts';

/** Writes a value as indented JSON with a final newline. */
export function writeJson(path: string, value: unknown): WrittenFile {
  return writeDurably(path, (write) => {
    write(jsonText(value));
    return null;
  });
}

/** A value as indented JSON with a final newline. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
