import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkSignature, type Signing } from './check-signature.ts';
import { S3Refusal, type S3Request } from './s3-request.ts';

const NOON = Date.parse('2013-05-24T00:00:00Z');

/** The keys, requests and signatures that Amazon publishes with the description of the algorithm. */
const SIGNING: Signing = {
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
  now: () => NOON,
};

interface Example {
  readonly method: string;
  readonly path: string;
  readonly query?: S3Request['query'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signature: string;
}

const GET_OBJECT: Example = {
  method: 'GET',
  path: '/test.txt',
  headers: { range: 'bytes=0-9' },
  signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
};

const PUT_OBJECT: Example = {
  method: 'PUT',
  path: '/test%24file.text',
  headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
  body: 'Welcome to Amazon S3.',
  signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
};

const LIST_OBJECTS: Example = {
  method: 'GET',
  path: '/',
  query: [
    ['prefix', 'J'],
    ['max-keys', '2'],
  ],
  signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
};

const LIFECYCLE: Example = {
  method: 'GET',
  path: '/',
  query: [['lifecycle', '']],
  signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
};

function signed({ method, path, query = [], headers = {}, body = '', signature }: Example): S3Request {
  const all: Readonly<Record<string, string>> = {
    ...headers,
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    'x-amz-date': '20130524T000000Z',
  };
  const names = Object.keys(all).sort().join(';');
  const credential = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${names},Signature=${signature}`;
  return {
    method,
    path,
    query,
    headers: new Map([...Object.entries(all), ['authorization', authorization]]),
    body: Buffer.from(body),
    bucket: 'examplebucket',
    key: path.slice(1),
  };
}

function codeOf(request: S3Request, signing = SIGNING): string {
  try {
    checkSignature(request, signing);
    return 'accepted';
  } catch (error) {
    if (error instanceof S3Refusal) return error.code;
    throw error;
  }
}

test.each([
  { name: 'GET of an object', example: GET_OBJECT },
  { name: 'PUT of an object', example: PUT_OBJECT },
  { name: 'GET of a list', example: LIST_OBJECTS },
  { name: 'GET of a setting without a value', example: LIFECYCLE },
])('the stand-in accepts the signature that Amazon publishes for a $name', ({ example }) => {
  expect(codeOf(signed(example))).toBe('accepted');
});

describe('the stand-in refuses', () => {
  const request = signed(PUT_OBJECT);
  const withHeader = (name: string, value: string) => ({
    ...request,
    headers: new Map([...request.headers, [name, value]]),
  });

  test.each([
    { what: 'another method', request: { ...request, method: 'POST' }, code: 'SignatureDoesNotMatch' },
    { what: 'another path', request: { ...request, path: '/other' }, code: 'SignatureDoesNotMatch' },
    {
      what: 'another query',
      request: { ...request, query: [['a', 'b']] as const },
      code: 'SignatureDoesNotMatch',
    },
    {
      what: 'another body',
      request: { ...request, body: Buffer.from('other') },
      code: 'XAmzContentSHA256Mismatch',
    },
    {
      what: 'another value of a signed header',
      request: withHeader('date', 'x'),
      code: 'SignatureDoesNotMatch',
    },
    { what: 'an unsigned header of Amazon’s', request: withHeader('x-amz-acl', 'x'), code: 'AccessDenied' },
    {
      what: 'an unsigned body',
      request: withHeader('x-amz-content-sha256', 'UNSIGNED-PAYLOAD'),
      code: 'NotImplemented',
    },
    {
      what: 'no authorization',
      request: { ...request, headers: new Map([['host', 'h']]) },
      code: 'AccessDenied',
    },
    {
      what: 'another way of signing',
      request: withHeader('authorization', 'AWS x:y'),
      code: 'AuthorizationHeaderMalformed',
    },
  ])('$what', ({ request: changed, code }) => {
    expect(codeOf(changed)).toBe(code);
  });

  test.each([
    { what: 'an unknown key', signing: { accessKey: 'OTHER' }, code: 'InvalidAccessKeyId' },
    { what: 'another secret', signing: { secretKey: 'other' }, code: 'SignatureDoesNotMatch' },
    { what: 'another region', signing: { region: 'eu-west-1' }, code: 'AuthorizationHeaderMalformed' },
    {
      what: 'a clock that is 16 minutes fast',
      signing: { now: () => NOON - 960_000 },
      code: 'RequestTimeTooSkewed',
    },
    {
      what: 'a clock that is 16 minutes slow',
      signing: { now: () => NOON + 960_000 },
      code: 'RequestTimeTooSkewed',
    },
    { what: 'not one that is 14 minutes slow', signing: { now: () => NOON + 840_000 }, code: 'accepted' },
  ])('$what', ({ signing, code }) => {
    expect(codeOf(request, { ...SIGNING, ...signing })).toBe(code);
  });
});
