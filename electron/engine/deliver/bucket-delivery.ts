import { createHash } from 'node:crypto';
import { type Bucket, openBucket } from './bucket.ts';
import type { About, OnDelivering, PreparedDelivery, S3Place, TeamFiles } from './delivery.ts';
import { beforeLeaving } from './interruption.ts';
import { teamKeys } from './keys.ts';
import { type PlacedTeam, placeObjects } from './place-objects.ts';
import { explainS3Error } from './s3-errors.ts';
import { listedNames, teamManifest } from './team-manifest.ts';
import { type Content, type Upload, uploadParts } from './uploads.ts';

/**
 * Uploads each team's files into a bucket, where they are not seen before they are placed; when it throws, all that it began is taken back.
 * Where the process is asked to end meanwhile, that is done first.
 */
export async function prepareBucket(
  place: S3Place,
  teams: readonly TeamFiles[],
  about: About,
  onDelivering: OnDelivering,
): Promise<PreparedDelivery> {
  const interruption = new AbortController();
  const bucket = await openBucket(place, interruption.signal);
  const uploads: Upload[] = [];
  const completed = new Set<Upload>();
  let work: Promise<unknown> = Promise.resolve();
  /** Does one thing after which an interruption may look at what there is. */
  const doing = <T>(task: () => Promise<T>): Promise<T> => {
    const doneOrNot = task();
    work = doneOrNot.catch(() => {});
    return doneOrNot;
  };
  const takeBack = async () => {
    interruption.abort();
    // What is on its way could otherwise arrive after it was taken back.
    await work;
    const left = uploads.splice(0).filter((upload) => !completed.has(upload));
    await Promise.all(left.map(({ key, id }) => bucket.abort(key, id).catch(() => {})));
  };
  const forget = beforeLeaving(takeBack);
  const discard = async () => {
    await takeBack();
    forget();
    bucket.close();
  };
  try {
    const placed = await doing(async () => {
      const begun: PlacedTeam[] = [];
      for (const team of teams)
        begun.push(await beginTeam(place, bucket, team, about, uploads, interruption));
      await uploadParts(bucket, uploads, interruption, ({ key }) => onDelivering(key));
      return begun;
    });
    return {
      place: () => doing(() => placeObjects(place, bucket, placed, completed, interruption.signal)),
      discard,
    };
  } catch (error) {
    await discard();
    throw explainS3Error(error, place);
  }
}

/** Begins all objects of a team, and looks up what it had before. */
async function beginTeam(
  place: S3Place,
  bucket: Bucket,
  own: TeamFiles,
  about: About,
  uploads: Upload[],
  { signal }: AbortController,
): Promise<PlacedTeam> {
  const keys = teamKeys(place, own.team, about.asOf);
  const earlier = listedNames((await bucket.read(keys.manifest)) ?? '');
  const begin = async (key: string, sha256: string, content: Content): Promise<Upload> => {
    signal.throwIfAborted();
    const upload = { key, id: await bucket.begin(key, sha256), sha256, content, parts: [] };
    uploads.push(upload);
    return upload;
  };
  const objects: Upload[] = [];
  for (const file of own.files) objects.push(await begin(keys.keyOf(file.name), file.sha256, file));
  const text = teamManifest(about, own);
  const sha256 = createHash('sha256').update(text).digest('hex');
  objects.push(await begin(keys.manifest, sha256, { text, bytes: Buffer.byteLength(text) }));
  const names = new Set(own.files.map(({ name }) => name));
  return { team: own.team, objects, stale: earlier.filter((name) => !names.has(name)).map(keys.keyOf) };
}
