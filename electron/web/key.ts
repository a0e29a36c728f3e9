import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that nobody can guess: 32 random bytes as 43 characters of base64url. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a given key is the right one; how long that takes says nothing of where they differ. */
export function sameKey(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
