import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The content of a folder's files by name; text is written as UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with these files; it goes when the test that asked for it ends. */
export function tempFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-unit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** Makes these the only files of a folder. */
export function replaceFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFiles(folder, files);
}

/** Adds or overwrites files of a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}
