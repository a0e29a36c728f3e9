import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { errorCode } from '../engine/failure.ts';
import { isOwnPage } from './app-scheme.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

/** Stands in the page where each serving puts a fresh nonce. */
const NONCE_PLACE = '__CSP_NONCE__';

/** Answers requests for the page's files, which all stand below one folder. */
export function servePage(root: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return refused(405);
    const path = isOwnPage(url) ? pathBelow(root, new URL(url).pathname) : undefined;
    if (path === undefined) return refused(404);
    const type = TYPES.get(extname(path));
    if (type === undefined) return refused(404);
    const nonce = randomBytes(16).toString('base64');
    const bytes = await contentOf(path);
    if (bytes === undefined) return refused(404);
    const body = path.endsWith('.html') ? bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce) : bytes;
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

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

function refused(status: number): Response {
  return new Response(null, { status, headers: SAFETY });
}
