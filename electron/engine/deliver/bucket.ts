import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { S3Place } from './delivery.ts';
import { explainS3Error, isUncertain, nameOf } from './s3-errors.ts';

/** What stands beside an object so that it can be known again. */
const SHA256 = 'sha256';

/** A part of an object that the server has. */
export interface UploadedPart {
  readonly PartNumber: number;
  readonly ETag: string | undefined;
}

/** A bucket as a delivery needs it. All its calls throw a Failure. */
export interface Bucket {
  /** The text of an object; undefined where there is none. */
  read(key: string): Promise<string | undefined>;
  /** Begins an object that is not seen before it is completed; returns the upload's id. */
  begin(key: string, sha256: string): Promise<string>;
  uploadPart(key: string, upload: string, number: number, bytes: Uint8Array): Promise<UploadedPart>;
  /** Makes an object appear. `sha256` is what it was begun with: where an answer is lost, the object itself is asked. */
  complete(key: string, upload: string, parts: readonly UploadedPart[], sha256: string): Promise<void>;
  /** Takes back what was begun. */
  abort(key: string, upload: string): Promise<void>;
  remove(key: string): Promise<void>;
  close(): void;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv; charset=utf-8'],
  ['json', 'application/json'],
  ['parquet', 'application/vnd.apache.parquet'],
]);

/** Opens a bucket with the official client; parts that are on their way when the signal comes are given up. */
export async function openBucket(place: S3Place, interruption?: AbortSignal): Promise<Bucket> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client(settings(place));
  await addressByPath(client, place);
  const { bucket: Bucket } = place;
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explainS3Error(error, place);
    }
  };
  const holds = async (key: string, sha256: string): Promise<boolean> => {
    try {
      const { Metadata } = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: key }));
      return Metadata?.[SHA256] === sha256;
    } catch {
      return false;
    }
  };
  return {
    read: (Key) =>
      explained(async () => {
        try {
          const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key }));
          return (await Body?.transformToString()) ?? '';
        } catch (error) {
          if (nameOf(error) === 'NoSuchKey') return undefined;
          throw error;
        }
      }),
    begin: (Key, sha256) =>
      explained(async () => {
        const ContentType = TYPES.get(Key.split('.').at(-1) ?? '') ?? 'text/plain; charset=utf-8';
        const request = { Bucket, Key, ContentType, Metadata: { [SHA256]: sha256 } };
        const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(request));
        return UploadId ?? '';
      }),
    uploadPart: (Key, UploadId, PartNumber, Body) =>
      explained(async () => {
        const request = new sdk.UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body });
        const { ETag } = await client.send(request, interruption && { abortSignal: interruption });
        return { PartNumber, ETag };
      }),
    complete: (Key, UploadId, parts, sha256) =>
      explained(async () => {
        const MultipartUpload = { Parts: [...parts] };
        try {
          await client.send(
            new sdk.CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }),
          );
        } catch (error) {
          if (!isUncertain(error) || !(await holds(Key, sha256))) throw error;
        }
      }),
    abort: (Key, UploadId) =>
      explained(async () => {
        await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
      }),
    remove: (Key) =>
      explained(async () => {
        await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }));
      }),
    close: () => client.destroy(),
  };
}

function settings({ endpoint }: S3Place): S3ClientConfig {
  return {
    ...(endpoint !== undefined && { endpoint }),
    // Other servers than Amazon's do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Milliseconds; without them a server that falls silent is waited for without end.
    requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
  };
}

/** Addresses the bucket in the path where an endpoint is given, here or in the environment: other servers have no name a bucket. */
async function addressByPath({ config }: S3Client, { endpoint }: S3Place): Promise<void> {
  if (endpoint !== undefined || (await config.serviceConfiguredEndpoint?.())) config.forcePathStyle = true;
}
