import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a file of a test holds: text is written as UTF-8, bytes as they are. */
export type Content = string | Uint8Array;

/** Writes one file, with the folders above it, and answers its path. */
export function writeFile(folder: string, name: string, content: Content): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Writes files by name. */
export function writeFiles(folder: string, files: Readonly<Record<string, Content>>): void {
  for (const [name, content] of Object.entries(files)) writeFile(folder, name, content);
}

/** Lines, each ended. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

/** CSV files of sources, by their headers, with these lines under them; null leaves a file out. */
export function csvFiles(
  headers: Readonly<Record<string, string>>,
  rows: Readonly<Record<string, readonly string[] | null | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).flatMap(([name, header]) => {
    const own = rows[name] === undefined ? [] : rows[name];
    return own === null ? [] : [[`${name}.csv`, lines(header, ...own)] as const];
  });
  return Object.fromEntries(entries);
}

export function gz(content: Content): Uint8Array {
  return gzipSync(content);
}

export function utf16le(text: string, mark = true): Uint8Array {
  return Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
}

export function utf16be(text: string, mark = true): Uint8Array {
  return Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le').swap16();
}

/** Text of which every character is below U+0100 and means the same in Windows-1252. */
export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
