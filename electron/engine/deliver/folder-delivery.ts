import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Publication } from '../export/publish.ts';
import { MANIFEST } from '../export/write-files.ts';
import { writeDurably } from '../export/written-file.ts';
import { explainSystemError, Failure } from '../failure.ts';
import { copyDelivered } from './copy-file.ts';
import {
  type About,
  dayFolder,
  type FolderPlace,
  type OnDelivering,
  type PreparedDelivery,
  type TeamFiles,
} from './delivery.ts';
import { type EarlierFiles, keepEarlier, removeEmpty } from './earlier-files.ts';
import { finishAbandoned, openFilled, type StagedFolders, stageWithin } from './staged-folders.ts';
import { teamManifest } from './team-manifest.ts';

/** The files of a team, ready to take their places. */
interface FilledTeam {
  readonly team: string;
  readonly target: string;
  readonly names: readonly string[];
  readonly publication: Publication;
}

/** Copies each team's files into a folder, where they are hidden until they are placed; all of them or none. */
export async function prepareFolder(
  { folder }: FolderPlace,
  teams: readonly TeamFiles[],
  about: About,
  onDelivering: OnDelivering,
): Promise<PreparedDelivery> {
  const day = dayFolder(about.asOf);
  explained(folder, () => finishAbandoned(folder));
  const missing = [...teams.map(({ team }) => join(folder, team)), ...upwards(folder)].filter(
    (path) => !existsSync(path),
  );
  const staged = explained(folder, () => stageWithin(folder));
  const filled: FilledTeam[] = [];
  const discard = () => {
    process.off('exit', discard);
    for (const { publication } of filled) publication.discard();
    staged.remove();
    // Of folders that were not there, none stays empty.
    removeEmpty(...missing);
  };
  process.once('exit', discard);
  try {
    for (const each of teams) {
      const own = join(staged.files, each.team, day);
      await fill(own, each, about, onDelivering);
      const target = join(folder, each.team, day);
      filled.push({ team: each.team, target, names: readdirSync(own), publication: openFilled(own, target) });
    }
  } catch (error) {
    discard();
    throw explainSystemError(error, folder);
  }
  return {
    place: async () => explained(folder, () => placeTeams(filled, staged)),
    discard: async () => discard(),
  };
}

function explained<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

async function fill(folder: string, own: TeamFiles, about: About, onDelivering: OnDelivering): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const file of own.files) {
    onDelivering(`${own.team}/${file.name}`);
    await copyDelivered(file, join(folder, file.name));
  }
  writeDurably(join(folder, MANIFEST), (write) => {
    write(teamManifest(about, own));
    return null;
  });
}

/** Moves the files of all teams into their places; where one cannot be, what was there before is put back for all. */
function placeTeams(filled: readonly FilledTeam[], { decide }: StagedFolders): void {
  const placed: { readonly team: string; readonly earlier: EarlierFiles }[] = [];
  const earlier = decide();
  try {
    for (const { team, target, names, publication } of filled) {
      placed.push({ team, earlier: keepEarlier(target, names, join(earlier, team)) });
      publication.publish();
    }
  } catch (error) {
    putBack(placed);
    throw error;
  }
}

function putBack(placed: readonly { readonly team: string; readonly earlier: EarlierFiles }[]): void {
  const stuck: string[] = [];
  for (const { team, earlier } of placed) {
    try {
      earlier.restore();
    } catch {
      stuck.push(team);
    }
  }
  if (stuck.length === 0) return;
  throw new Failure(
    `The delivery could not be placed for all teams, nor taken back for ${stuck.join(', ')}.`,
    'Look into their folders, then run again.',
  );
}

/** A folder and those above it, from within outwards. */
function upwards(folder: string): readonly string[] {
  return dirname(folder) === folder ? [] : [folder, ...upwards(dirname(folder))];
}
