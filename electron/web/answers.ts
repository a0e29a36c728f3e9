import type { ServerResponse } from 'node:http';
import { SAFETY_HEADERS } from './page-headers.ts';

/** Answers with a status and nothing else. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...SAFETY_HEADERS, 'content-length': 0 }).end();
}

/** Answers with a value as JSON. */
export function answerJson(response: ServerResponse, status: number, value: object): void {
  const body = Buffer.from(JSON.stringify(value));
  response
    .writeHead(status, {
      ...SAFETY_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
    })
    .end(body);
}
