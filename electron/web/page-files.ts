import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readPageFile } from '../page-file.ts';
import { refuse } from './answers.ts';
import { contentPolicy, SAFETY_HEADERS } from './page-headers.ts';

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
  const file = PLAIN_PATH.test(name) ? await readPageFile(join(folder, name)) : undefined;
  if (file === undefined) return refuse(response, 404);
  const { type, body, nonce } = file;
  response.writeHead(200, {
    ...SAFETY_HEADERS,
    'content-security-policy': contentPolicy(request.headers.host ?? '', nonce),
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
