import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { errorCode } from './engine/failure.ts';

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

/** A file of the page as a host serves it, whichever it is. */
export interface PageFile {
  /** For the header content-type. */
  readonly type: string;
  readonly body: string | Buffer<ArrayBuffer>;
  /** For the content security policy: made for this serving, and written into the page. */
  readonly nonce: string;
}

/** Reads a file of the page; undefined where there is none, or one of a kind that no page has. The caller has checked where it stands. */
export async function readPageFile(path: string): Promise<PageFile | undefined> {
  const type = TYPES.get(extname(path));
  if (type === undefined) return undefined;
  const content = await contentOf(path);
  if (content === undefined) return undefined;
  const nonce = randomBytes(16).toString('base64');
  const body = path.endsWith('.html') ? content.toString('utf8').replaceAll(NONCE_PLACE, nonce) : content;
  return { type, body, nonce };
}

async function contentOf(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
