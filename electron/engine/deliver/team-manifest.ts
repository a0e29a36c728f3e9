import { basename } from 'node:path';
import { z } from 'zod';
import { jsonText } from '../export/json-file.ts';
import type { About, TeamFiles } from './delivery.ts';

const ManifestSchema = z.object({ files: z.array(z.object({ name: z.string() })) });

/** The manifest of what one team gets. */
export function teamManifest({ recipe, version, asOf, params }: About, { team, files }: TeamFiles): string {
  return jsonText({
    recipe,
    version,
    as_of: asOf,
    params,
    team,
    files: files
      .map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
  });
}

/** The names of the files that a manifest lists; none where it is no manifest of ours. */
export function listedNames(manifest: string): readonly string[] {
  try {
    const { files } = ManifestSchema.parse(JSON.parse(manifest));
    return files.map(({ name }) => name).filter(isPlain);
  } catch {
    return [];
  }
}

/** Whether a name is that of a file beside the manifest, and leads nowhere else. */
function isPlain(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && name === basename(name) && !name.includes('\\');
}
