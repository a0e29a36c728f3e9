import { UsageFailure } from '../failure.ts';
import type { Place } from './delivery.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, with the older names that are longer or have capitals.
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;

/** Reads where a delivery goes: `s3://bucket/prefix`, or a folder. Throws a UsageFailure for what is neither. */
export function parsePlace(text: string, endpoint: string | undefined): Place {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? [];
  if (scheme?.toLowerCase() === 's3') {
    return { kind: 's3', ...bucketAndPrefix(text, rest), endpoint: endpoint && checkedEndpoint(endpoint) };
  }
  if (scheme !== undefined) {
    throw new UsageFailure(
      `--deliver takes a folder or s3://bucket/prefix, not "${text}".`,
      'Name one of these.',
    );
  }
  if (text.trim() === '') throw new UsageFailure('--deliver names no place.', 'Name a folder.');
  if (endpoint !== undefined) {
    throw new UsageFailure(
      '--s3-endpoint is for deliveries to s3://bucket/prefix.',
      'Leave it out for a folder.',
    );
  }
  return { kind: 'folder', folder: text };
}

function bucketAndPrefix(text: string, rest: string): { readonly bucket: string; readonly prefix: string } {
  const [bucket = '', ...path] = rest.split('/');
  if (!BUCKET.test(bucket)) {
    throw new UsageFailure(`"${text}" names no bucket.`, 'Write it as s3://bucket or s3://bucket/prefix.');
  }
  const prefix = path.join('/').replace(/\/+$/, '');
  // Servers and browsers take such a part for a step up, or for nothing.
  const isOdd = prefix !== '' && prefix.split('/').some((part) => ['', '.', '..'].includes(part));
  if (isOdd || /\p{Cc}/u.test(prefix)) {
    throw new UsageFailure(
      `The prefix "${prefix}" has a part that is empty, a dot or not printable.`,
      'Write it as s3://bucket/one/other.',
    );
  }
  return { bucket, prefix };
}

function checkedEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageFailure(
      `--s3-endpoint "${endpoint}" is no address of a server.`,
      'Write it as https://host or http://host:port.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageFailure(
      '--s3-endpoint holds a user or a password.',
      'Give credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  }
  return endpoint;
}
