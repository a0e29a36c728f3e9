import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DOWNLOAD_PATH } from '../contract/web.ts';
import { errorCode } from '../engine/failure.ts';
import { refuse } from './answers.ts';
import type { Downloads } from './downloads.ts';
import { SAFETY_HEADERS } from './page-headers.ts';

/** Answers a request for a written file, once; the file is gone afterwards, however much of it was fetched. */
export async function serveDownload(
  downloads: Downloads,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const [token = ''] = pathname.slice(DOWNLOAD_PATH.length).split('/');
  const download = downloads.take(token);
  if (!download) return refuse(response, 404);
  // A browser's download can be paused for as long as the user likes.
  response.setTimeout(0);
  try {
    response.writeHead(200, {
      ...SAFETY_HEADERS,
      'content-type': 'application/octet-stream',
      'content-length': statSync(download.path).size,
      'content-disposition': attachment(download.name),
    });
    await pipeline(createReadStream(download.path), response);
  } catch (error) {
    // Whoever has gone fetches nothing more.
    if (errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    downloads.remove(download);
  }
}

/** The header that has a browser save a file under a name of any characters. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
