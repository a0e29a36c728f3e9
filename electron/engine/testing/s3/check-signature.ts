import { createHash, createHmac } from 'node:crypto';
import { S3Refusal, type S3Request } from './s3-request.ts';

/** Who may ask, and how the server sees itself. */
export interface Signing {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

interface Authorization {
  readonly accessKey: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const MOST_SKEW = 15 * 60 * 1000;

/**
 * Checks the signature of a request, worked out anew from the request itself (nothing of the client's code is used):
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. Throws an S3Refusal.
 */
export function checkSignature(request: S3Request, signing: Signing): void {
  const given = readAuthorization(request.headers.get('authorization'));
  if (given.accessKey !== signing.accessKey) {
    throw new S3Refusal(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  const time = request.headers.get('x-amz-date') ?? '';
  checkClock(time, given.day, signing.now());
  if (given.region !== signing.region || given.service !== 's3') {
    throw new S3Refusal(
      400,
      'AuthorizationHeaderMalformed',
      `The authorization header is malformed; the region '${given.region}' is wrong; expecting '${signing.region}'`,
      { Region: signing.region },
    );
  }
  const unsigned = [...request.headers.keys()].find(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !given.signedHeaders.includes(name),
  );
  if (unsigned !== undefined) {
    throw new S3Refusal(403, 'AccessDenied', `There were headers present which were not signed: ${unsigned}`);
  }
  checkPayload(request);
  if (signatureOf(request, given, signing.secretKey) !== given.signature) {
    throw new S3Refusal(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    );
  }
}

function readAuthorization(header: string | undefined): Authorization {
  if (header === undefined) throw new S3Refusal(403, 'AccessDenied', 'Access Denied');
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, accessKey = '', day = '', region = '', service = '', signed = '', signature = ''] =
    pattern.exec(header) ?? [];
  if (signature === '') {
    throw new S3Refusal(
      400,
      'AuthorizationHeaderMalformed',
      'The authorization header is not AWS4-HMAC-SHA256.',
    );
  }
  return { accessKey, day, region, service, signedHeaders: signed.split(';'), signature };
}

function checkClock(time: string, day: string, now: number): void {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time);
  if (parts === null || !time.startsWith(day)) {
    throw new S3Refusal(403, 'AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header');
  }
  const [, year, month, date, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
  if (Math.abs(at - now) > MOST_SKEW) {
    throw new S3Refusal(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  }
}

/** The body must be the one that was signed: an unsigned or chunked one is refused, as nothing would vouch for it here. */
function checkPayload({ headers, body }: S3Request): void {
  const stated = headers.get('x-amz-content-sha256') ?? '';
  if (!/^[0-9a-f]{64}$/.test(stated)) {
    throw new S3Refusal(501, 'NotImplemented', `x-amz-content-sha256 is "${stated}", not a hash of the body`);
  }
  if (stated !== sha256(body)) {
    throw new S3Refusal(
      400,
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 does not match what was computed.',
    );
  }
}

function signatureOf(
  request: S3Request,
  { day, region, service, signedHeaders }: Authorization,
  secretKey: string,
): string {
  const time = request.headers.get('x-amz-date') ?? '';
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = [ALGORITHM, time, scope, sha256(canonicalRequest(request, signedHeaders))].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  return hmac(key, text).toString('hex');
}

function canonicalRequest({ method, path, query, headers }: S3Request, signed: readonly string[]): string {
  const pairs = query.map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return [
    method,
    path
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    pairs.sort((left, right) => (left < right ? -1 : 1)).join('&'),
    ...signed.map((name) => `${name}:${(headers.get(name) ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    headers.get('x-amz-content-sha256') ?? '',
  ].join('\n');
}

/** Percent signs for all but letters, digits and - . _ ~ */
function encode(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9._~-]/.test(character)) return character;
      return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
