import { openBucket } from './bucket.ts';
import type { S3Place } from './delivery.ts';
import { beforeLeaving } from './interruption.ts';
import { teamKeys } from './keys.ts';

/**
 * Finds out whether a bucket takes deliveries by asking for the very rights that one needs: it reads the manifests that are there, begins an
 * object and takes it back before it can be seen. Throws a Failure where the bucket does not.
 */
export async function checkBucket(place: S3Place, teams: readonly string[], asOf: string): Promise<void> {
  const bucket = await openBucket(place);
  try {
    const manifests = teams.map((team) => teamKeys(place, team, asOf).manifest);
    for (const manifest of manifests) await bucket.read(manifest);
    const [key = ''] = manifests;
    const tried = (async () => bucket.abort(key, await bucket.begin(key, '')))();
    const forget = beforeLeaving(() => tried);
    await tried.finally(forget);
  } finally {
    bucket.close();
  }
}
