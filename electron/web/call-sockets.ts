import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSED_BY_HOST, RPC_PATH, RPC_PROTOCOL } from '../contract/web.ts';
import type { Engine } from '../engine/session/engine.ts';
import { session } from '../engine/session.ts';
import type { Callers } from './callers.ts';

/** Bytes of the largest message: a thousand file names or a long query fit many times over. */
const LARGEST_MESSAGE = 16 * 1024 * 1024;

/** More windows than anybody looks at. */
const MOST_SOCKETS = 32;

/** How long a page has to say that it has heard of the end, in milliseconds. */
const FAREWELL = 500;

/** The WebSockets over which pages make the calls of the contract. */
export class CallSockets {
  readonly #engine: Engine;
  readonly #callers: Callers;
  readonly #handler = new RPCHandler(session);
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(RPC_PROTOCOL) ? RPC_PROTOCOL : false),
  });

  constructor(engine: Engine, callers: Callers) {
    this.#engine = engine;
    this.#callers = callers;
  }

  /** Makes a WebSocket of a request to open one, or refuses it. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const status = this.#refusalOf(request);
    if (status !== undefined) {
      socket.on('error', () => {});
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#serve(client));
  };

  #refusalOf(request: IncomingMessage): string | undefined {
    if (!this.#callers.mayConnect(request)) return '403 Forbidden';
    if (request.url !== RPC_PATH) return '404 Not Found';
    if (this.#server.clients.size >= MOST_SOCKETS) return '503 Service Unavailable';
    return undefined;
  }

  #serve(client: WebSocket): void {
    // A message that is too large, or none: the connection is closed already.
    client.on('error', () => {});
    void this.#handler.upgrade(client, { context: { engine: this.#engine } });
  }

  /** Says to all pages that the host ends, and ends their connections. */
  async close(): Promise<void> {
    const { clients } = this.#server;
    await Promise.all([...clients].map(farewell));
    for (const client of clients) client.terminate();
  }
}

function farewell(client: WebSocket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  client.once('close', () => resolve());
  setTimeout(resolve, FAREWELL).unref();
  client.close(CLOSED_BY_HOST, 'Muster was ended.');
  return promise;
}
