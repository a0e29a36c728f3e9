import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { typedFileName } from '../export/typed-file.ts';
import { MANIFEST } from '../export/write-files.ts';
import type { Output, Recipe } from '../recipe/recipe.ts';
import type { TeamFiles } from './delivery.ts';

const ManifestSchema = z.object({
  files: z.array(
    z.object({ name: z.string(), rows: z.number().nullable(), bytes: z.number(), sha256: z.string() }),
  ),
});

/** The teams for which a recipe has files, in its order. */
export function teamsOf({ outputs }: Recipe): readonly string[] {
  return [...new Set(outputs.flatMap(({ team }) => team ?? []))];
}

/** The names of the files of a team that a recipe makes, in its order. */
export function teamFileNames({ outputs }: Recipe, team: string): readonly string[] {
  return outputs.filter((output) => output.team === team).flatMap(namesOf);
}

/** What each team gets of the files that a run has written into a folder, with its manifest. */
export function teamFiles(recipe: Recipe, folder: string): readonly TeamFiles[] {
  const { files } = ManifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  return teamsOf(recipe).map((team) => {
    const names = new Set(teamFileNames(recipe, team));
    const own = files.filter(({ name }) => names.has(name));
    return { team, files: own.map((file) => ({ ...file, path: join(folder, file.name) })) };
  });
}

function namesOf(output: Output): readonly string[] {
  return [output.file, ...output.also.map((format) => typedFileName(output, format))];
}
