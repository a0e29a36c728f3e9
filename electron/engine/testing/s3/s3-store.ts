import { createHash } from 'node:crypto';
import { S3Refusal } from './s3-request.ts';

/** An object that can be seen. */
export interface StoredObject {
  readonly body: Buffer;
  readonly etag: string;
  /** Type and x-amz-meta- headers. */
  readonly headers: ReadonlyMap<string, string>;
}

interface StoredPart {
  readonly body: Buffer;
  readonly etag: string;
}

interface StoredUpload {
  readonly key: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly parts: Map<number, StoredPart>;
}

const LEAST_PART_BYTES = 5 * 1024 * 1024;

/** The objects of one bucket, and those that are being uploaded in parts. */
export class S3Store {
  readonly objects = new Map<string, StoredObject>();
  readonly uploads = new Map<string, StoredUpload>();
  #begun = 0;

  put(key: string, body: Buffer, headers: ReadonlyMap<string, string>): StoredObject {
    const object = { body, etag: `"${md5(body)}"`, headers };
    this.objects.set(key, object);
    return object;
  }

  begin(key: string, headers: ReadonlyMap<string, string>): string {
    const id = `upload-${++this.#begun}`;
    this.uploads.set(id, { key, headers, parts: new Map() });
    return id;
  }

  uploadPart(id: string, key: string, number: number, body: Buffer): string {
    const { parts } = this.upload(id, key);
    if (!Number.isInteger(number) || number < 1 || number > 10_000) {
      throw new S3Refusal(
        400,
        'InvalidArgument',
        'Part number must be an integer between 1 and 10000, inclusive',
      );
    }
    const etag = `"${md5(body)}"`;
    parts.set(number, { body, etag });
    return etag;
  }

  /** Makes an upload an object, of the parts that are named. */
  complete(id: string, key: string, named: readonly (readonly [number, string])[]): StoredObject {
    const { parts, headers } = this.upload(id, key);
    if (named.length === 0) throw new S3Refusal(400, 'MalformedXML', 'The XML you provided names no part');
    if (named.some(([number], index) => index > 0 && number <= (named[index - 1]?.[0] ?? 0))) {
      throw new S3Refusal(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
    }
    const taken = named.map(([number, etag], index) => {
      const part = parts.get(number);
      if (part === undefined || bare(part.etag) !== bare(etag)) {
        throw new S3Refusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.');
      }
      if (index < named.length - 1 && part.body.length < LEAST_PART_BYTES) {
        throw new S3Refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum size.');
      }
      return part;
    });
    const hashes = Buffer.concat(taken.map(({ etag }) => Buffer.from(bare(etag), 'hex')));
    const body = Buffer.concat(taken.map((part) => part.body));
    const object = { body, etag: `"${md5(hashes)}-${taken.length}"`, headers };
    this.uploads.delete(id);
    this.objects.set(key, object);
    return object;
  }

  abort(id: string, key: string): void {
    this.upload(id, key);
    this.uploads.delete(id);
  }

  upload(id: string, key: string): StoredUpload {
    const upload = this.uploads.get(id);
    if (upload === undefined || upload.key !== key) {
      throw new S3Refusal(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
    }
    return upload;
  }

  object(key: string): StoredObject {
    const object = this.objects.get(key);
    if (object === undefined) throw new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
    return object;
  }

  /** Keys in the order of their bytes. */
  keys(prefix: string): readonly string[] {
    const all = [...this.objects.keys()].filter((key) => key.startsWith(prefix));
    return all.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  }
}

function md5(content: Buffer): string {
  return createHash('md5').update(content).digest('hex');
}

function bare(etag: string): string {
  return etag.replaceAll('"', '');
}
