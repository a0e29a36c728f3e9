import { join, sep } from 'node:path';
import { readPageFile } from '../page-file.ts';
import { isOwnPage } from './app-scheme.ts';

/** Answers requests for the page's files, which all stand below one folder. */
export function servePage(root: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return refused(405);
    const path = isOwnPage(url) ? pathBelow(root, new URL(url).pathname) : undefined;
    const file = path === undefined ? undefined : await readPageFile(path);
    if (file === undefined) return refused(404);
    const { type, body, nonce } = file;
    return new Response(method === 'HEAD' ? null : body, {
      headers: { ...SAFETY, 'content-type': type, 'content-security-policy': policy(nonce) },
    });
  };
}

const SAFETY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** The path that an address stands for, or nothing where it leads out of the folder. */
function pathBelow(root: string, pathname: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(name) || name.split('/').includes('..')) return undefined;
  const path = join(root, name.endsWith('/') ? `${name}index.html` : name);
  return path.startsWith(root + sep) ? path : undefined;
}

function refused(status: number): Response {
  return new Response(null, { status, headers: SAFETY });
}
