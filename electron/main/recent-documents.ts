import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';

const RecentsSchema = z.array(z.object({ path: z.string() }));

/** The menu shows no more. */
const MOST_SHOWN = 10;

/** A workspace that was opened, as the menu shows it. */
export interface RecentDocument {
  readonly path: string;
  readonly name: string;
}

/** The workspaces that the engine has opened, latest first; none where its list cannot be read. */
export function recentDocuments(file: string): readonly RecentDocument[] {
  try {
    return RecentsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      .slice(0, MOST_SHOWN)
      .map(({ path }) => ({ path, name: basename(path).replace(/\.muster$/i, '') }));
  } catch {
    return [];
  }
}
