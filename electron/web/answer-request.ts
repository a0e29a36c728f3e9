import type { IncomingMessage, ServerResponse } from 'node:http';
import { DOWNLOAD_PATH, UPLOAD_PATH } from '../contract/web.ts';
import type { Engine } from '../engine/session/engine.ts';
import { refuse } from './answers.ts';
import type { Callers } from './callers.ts';
import { serveDownload } from './download-request.ts';
import type { Downloads } from './downloads.ts';
import { servePageFile } from './page-files.ts';
import { SAFETY_HEADERS } from './page-headers.ts';
import { TICKET_PATH, type Tickets } from './tickets.ts';
import { serveUpload } from './upload-request.ts';
import type { Uploads } from './uploads.ts';

/** What a server hands out. */
export interface Served {
  readonly engine: Engine;
  readonly uploads: Uploads;
  readonly downloads: Downloads;
  /** The built page. */
  readonly pageFolder: string;
}

interface Answering extends Served {
  readonly callers: Callers;
  readonly tickets: Tickets;
  /** The page's address on this host, with its key. */
  readonly page: string;
}

/** Answers a request by its method and path, after it was told where it comes from. Throws faults that are Muster's own. */
export async function answerRequest(
  host: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!host.callers.mayRead(request)) return refuse(response, 403);
  const { url = '', headers } = request;
  const address = url.startsWith('/') ? URL.parse(`http://${headers.host}${url}`) : null;
  if (!address) return refuse(response, 400);
  const { pathname, searchParams } = address;
  switch (request.method) {
    case 'POST':
      if (pathname !== UPLOAD_PATH) return refuse(response, 405);
      if (!host.callers.maySend(request)) return refuse(response, 403);
      return serveUpload(host.uploads, searchParams.get('name'), request, response);
    case 'GET':
      // What is good for one request is not for a HEAD, which fetches nothing.
      if (pathname.startsWith(DOWNLOAD_PATH)) return serveDownload(host.downloads, pathname, response);
      if (pathname.startsWith(TICKET_PATH)) return redeem(host, pathname, response);
      return servePageFile(host.pageFolder, pathname, request, response);
    case 'HEAD':
      return servePageFile(host.pageFolder, pathname, request, response);
    default:
      return refuse(response, 405);
  }
}

function redeem({ tickets, page }: Answering, pathname: string, response: ServerResponse): void {
  if (tickets.use(pathname.slice(TICKET_PATH.length))) {
    response.writeHead(303, { ...SAFETY_HEADERS, location: page, 'content-length': 0 }).end();
  } else refuse(response, 404);
}
