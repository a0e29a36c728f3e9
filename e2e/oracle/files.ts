import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Source } from './sources.ts';

/** The files of a folder that a source takes, in the order in which they are loaded. */
export function filesOf(source: Source, names: readonly string[]): readonly string[] {
  for (const pattern of source.files) {
    const taken = names.filter((name) => matches(pattern, name));
    if (taken.length > 0) return taken.toSorted(byCodeUnit);
  }
  return [];
}

export interface Folder {
  readonly taken: ReadonlyMap<string, readonly string[]>;
  readonly untaken: readonly string[];
}

/** Which files of a folder the sources take, and which none takes. */
export function readFolder(folder: string, sources: readonly Source[]): Folder {
  const names = readdirSync(folder);
  const taken = new Map(sources.map((source) => [source.name, filesOf(source, names)]));
  const all = new Set([...taken.values()].flat());
  return { taken, untaken: names.filter((name) => !all.has(name)).toSorted(byCodeUnit) };
}

export function readBytes(folder: string, name: string): Uint8Array {
  const bytes = readFileSync(join(folder, name));
  return name.toLowerCase().endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function matches(pattern: string, name: string): boolean {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return plain === pattern;
  return plain.length >= before.length + after.length && plain.startsWith(before) && plain.endsWith(after);
}
