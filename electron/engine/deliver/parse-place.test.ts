import { expect, test } from 'vitest';
import { parsePlace } from './parse-place.ts';

test.each([
  { text: 's3://teams', bucket: 'teams', prefix: '' },
  { text: 's3://teams/', bucket: 'teams', prefix: '' },
  { text: 's3://teams/daily', bucket: 'teams', prefix: 'daily' },
  { text: 'S3://my.teams-1/a b/ü//', bucket: 'my.teams-1', prefix: 'a b/ü' },
])('$text names a bucket and what all keys begin with', ({ text, bucket, prefix }) => {
  expect(parsePlace(text, undefined)).toEqual({ kind: 's3', bucket, prefix, endpoint: undefined });
});

test('whatever has no scheme names a folder', () => {
  for (const folder of ['deliveries', '/deliveries', './s3:', 'C:\\deliveries']) {
    expect(parsePlace(folder, undefined)).toEqual({ kind: 'folder', folder });
  }
});

test('an endpoint is kept as it is written', () => {
  const place = parsePlace('s3://teams', 'http://localhost:9000');
  expect(place).toEqual({ kind: 's3', bucket: 'teams', prefix: '', endpoint: 'http://localhost:9000' });
});

test.each([
  { text: 's3://', says: 'names no bucket' },
  { text: 's3:///prefix', says: 'names no bucket' },
  { text: 's3://a', says: 'names no bucket' },
  { text: 's3://te ams/x', says: 'names no bucket' },
  { text: 's3://teams//x', says: 'a part that is empty' },
  { text: 's3://teams/../x', says: 'a part that is empty, a dot' },
  { text: 's3://teams/a\nb', says: 'not printable' },
  { text: 'gs://teams/x', says: 'takes a folder or s3://bucket/prefix' },
  { text: 'https://host/x', says: 'takes a folder or s3://bucket/prefix' },
  { text: ' ', says: 'names no place' },
])('$text is refused', ({ text, says }) => {
  expect(() => parsePlace(text, undefined)).toThrow(says);
});

test.each([
  { endpoint: 'localhost:9000', says: 'is no address of a server' },
  { endpoint: 'ftp://host', says: 'is no address of a server' },
  { endpoint: 'http://me:secret@host', says: 'holds a user or a password' },
])('the endpoint $endpoint is refused', ({ endpoint, says }) => {
  expect(() => parsePlace('s3://teams', endpoint)).toThrow(says);
});

test('a password in an endpoint is not repeated', () => {
  expect(() => parsePlace('s3://teams', 'http://me:secret@host')).not.toThrow('secret');
});

test('an endpoint for a folder is refused', () => {
  expect(() => parsePlace('deliveries', 'http://localhost:9000')).toThrow('--s3-endpoint is for deliveries');
});
