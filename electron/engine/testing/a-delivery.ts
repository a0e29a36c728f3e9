import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { About, TeamFiles } from '../deliver/delivery.ts';
import { writeTexts } from './file-texts.ts';
import { tempFolder } from './temp-folder.ts';

/** What teams get: texts of files by name, by team. */
export type TeamTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Files as a run has written them, for teams. */
export function aDelivery(teams: TeamTexts): readonly TeamFiles[] {
  const folder = tempFolder();
  return Object.entries(teams).map(([team, texts]) => {
    writeTexts(join(folder, team), texts);
    const files = Object.entries(texts).map(([name, text]) => ({
      name,
      rows: text.split('\n').length - 2,
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
      path: join(folder, team, name),
    }));
    return { team, files };
  });
}

/** What manifests say of the run. */
export function about(asOf: string): About {
  return { recipe: 'members', version: '1.0.0', asOf, params: { days: 14 } };
}

/** A delivery's files as they stand in a place, by path, without their manifests. */
export function delivered(teams: TeamTexts, asOf: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(teams).flatMap(([team, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${team}/snapshot_date=${asOf}/${name}`, text]),
    ),
  );
}

/** Files of a place that are no manifests. */
export function withoutManifests(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => !path.endsWith('/manifest.json')));
}
