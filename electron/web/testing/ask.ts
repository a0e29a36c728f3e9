import { once } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Asks with exactly this path and these headers, as no browser would let a page do. */
export async function ask(
  port: number,
  path: string,
  { body, ...options }: RequestOptions & { readonly body?: Readable | string } = {},
): Promise<Answer> {
  const asking = request({ host: '127.0.0.1', port, path, agent: false, ...options });
  const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
  if (typeof body === 'object') await pipeline(body, asking);
  else asking.end(body);
  const [answer] = await answered;
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}
