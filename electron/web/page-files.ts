import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { errorCode } from '../engine/failure.ts';
import { refuse } from './answers.ts';
import { contentPolicy, SAFETY_HEADERS } from './page-headers.ts';

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

/** The names that the page's build makes; none of them leads out of a folder. */
const PLAIN_PATH = /^(\/\w[\w.-]*)+$/;

/** Answers a request for a file of the page, all of which stand below one folder. */
export async function servePageFile(
  folder: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = pathname === '/' ? '/index.html' : pathname;
  const type = TYPES.get(extname(name));
  if (type === undefined || !PLAIN_PATH.test(name)) return refuse(response, 404);
  const content = await contentOf(join(folder, name));
  if (content === undefined) return refuse(response, 404);
  const nonce = randomBytes(16).toString('base64');
  const body = name.endsWith('.html') ? content.toString('utf8').replaceAll(NONCE_PLACE, nonce) : content;
  response.writeHead(200, {
    ...SAFETY_HEADERS,
    'content-security-policy': contentPolicy(request.headers.host ?? '', nonce),
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
