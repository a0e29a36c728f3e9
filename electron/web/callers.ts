import type { IncomingMessage } from 'node:http';
import { KEY_HEADER, KEY_PROTOCOL_PREFIX } from '../contract/web.ts';
import { sameKey } from './key.ts';

/** Tells the host's own page from everybody else who can reach a port of this machine. */
export class Callers {
  readonly #key: string;
  readonly #origins: ReadonlyMap<string, string>;

  constructor(port: number, key: string) {
    this.#key = key;
    const addresses = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`));
    this.#origins = new Map(addresses.map(({ host, origin }) => [host, origin]));
  }

  /**
   * Whether a request names this host, and no other origin: a name that someone else let point here is refused, and so is a
   * page from elsewhere.
   */
  mayRead({ headers }: IncomingMessage): boolean {
    const own = this.#origins.get(headers.host ?? '');
    return own !== undefined && (headers.origin === undefined || headers.origin === own);
  }

  /** Whether a request comes from the host's own page, as only browsers say that it does. */
  #isOwnPage(request: IncomingMessage): boolean {
    return request.headers.origin !== undefined && this.mayRead(request);
  }

  /** Whether a request may send a file: it comes from the own page and carries the key. */
  maySend(request: IncomingMessage): boolean {
    const key = request.headers[KEY_HEADER];
    return this.#isOwnPage(request) && typeof key === 'string' && sameKey(key, this.#key);
  }

  /** Whether a WebSocket may be opened: the same, with the key among the protocols that it offers. */
  mayConnect(request: IncomingMessage): boolean {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const key = offered.find((name) => name.startsWith(KEY_PROTOCOL_PREFIX));
    return (
      this.#isOwnPage(request) &&
      key !== undefined &&
      sameKey(key.slice(KEY_PROTOCOL_PREFIX.length), this.#key)
    );
  }
}
