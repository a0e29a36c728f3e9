import type { About, OnDelivering, Place, PreparedDelivery, TeamFiles } from './delivery.ts';

/** The folders of a run, which a delivery may not mix with. */
export interface RunFolders {
  readonly inFolder: string;
  readonly outFolder: string;
}

/** Finds out before the work whether a place takes deliveries for these teams; throws a Failure where it does not. */
export async function checkPlace(
  place: Place,
  teams: readonly string[],
  asOf: string,
  folders: RunFolders,
): Promise<void> {
  if (place.kind === 'folder') {
    const { checkFolder } = await import('./check-folder.ts');
    checkFolder(place, teams, asOf, folders);
    const { finishAbandoned } = await import('./staged-folders.ts');
    finishAbandoned(place.folder);
  } else {
    const { checkBucket } = await import('./check-bucket.ts');
    await checkBucket(place, teams, asOf);
  }
}

/**
 * Brings what each team gets to its place, where nobody sees it before all of it is placed. When it throws, nothing is left of it.
 * Throws a Failure for whatever the user can put right.
 */
export async function prepareDelivery(
  place: Place,
  teams: readonly TeamFiles[],
  about: About,
  onDelivering: OnDelivering = () => {},
): Promise<PreparedDelivery> {
  // The official client is large: only who delivers to a bucket waits for it.
  if (place.kind === 'folder') {
    const { prepareFolder } = await import('./folder-delivery.ts');
    return prepareFolder(place, teams, about, onDelivering);
  }
  const { prepareBucket } = await import('./bucket-delivery.ts');
  return prepareBucket(place, teams, about, onDelivering);
}
