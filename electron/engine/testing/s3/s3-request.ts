import type { IncomingMessage } from 'node:http';

/** A request as the stand-in looks at it, read to its end. */
export interface S3Request {
  readonly method: string;
  /** As it came, with its percent signs. */
  readonly path: string;
  /** Decoded, in their order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** By name in small letters; what came several times, with commas between. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  readonly bucket: string;
  readonly key: string;
}

/** What is wrong with a request, as S3 calls it. */
export class S3Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly further: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, further: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.further = further;
  }
}

/** Reads a request whose bucket stands in its path. */
export async function readRequest(incoming: IncomingMessage): Promise<S3Request> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  const [path = '/', search = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  const [bucket = '', ...key] = path.slice(1).split('/');
  const headers = new Map<string, string>();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index]?.toLowerCase() ?? '';
    const value = incoming.rawHeaders[index + 1] ?? '';
    headers.set(name, headers.has(name) ? `${headers.get(name)},${value}` : value);
  }
  return {
    method: incoming.method ?? '',
    path,
    query: search === '' ? [] : search.split('&').map(decodePair),
    headers,
    body: Buffer.concat(pieces),
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(key.join('/')),
  };
}

/** A value of the query, or undefined; one that stands there without a value is empty. */
export function queryValue({ query }: Pick<S3Request, 'query'>, name: string): string | undefined {
  return query.find(([each]) => each === name)?.[1];
}

function decodePair(pair: string): readonly [string, string] {
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  return [decodeURIComponent(name), decodeURIComponent(value)];
}
