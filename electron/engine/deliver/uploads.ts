import { type FileHandle, open } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import type { Bucket, UploadedPart } from './bucket.ts';
import type { DeliveredFile } from './delivery.ts';

/** Bytes of a part; servers take at least 5 MiB, but for the last. */
const PART_BYTES = 8 * 1024 * 1024;

/** So many parts an object has at most: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const MOST_PARTS = 10_000;

/** How many parts are on their way at once. */
const LANES = 2;

/** What an object is made of: a file, or a text. */
export type Content = DeliveredFile | { readonly text: string; readonly bytes: number };

/** An object on its way, of which nothing is seen yet. */
export interface Upload {
  readonly key: string;
  readonly id: string;
  readonly sha256: string;
  readonly content: Content;
  /** By number; full once all are there. */
  readonly parts: UploadedPart[];
}

interface Part {
  readonly upload: Upload;
  readonly number: number;
  readonly from: number;
  readonly bytes: number;
}

/** Uploads all parts of all objects, a few at a time; memory holds these and no more. Throws a Failure at the first that fails. */
export async function uploadParts(
  bucket: Bucket,
  uploads: readonly Upload[],
  interruption: AbortController,
  onUpload: (upload: Upload) => void,
): Promise<void> {
  const parts = partsOf(uploads);
  const lane = async () => {
    let buffer = Buffer.alloc(0);
    for (const part of parts) {
      interruption.signal.throwIfAborted();
      if (part.number === 1) onUpload(part.upload);
      if (buffer.length < part.bytes) buffer = Buffer.allocUnsafeSlow(part.bytes);
      const { key, id, content } = part.upload;
      const bytes = await readPart(content, part, buffer);
      part.upload.parts[part.number - 1] = await bucket.uploadPart(key, id, part.number, bytes);
    }
  };
  const failed: unknown[] = [];
  const stop = (error: unknown) => {
    failed.push(error);
    interruption.abort();
  };
  await Promise.all(Array.from({ length: LANES }, () => lane().catch(stop)));
  if (failed.length > 0) throw failed[0];
}

/** The parts of all objects, in order; an empty object has one. */
function* partsOf(uploads: readonly Upload[]): Generator<Part> {
  for (const upload of uploads) {
    const total = upload.content.bytes;
    const size = Math.max(PART_BYTES, Math.ceil(total / MOST_PARTS));
    for (let from = 0, number = 1; from < total || number === 1; from += size, number++) {
      yield { upload, number, from, bytes: Math.min(size, total - from) };
    }
  }
}

async function readPart(content: Content, { from, bytes }: Part, buffer: Buffer): Promise<Uint8Array> {
  if ('text' in content) return Buffer.from(content.text).subarray(from, from + bytes);
  const file = await open(content.path);
  try {
    await fill(file, content.name, buffer.subarray(0, bytes), from);
    return buffer.subarray(0, bytes);
  } finally {
    await file.close();
  }
}

async function fill(file: FileHandle, name: string, buffer: Uint8Array, from: number): Promise<void> {
  for (let done = 0; done < buffer.length; ) {
    const { bytesRead } = await file.read(buffer, done, buffer.length - done, from + done);
    if (bytesRead === 0) throw new Failure(`${name} was changed while it was delivered.`, 'Run again.');
    done += bytesRead;
  }
}
