import { hash } from 'node:crypto';

/**
 * The SHA-256 of a value, trimmed and lower-cased, as lower-case hex: what advertising platforms match addresses by. An empty value stays
 * empty.
 */
export function hashed(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.trim().toLowerCase();
  return plain === '' ? '' : hash('sha256', plain, 'hex');
}
