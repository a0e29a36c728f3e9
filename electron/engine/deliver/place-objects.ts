import { Failure } from '../failure.ts';
import type { Bucket } from './bucket.ts';
import type { S3Place } from './delivery.ts';
import { explainS3Error } from './s3-errors.ts';
import type { Upload } from './uploads.ts';

/** What a team gets in a bucket. */
export interface PlacedTeam {
  readonly team: string;
  /** In the order in which they appear, the manifest last. */
  readonly objects: readonly Upload[];
  /** Keys that the earlier manifest lists and this one does not. */
  readonly stale: readonly string[];
}

/** An object that is stale and stays. */
interface Stuck {
  readonly key: string;
  readonly error: unknown;
}

/**
 * Makes the objects of all teams appear, one after the other, and removes what they leave stale. A bucket knows no change of several objects
 * at once: where it fails between two, the Failure says which teams are new.
 */
export async function placeObjects(
  place: S3Place,
  bucket: Bucket,
  teams: readonly PlacedTeam[],
  completed: Set<Upload>,
  interruption: AbortSignal,
): Promise<void> {
  const stuck: Stuck[] = [];
  for (const { objects, stale } of teams) {
    try {
      for (const upload of objects) {
        interruption.throwIfAborted();
        const { key, id, parts, sha256 } = upload;
        await bucket.complete(key, id, parts, sha256);
        completed.add(upload);
      }
    } catch (error) {
      throw explainHalf(explainS3Error(error, place), teams, completed);
    }
    for (const key of stale) {
      await bucket.remove(key).catch((error: unknown) => stuck.push({ key, error }));
    }
  }
  const [first] = stuck;
  if (first === undefined) return;
  const { message, nextStep } = explainS3Error(first.error, place);
  const keys = stuck.map(({ key }) => key).join(', ');
  throw new Failure(
    `All teams have their new files, but earlier ones could not be removed: ${keys}. ${message}`,
    `Remove them. ${nextStep}`,
    { cause: first.error },
  );
}

function explainHalf(error: Failure, teams: readonly PlacedTeam[], completed: ReadonlySet<Upload>): Failure {
  if (completed.size === 0) return error;
  const isNew = ({ objects }: PlacedTeam) => objects.every((each) => completed.has(each));
  const isOld = ({ objects }: PlacedTeam) => !objects.some((each) => completed.has(each));
  const named = (words: string, some: readonly PlacedTeam[]) =>
    some.length > 0 ? [`${words}: ${some.map(({ team }) => team).join(', ')}.`] : [];
  const mixed = teams.filter((team) => !isNew(team) && !isOld(team));
  const what = [
    'The delivery stopped halfway.',
    ...named('New', teams.filter(isNew)),
    ...named('New in part, under its earlier manifest', mixed),
    ...named('As before', teams.filter(isOld)),
    error.message,
  ];
  return new Failure(what.join(' '), error.nextStep, { cause: error });
}
