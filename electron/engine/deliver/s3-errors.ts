import { errorCode, Failure } from '../failure.ts';
import type { S3Place } from './delivery.ts';

const RIGHTS =
  's3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload on the prefix, and s3:ListBucket on the bucket';

type Words = readonly [what: string, nextStep: string];

const NO_ANSWER: Words = ['cannot be reached.', 'Check the network, the endpoint and the region.'];
const REFUSED: Words = [
  'does not accept the credentials.',
  'Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile.',
];
const EXPIRED: Words = ['says that the credentials have expired.', 'Sign in again, or renew them.'];
const DENIED: Words = ['denies access.', `Give the credentials ${RIGHTS}.`];
const BUSY: Words = ['is overloaded or out of order.', 'Run again in a while.'];
const UNTRUSTED: Words = [
  'shows a certificate that is not trusted.',
  'Give the authority in NODE_EXTRA_CA_CERTS.',
];

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, and the codes of Node's sockets.
const BY_CODE: ReadonlyMap<string, Words> = new Map([
  ['AccessDenied', DENIED],
  ['AllAccessDisabled', DENIED],
  ['AccountProblem', DENIED],
  ['Forbidden', DENIED],
  ['InvalidAccessKeyId', REFUSED],
  ['SignatureDoesNotMatch', REFUSED],
  ['InvalidToken', REFUSED],
  ['ExpiredToken', EXPIRED],
  ['ExpiredTokenException', EXPIRED],
  ['TokenRefreshRequired', EXPIRED],
  [
    'RequestTimeTooSkewed',
    ['says that the clock of this machine is wrong.', 'Set it right, then run again.'],
  ],
  ['SlowDown', BUSY],
  ['ServiceUnavailable', BUSY],
  ['InternalError', BUSY],
  ['TimeoutError', NO_ANSWER],
  ['ECONNREFUSED', NO_ANSWER],
  ['ECONNRESET', NO_ANSWER],
  ['EPIPE', NO_ANSWER],
  ['ENOTFOUND', NO_ANSWER],
  ['EAI_AGAIN', NO_ANSWER],
  ['ETIMEDOUT', NO_ANSWER],
  ['EHOSTUNREACH', NO_ANSWER],
  ['ENETUNREACH', NO_ANSWER],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', UNTRUSTED],
  ['SELF_SIGNED_CERT_IN_CHAIN', UNTRUSTED],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', UNTRUSTED],
  ['ERR_TLS_CERT_ALTNAME_INVALID', UNTRUSTED],
  ['CERT_HAS_EXPIRED', UNTRUSTED],
]);

const WRONG_REGION: ReadonlySet<string> = new Set([
  'PermanentRedirect',
  'TemporaryRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
  '301',
]);

/** The Failure that an error of the S3 client stands for; a Failure is returned as it is. */
export function explainS3Error(error: unknown, { bucket, endpoint }: S3Place): Failure {
  if (error instanceof Failure) return error;
  const cause = { cause: error };
  const [name, code, server] = [nameOf(error), errorCode(error), endpoint ?? 'Amazon S3'];
  if (name === 'AbortError') return new Failure('The delivery was interrupted.', 'Run again.', cause);
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError') {
    const nextStep = 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.';
    return new Failure('No AWS credentials were found.', nextStep, cause);
  }
  if (error instanceof Error && /^Region is missing/.test(error.message)) {
    return new Failure('No AWS region is set.', 'Set AWS_REGION to the region of the bucket.', cause);
  }
  if (name === 'NoSuchBucket') {
    return new Failure(`${server} has no bucket ${bucket}.`, 'Check its name, or make it first.', cause);
  }
  if (WRONG_REGION.has(name) || statusOf(error) === 301) {
    const region = regionOf(error);
    const nextStep = `Set AWS_REGION to ${region ?? 'the region of the bucket'}.`;
    const where = region === undefined ? 'in another region' : `in the region ${region}`;
    return new Failure(`The bucket ${bucket} is ${where}.`, nextStep, cause);
  }
  const words = BY_CODE.get(name) ?? BY_CODE.get(code) ?? byStatus(statusOf(error));
  if (words) return new Failure(`${server} ${words[0]}`, words[1], cause);
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(`${server} failed for s3://${bucket}: ${name}: ${message}`, 'Run again.', cause);
}

/** Whether an answer was lost, so that what was asked for may have been done. */
export function isUncertain(error: unknown): boolean {
  const words = BY_CODE.get(nameOf(error)) ?? BY_CODE.get(errorCode(error));
  return nameOf(error) === 'NoSuchUpload' || words === NO_ANSWER || (statusOf(error) ?? 0) >= 500;
}

/** The code of an error of S3 (`NoSuchKey`), or the name of another. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function byStatus(status: number | undefined): Words | undefined {
  if (status === 403) return DENIED;
  return status !== undefined && status >= 500 ? BUSY : undefined;
}

function statusOf(error: unknown): number | undefined {
  const status = field(field(error, '$metadata'), 'httpStatusCode');
  return typeof status === 'number' ? status : undefined;
}

/** The region that the server names, in the error or beside it. */
function regionOf(error: unknown): string | undefined {
  const headers = field(field(error, '$response'), 'headers');
  return [field(error, 'Region'), field(headers, 'x-amz-bucket-region')].find(
    (each): each is string => typeof each === 'string' && each !== '',
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
