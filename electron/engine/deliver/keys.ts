import { MANIFEST } from '../export/write-files.ts';
import { dayFolder, type S3Place } from './delivery.ts';

/** Where a team's files of a day stand in a bucket: `prefix/marketing/snapshot_date=2026-11-20/`. */
export function teamKeys({ prefix }: S3Place, team: string, asOf: string) {
  const folder = [...(prefix === '' ? [] : [prefix]), team, dayFolder(asOf)].join('/');
  return { manifest: `${folder}/${MANIFEST}`, keyOf: (name: string) => `${folder}/${name}` };
}
