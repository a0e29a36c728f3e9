import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { about, aDelivery, delivered, type TeamTexts, withoutManifests } from '../testing/a-delivery.ts';
import { S3Refusal } from '../testing/s3/s3-request.ts';
import { BUCKET, KEYS, REGION, type S3StandIn, startS3 } from '../testing/s3/s3-stand-in.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import type { S3Place } from './delivery.ts';
import { sayFarewell } from './interruption.ts';
import { checkPlace, prepareDelivery } from './prepare-delivery.ts';

const DAY = '2026-11-20';
const PIECE = 8 * 1024 * 1024;

const FIRST: TeamTexts = { marketing: { 'high.csv': 'id\n1\n' }, service: { 'low.csv': 'id\n2\n' } };
const SECOND: TeamTexts = { marketing: { 'top.csv': 'id\n3\n' }, service: { 'low.csv': 'id\n4\n5\n' } };

beforeEach(() => {
  const nowhere = join(tempFolder(), 'nowhere');
  const env = { AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere, AWS_REGION: REGION, ...KEYS };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  // Or the client asks the network whether this machine is one of Amazon's.
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  return () => vi.unstubAllEnvs();
});

function placeIn(s3: S3StandIn, prefix = 'daily'): S3Place {
  return { kind: 's3', bucket: BUCKET, prefix, endpoint: s3.endpoint };
}

async function deliver(s3: S3StandIn, teams: TeamTexts, asOf = DAY): Promise<void> {
  const delivery = await prepareDelivery(placeIn(s3), aDelivery(teams), about(asOf));
  try {
    await delivery.place();
  } finally {
    await delivery.discard();
  }
}

async function check(place: S3Place): Promise<void> {
  const folders = { inFolder: '/nowhere/in', outFolder: '/nowhere/out' };
  await checkPlace(place, ['marketing', 'service'], DAY, folders);
}

/** What can be seen in the stand-in, by key behind the prefix. */
function seen(s3: S3StandIn): Readonly<Record<string, string>> {
  const texts = Object.entries(s3.texts()).map(([key, text]) => [key.replace(/^daily\//, ''), text]);
  return withoutManifests(Object.fromEntries(texts));
}

describe('each team gets its files in a bucket', () => {
  test('under the keys that a folder would have, with a manifest', async () => {
    const s3 = await startS3();
    await deliver(s3, FIRST);
    expect(seen(s3)).toEqual(delivered(FIRST, DAY));
    const manifest = s3.texts()[`daily/marketing/snapshot_date=${DAY}/manifest.json`] ?? '';
    expect(JSON.parse(manifest)).toMatchObject({
      team: 'marketing',
      as_of: DAY,
      files: [{ name: 'high.csv', rows: 1 }],
    });
    expect(s3.store.uploads.size).toBe(0);
  });

  test('of which another client reads and lists what was written', async () => {
    const s3 = await startS3();
    await deliver(s3, FIRST);
    const client = new S3Client({ endpoint: s3.endpoint, forcePathStyle: true });
    const Prefix = `daily/marketing/snapshot_date=${DAY}/`;
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }));
    expect(Contents.map(({ Key }) => Key)).toEqual([`${Prefix}high.csv`, `${Prefix}manifest.json`]);
    const high = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: `${Prefix}high.csv` }));
    expect(await high.Body?.transformToString()).toBe('id\n1\n');
    expect(high.ContentType).toBe('text/csv; charset=utf-8');
    expect(high.Metadata).toEqual({
      sha256: '7cde7fb64fd82bd152710cf238e017b9ab46c0592483edc067ba4f6c75fac108',
    });
    client.destroy();
  });

  test('and nothing is seen of them before they are placed, nor when they are given up', async () => {
    const s3 = await startS3();
    await deliver(s3, FIRST);
    const before = s3.texts();
    const delivery = await prepareDelivery(placeIn(s3), aDelivery(SECOND), about(DAY));
    expect(s3.texts()).toEqual(before);
    expect(s3.store.uploads.size).toBe(4);
    await delivery.discard();
    expect(s3.texts()).toEqual(before);
    expect(s3.store.uploads.size).toBe(0);
  });

  test('large ones in parts of 8 MB, of which two are on their way at most, and empty ones too', async () => {
    const s3 = await startS3();
    const large = 'a'.repeat(PIECE) + 'b'.repeat(PIECE) + 'c'.repeat(1000);
    const teams = {
      marketing: { 'large.csv': large, 'empty.log': '' },
      service: { 'exact.csv': 'd'.repeat(PIECE) },
    };
    await deliver(s3, teams);
    expect(seen(s3)).toEqual(delivered(teams, DAY));
    const parts = s3.heard.filter(
      ({ operation, key }) => operation === 'UploadPart' && !key.endsWith('.json'),
    );
    const sizes = parts.map(({ bytes }) => bytes).sort((left, right) => left - right);
    expect(sizes).toEqual([0, 1000, PIECE, PIECE, PIECE]);
    expect(s3.mostPartsAtOnce()).toBe(2);
  });

  test('the manifest of each team appears last', async () => {
    const s3 = await startS3();
    await deliver(s3, { marketing: { 'a.csv': 'a', 'b.csv': 'b' }, service: { 'c.csv': 'c' } });
    const appeared = s3.heard.filter(({ operation }) => operation === 'CompleteMultipartUpload');
    expect(appeared.map(({ key }) => key.split('/').at(-1))).toEqual([
      'a.csv',
      'b.csv',
      'manifest.json',
      'c.csv',
      'manifest.json',
    ]);
  });
});

describe('delivered again to a bucket', () => {
  test('what the earlier manifest lists and the new one does not goes, once the new one stands', async () => {
    const s3 = await startS3();
    await deliver(s3, FIRST);
    const from = s3.heard.length;
    await deliver(s3, SECOND);
    expect(seen(s3)).toEqual(delivered(SECOND, DAY));
    const changes = s3.heard.slice(from).filter(({ operation }) => /Complete|Delete/.test(operation));
    const ofMarketing = changes.filter(({ key }) => key.includes('/marketing/'));
    expect(ofMarketing.map(({ operation, key }) => `${operation} ${key.split('/').at(-1)}`)).toEqual([
      'CompleteMultipartUpload top.csv',
      'CompleteMultipartUpload manifest.json',
      'DeleteObject high.csv',
    ]);
  });

  test('other people’s objects stay, whatever stands in a manifest of theirs', async () => {
    const s3 = await startS3();
    const others = {
      'daily/notes.txt': 'mine',
      [`daily/marketing/snapshot_date=${DAY}/reply.txt`]: 'thanks',
      [`daily/marketing/snapshot_date=${DAY}/sub/deep.txt`]: 'deep',
    };
    for (const [key, text] of Object.entries(others)) s3.store.put(key, Buffer.from(text), new Map());
    const manifest = {
      files: [{ name: '../../notes.txt' }, { name: 'sub/deep.txt' }, { name: '' }, { name: '..' }],
    };
    const key = `daily/marketing/snapshot_date=${DAY}/manifest.json`;
    s3.store.put(key, Buffer.from(JSON.stringify(manifest)), new Map());
    await deliver(s3, FIRST);
    await deliver(s3, SECOND);
    expect(s3.texts()).toMatchObject(others);
  });

  test('in whatever order, it holds exactly the last delivery of each day', async () => {
    const s3 = await startS3();
    const texts = fc.dictionary(fc.constantFrom('a.csv', 'b.csv'), fc.string({ maxLength: 5 }), {
      minKeys: 1,
    });
    const teams = fc.record({ marketing: texts, service: texts });
    const days = fc.constantFrom('2026-11-19', DAY);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(days, teams), { maxLength: 4 }), async (deliveries) => {
        s3.store.objects.clear();
        for (const [day, each] of deliveries) await deliver(s3, each, day);
        const expected = [...new Map(deliveries)].map(([day, each]) => delivered(each, day));
        expect(seen(s3)).toEqual(Object.assign({}, ...expected));
        expect(s3.store.uploads.size).toBe(0);
      }),
      { numRuns: 10 },
    );
  });
});

describe('all teams or none, in a bucket', () => {
  test('a part that does not arrive takes all uploads back, and nothing appears', async () => {
    const s3 = await startS3();
    await deliver(s3, FIRST);
    const before = s3.texts();
    s3.trouble((operation, key) => {
      const isHit = operation === 'UploadPart' && key.endsWith('low.csv');
      return isHit ? new S3Refusal(403, 'AccessDenied', 'Access Denied') : undefined;
    });
    await expect(deliver(s3, SECOND)).rejects.toThrow('denies access.');
    expect(s3.texts()).toEqual(before);
    expect(s3.store.uploads.size).toBe(0);
  });

  test('an object that cannot be begun takes the others back', async () => {
    const s3 = await startS3();
    s3.trouble((operation, key) => {
      const isHit = operation === 'CreateMultipartUpload' && key.includes('/service/');
      return isHit ? new S3Refusal(403, 'AccessDenied', 'Access Denied') : undefined;
    });
    await expect(deliver(s3, FIRST)).rejects.toThrow('denies access.');
    expect([s3.texts(), s3.store.uploads.size]).toEqual([{}, 0]);
  });

  test('an object that was changed meanwhile on disk is not delivered', async () => {
    const s3 = await startS3();
    const [first, second] = aDelivery(FIRST);
    if (!first || !second) throw new Error('two teams');
    const longer = second.files.map((file) => ({ ...file, bytes: file.bytes + 1 }));
    const teams = [first, { ...second, files: longer }];
    await expect(prepareDelivery(placeIn(s3), teams, about(DAY))).rejects.toThrow('low.csv was changed');
    expect([s3.texts(), s3.store.uploads.size]).toEqual([{}, 0]);
  });

  test('where it stops between two objects, it says which teams are new; delivered again it is whole', async () => {
    const s3 = await startS3();
    const before = { ...FIRST, product: { 'x.csv': 'x' } };
    const after = { ...SECOND, product: { 'x.csv': 'y' } };
    await deliver(s3, before);
    s3.trouble((operation, key) => {
      const isHit =
        operation === 'CompleteMultipartUpload' && key.includes('/service/') && key.endsWith('.json');
      return isHit ? new S3Refusal(403, 'AccessDenied', 'Access Denied') : undefined;
    });
    await expect(deliver(s3, after)).rejects.toThrow(
      /^The delivery stopped halfway\. New: marketing\. New in part, under its earlier manifest: service\. As before: product\. .* denies access\.$/,
    );
    expect(s3.store.uploads.size).toBe(0);
    expect(seen(s3)).toEqual({
      ...delivered(SECOND, DAY),
      ...delivered({ product: { 'x.csv': 'x' } }, DAY),
    });
    s3.trouble(undefined);
    await deliver(s3, after);
    expect(seen(s3)).toEqual(delivered(after, DAY));
  });

  test('where nothing has appeared yet, it says no more than why', async () => {
    const s3 = await startS3();
    s3.trouble((operation) => {
      return operation === 'CompleteMultipartUpload' ? new S3Refusal(403, 'AccessDenied', 'no') : undefined;
    });
    await expect(deliver(s3, FIRST)).rejects.toThrow(/^\S+ denies access\.$/);
    expect([s3.texts(), s3.store.uploads.size]).toEqual([{}, 0]);
  });

  test('stale objects that cannot be removed are named, and all teams have their new files', async () => {
    const s3 = await startS3();
    await deliver(s3, FIRST);
    s3.trouble((operation) => {
      return operation === 'DeleteObject' ? new S3Refusal(403, 'AccessDenied', 'no') : undefined;
    });
    await expect(deliver(s3, SECOND)).rejects.toThrow(
      `could not be removed: daily/marketing/snapshot_date=${DAY}/high.csv.`,
    );
    expect(seen(s3)).toMatchObject(delivered(SECOND, DAY));
  });

  test('an answer that is lost once is asked for again', async () => {
    const s3 = await startS3();
    const hit = new Set<string>();
    s3.trouble((operation, key) => {
      if (hit.has(operation + key)) return undefined;
      hit.add(operation + key);
      return operation === 'UploadPart' ? 'cut' : undefined;
    });
    await deliver(s3, FIRST);
    expect(seen(s3)).toEqual(delivered(FIRST, DAY));
  });

  test('an object that appeared although the answer was lost counts as placed', async () => {
    const s3 = await startS3();
    s3.trouble((operation, key) => {
      return operation === 'CompleteMultipartUpload' && key.endsWith('high.csv')
        ? 'cut afterwards'
        : undefined;
    });
    await deliver(s3, FIRST);
    expect(seen(s3)).toEqual(delivered(FIRST, DAY));
  });

  test('a process that is asked to end takes its uploads back first', async () => {
    const s3 = await startS3();
    let silent = 0;
    s3.trouble((operation, key) => {
      if (operation !== 'UploadPart' || !key.endsWith('low.csv')) return undefined;
      silent++;
      return 'silence';
    });
    const delivering = expect(deliver(s3, FIRST)).rejects.toThrow('The delivery was interrupted.');
    await vi.waitFor(() => expect(silent).toBe(1));
    await sayFarewell();
    expect([s3.texts(), s3.store.uploads.size]).toEqual([{}, 0]);
    await delivering;
    expect(sayFarewell()).toBeUndefined();
  });

  test('an upload that is just being begun is taken back, too', async () => {
    const s3 = await startS3();
    let left: Promise<number> | undefined;
    s3.trouble((operation, key) => {
      const isFirst = operation === 'CreateMultipartUpload' && key.endsWith('high.csv');
      if (isFirst) left = sayFarewell()?.then(() => s3.store.uploads.size);
      return undefined;
    });
    const delivering = deliver(s3, FIRST).catch((error: unknown) => error);
    await vi.waitFor(() => expect(left).toBeDefined());
    expect([await left, s3.texts()]).toEqual([0, {}]);
    expect(await delivering).toMatchObject({ message: 'The delivery was interrupted.' });
  });
});

describe('before the work', () => {
  test('a bucket that takes deliveries is left as it was', async () => {
    const s3 = await startS3();
    await check(placeIn(s3));
    expect([s3.texts(), s3.store.uploads.size]).toEqual([{}, 0]);
    expect(s3.heard.map(({ operation }) => operation)).toContain('AbortMultipartUpload');
  });

  test('an endpoint of the environment is used, with the bucket in the path', async () => {
    const s3 = await startS3();
    for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3']) {
      vi.stubEnv(name, s3.endpoint);
      const before = s3.heard.length;
      await check({ ...placeIn(s3), endpoint: undefined });
      expect(s3.heard.length).toBeGreaterThan(before);
      vi.stubEnv(name, undefined);
    }
  });

  test('missing credentials are named', async () => {
    const s3 = await startS3();
    for (const name of Object.keys(KEYS)) vi.stubEnv(name, undefined);
    await expect(check(placeIn(s3))).rejects.toThrow('No AWS credentials were found.');
  });

  test('a missing region is named', async () => {
    const s3 = await startS3();
    vi.stubEnv('AWS_REGION', undefined);
    await expect(check(placeIn(s3))).rejects.toThrow('No AWS region is set.');
  });

  test('wrong credentials are named, without the secret', async () => {
    const s3 = await startS3();
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another-secret');
    await expect(check(placeIn(s3))).rejects.toThrow(
      /^((?!another-secret).)*does not accept the credentials\.$/,
    );
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'OTHER');
    await expect(check(placeIn(s3))).rejects.toThrow('does not accept the credentials.');
  });

  test('a bucket that is not there is named', async () => {
    const s3 = await startS3();
    await expect(check({ ...placeIn(s3), bucket: 'other' })).rejects.toThrow('has no bucket other.');
  });

  test('another region is named', async () => {
    const s3 = await startS3();
    vi.stubEnv('AWS_REGION', 'us-east-1');
    await expect(check(placeIn(s3))).rejects.toMatchObject({
      message: `The bucket ${BUCKET} is in the region ${REGION}.`,
      nextStep: `Set AWS_REGION to ${REGION}.`,
    });
  });

  test.each(['GetObject', 'CreateMultipartUpload', 'AbortMultipartUpload'])(
    'a right that is missing is named: %s',
    async (missing) => {
      const s3 = await startS3();
      s3.trouble((operation) =>
        operation === missing ? new S3Refusal(403, 'AccessDenied', 'no') : undefined,
      );
      await expect(check(placeIn(s3))).rejects.toMatchObject({
        message: `${s3.endpoint} denies access.`,
        nextStep: expect.stringContaining('s3:PutObject'),
      });
    },
  );

  test('a clock that is wrong is named', async () => {
    // The client sets its clock by the answer and asks again: only a server that stays behind refuses it for good.
    let behind = 0;
    const now = () => {
      behind += 3_600_000;
      return Date.now() - behind;
    };
    const s3 = await startS3({ now });
    await expect(check(placeIn(s3))).rejects.toThrow('the clock of this machine is wrong');
  });

  test('a server that cannot be reached is named', async () => {
    const place = { kind: 's3', bucket: BUCKET, prefix: '', endpoint: 'http://127.0.0.1:9' } as const;
    await expect(check(place)).rejects.toThrow('http://127.0.0.1:9 cannot be reached.');
  });
});
