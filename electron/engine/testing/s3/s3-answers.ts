import { createHash } from 'node:crypto';
import { queryValue, S3Refusal, type S3Request } from './s3-request.ts';
import type { S3Store, StoredObject } from './s3-store.ts';

/** What the stand-in answers. */
export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a request asks for, by the names that S3 gives its operations. */
export type Operation =
  | 'CreateMultipartUpload'
  | 'CompleteMultipartUpload'
  | 'UploadPart'
  | 'AbortMultipartUpload'
  | 'ListParts'
  | 'ListMultipartUploads'
  | 'ListObjectsV2'
  | 'HeadBucket'
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject';

/** The operation of a request; throws an S3Refusal for one that the stand-in does not know. */
export function operationOf(request: S3Request): Operation {
  const has = (name: string) => queryValue(request, name) !== undefined;
  const { method, key } = request;
  if (key === '') {
    if (method === 'HEAD') return 'HeadBucket';
    if (method === 'GET' && has('uploads')) return 'ListMultipartUploads';
    if (method === 'GET' && queryValue(request, 'list-type') === '2') return 'ListObjectsV2';
  } else if (has('uploadId')) {
    if (method === 'PUT') return 'UploadPart';
    if (method === 'POST') return 'CompleteMultipartUpload';
    if (method === 'DELETE') return 'AbortMultipartUpload';
    if (method === 'GET') return 'ListParts';
  } else {
    if (method === 'POST' && has('uploads')) return 'CreateMultipartUpload';
    if (method === 'PUT') return 'PutObject';
    if (method === 'GET') return 'GetObject';
    if (method === 'HEAD') return 'HeadObject';
    if (method === 'DELETE') return 'DeleteObject';
  }
  throw new S3Refusal(501, 'NotImplemented', `The stand-in knows no ${method} of ${request.path}`);
}

/** Does what a request asks for, and answers. */
export const ANSWERS: Readonly<Record<Operation, (store: S3Store, request: S3Request) => S3Answer>> = {
  HeadBucket: () => ({ status: 200 }),
  PutObject: (store, request) => {
    checkMd5(request);
    return {
      status: 200,
      headers: { ETag: store.put(request.key, request.body, keptHeaders(request)).etag },
    };
  },
  GetObject: (store, { key }) => {
    const object = store.object(key);
    return { status: 200, headers: headersOf(object), body: object.body };
  },
  HeadObject: (store, { key }) => ({ status: 200, headers: headersOf(store.object(key)) }),
  DeleteObject: (store, { key }) => {
    store.objects.delete(key);
    return { status: 204 };
  },
  CreateMultipartUpload: (store, request) => {
    const { bucket, key } = request;
    const id = store.begin(key, keptHeaders(request));
    return xml('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: id });
  },
  UploadPart: (store, request) => {
    checkMd5(request);
    const number = Number(queryValue(request, 'partNumber'));
    return {
      status: 200,
      headers: { ETag: store.uploadPart(idOf(request), request.key, number, request.body) },
    };
  },
  CompleteMultipartUpload: (store, request) => {
    const parts = [...request.body.toString('utf8').matchAll(/<Part>(.*?)<\/Part>/gs)].map(
      ([, part = '']) => {
        const etag = element(part, 'ETag').replaceAll('&quot;', '"').replaceAll('&#34;', '"');
        return [Number(element(part, 'PartNumber')), etag] as const;
      },
    );
    const { etag } = store.complete(idOf(request), request.key, parts);
    return xml('CompleteMultipartUploadResult', { Bucket: request.bucket, Key: request.key, ETag: etag });
  },
  AbortMultipartUpload: (store, request) => {
    store.abort(idOf(request), request.key);
    return { status: 204 };
  },
  ListParts: (store, request) => {
    const { parts } = store.upload(idOf(request), request.key);
    const rows = [...parts].map(([number, { etag, body }]) =>
      nested('Part', { PartNumber: number, ETag: etag, Size: body.length }),
    );
    return xml('ListPartsResult', { Bucket: request.bucket, Key: request.key, IsTruncated: 'false' }, rows);
  },
  ListMultipartUploads: (store, { bucket }) => {
    const rows = [...store.uploads].map(([id, { key }]) => nested('Upload', { Key: key, UploadId: id }));
    return xml('ListMultipartUploadsResult', { Bucket: bucket, IsTruncated: 'false' }, rows);
  },
  ListObjectsV2: (store, request) => {
    const prefix = queryValue(request, 'prefix') ?? '';
    const most = Math.min(Number(queryValue(request, 'max-keys') ?? 1000), 1000);
    const after = queryValue(request, 'continuation-token') ?? queryValue(request, 'start-after') ?? '';
    const keys = store.keys(prefix).filter((key) => key > after);
    const page = keys.slice(0, most);
    const isTruncated = page.length < keys.length;
    const rows = page.map((key) => {
      const { etag, body } = store.object(key);
      return nested('Contents', { Key: key, ETag: etag, Size: body.length });
    });
    return xml(
      'ListBucketResult',
      {
        Name: request.bucket,
        Prefix: prefix,
        KeyCount: page.length,
        MaxKeys: most,
        IsTruncated: String(isTruncated),
        ...(isTruncated && { NextContinuationToken: page.at(-1) ?? '' }),
      },
      rows,
    );
  },
};

/** A refusal as S3 says it. */
export function refusalAnswer({ status, code, message, further }: S3Refusal, method: string): S3Answer {
  const headers = further.Region === undefined ? {} : { 'x-amz-bucket-region': further.Region };
  // An answer to HEAD has no body: a client knows only its status.
  if (method === 'HEAD') return { status, headers };
  return { ...xml('Error', { Code: code, Message: message, ...further }), status, headers };
}

function xml(
  name: string,
  values: Readonly<Record<string, string | number>>,
  rows: readonly string[] = [],
): S3Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${name}>${elements(values)}${rows.join('')}</${name}>`;
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body };
}

function nested(name: string, values: Readonly<Record<string, string | number>>): string {
  return `<${name}>${elements(values)}</${name}>`;
}

function elements(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function element(text: string, name: string): string {
  return new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text)?.[1] ?? '';
}

function idOf(request: S3Request): string {
  return queryValue(request, 'uploadId') ?? '';
}

function keptHeaders({ headers }: S3Request): ReadonlyMap<string, string> {
  return new Map([...headers].filter(([name]) => name === 'content-type' || name.startsWith('x-amz-meta-')));
}

function headersOf({ etag, body, headers }: StoredObject): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(headers), ETag: etag, 'Content-Length': String(body.length) };
}

function checkMd5({ headers, body }: S3Request): void {
  const stated = headers.get('content-md5');
  if (stated === undefined || stated === createHash('md5').update(body).digest('base64')) return;
  throw new S3Refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
}
