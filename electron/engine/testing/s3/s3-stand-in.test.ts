import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { BUCKET as Bucket, KEYS, REGION, startS3 } from './s3-stand-in.ts';

const MIB = 1024 * 1024;
const Key = 'a b/ü.csv';

async function aClient() {
  const s3 = await startS3();
  const client = new S3Client({
    endpoint: s3.endpoint,
    region: REGION,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: KEYS.AWS_ACCESS_KEY_ID, secretAccessKey: KEYS.AWS_SECRET_ACCESS_KEY },
  });
  onTestFinished(() => client.destroy());
  return { s3, client };
}

/** Begins an object of parts of these sizes. */
async function anUpload(client: S3Client, sizes: readonly number[]) {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const parts: { readonly PartNumber: number; readonly ETag: string | undefined }[] = [];
  for (const [index, size] of sizes.entries()) {
    const Body = Buffer.alloc(size, index);
    const part = { Bucket, Key, UploadId, PartNumber: index + 1, Body };
    const { ETag } = await client.send(new UploadPartCommand(part));
    parts.push({ PartNumber: index + 1, ETag });
  }
  const complete = (Parts = parts) =>
    client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
  return { UploadId, parts, complete };
}

test('an object in parts is not seen before it is completed, and then is all of them', async () => {
  const { s3, client } = await aClient();
  const { UploadId, complete } = await anUpload(client, [5 * MIB, 10]);
  const listed = await client.send(new ListPartsCommand({ Bucket, Key, UploadId }));
  expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
    [1, 5 * MIB],
    [2, 10],
  ]);
  const { Uploads } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
  expect(Uploads?.map((upload) => upload.Key)).toEqual([Key]);
  expect(s3.texts()).toEqual({});
  const { ETag } = await complete();
  expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
  const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
  expect([head.ETag, head.ContentLength]).toEqual([ETag, 5 * MIB + 10]);
  await expect(complete()).rejects.toMatchObject({ name: 'NoSuchUpload' });
});

test('a part but the last of less than 5 MiB is refused', async () => {
  const { s3, client } = await aClient();
  const { complete } = await anUpload(client, [5 * MIB - 1, 10]);
  await expect(complete()).rejects.toMatchObject({ name: 'EntityTooSmall' });
  expect(s3.texts()).toEqual({});
});

test('parts that are not there, or in another order, are refused', async () => {
  const { client } = await aClient();
  const { parts, complete } = await anUpload(client, [5 * MIB, 10]);
  await expect(complete(parts.toReversed())).rejects.toMatchObject({ name: 'InvalidPartOrder' });
  const [first] = parts;
  await expect(complete([{ PartNumber: 7, ETag: first?.ETag }])).rejects.toMatchObject({
    name: 'InvalidPart',
  });
  await expect(complete([{ PartNumber: 2, ETag: first?.ETag }])).rejects.toMatchObject({
    name: 'InvalidPart',
  });
});

test('an upload that was aborted is gone', async () => {
  const { s3, client } = await aClient();
  const { UploadId, complete } = await anUpload(client, [10]);
  await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  await expect(complete()).rejects.toMatchObject({ name: 'NoSuchUpload' });
  expect([s3.texts(), s3.store.uploads.size]).toEqual([{}, 0]);
});

test('objects are put, listed page by page in the order of their bytes, and deleted', async () => {
  const { client } = await aClient();
  for (const name of ['b', 'a', 'ü', 'c&<d>']) {
    await client.send(new PutObjectCommand({ Bucket, Key: `x/${name}`, Body: name }));
  }
  await client.send(new PutObjectCommand({ Bucket, Key: 'y', Body: 'y' }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'x/b' }));
  const list = { Bucket, Prefix: 'x/', MaxKeys: 2 };
  const first = await client.send(new ListObjectsV2Command(list));
  const ContinuationToken = first.NextContinuationToken;
  const second = await client.send(new ListObjectsV2Command({ ...list, ContinuationToken }));
  const keys = [first, second].map(({ Contents = [] }) => Contents.map((each) => each.Key));
  expect(keys).toEqual([['x/a', 'x/c&<d>'], ['x/ü']]);
  expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false]);
});

test('a request without a signature is refused', async () => {
  const { s3 } = await aClient();
  const answer = await fetch(`${s3.endpoint}/${Bucket}/x`, { method: 'PUT', body: 'x' });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('AccessDenied')]);
});
