import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reconciliation } from '../../electron/contract/reconciliation.ts';

/** Every file of an output folder with its bytes, by path within it; undefined where there is no folder. */
export function readOut(folder: string): ReadonlyMap<string, Buffer> | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

export function readReconciliation(folder: string): Reconciliation {
  return JSON.parse(readFileSync(join(folder, 'reconciliation.json'), 'utf8')) as Reconciliation;
}

export interface FileEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly recipe: string;
  readonly version: string;
  readonly as_of: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputs: readonly FileEntry[];
  readonly files: readonly (FileEntry & { readonly rows: number | null })[];
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
