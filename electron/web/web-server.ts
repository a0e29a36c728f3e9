import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KEY_FRAGMENT } from '../contract/web.ts';
import { errorCode, Failure } from '../engine/failure.ts';
import { answerRequest, type Served } from './answer-request.ts';
import { refuse } from './answers.ts';
import { CallSockets } from './call-sockets.ts';
import { Callers } from './callers.ts';
import { newKey } from './key.ts';
import { TICKET_PATH, Tickets } from './tickets.ts';

/** Reachable from this machine only. */
const LOOPBACK = '127.0.0.1';

/** A browser opens six connections a page, and one for the calls. */
const MOST_CONNECTIONS = 100;

/** After how many milliseconds a connection on which nothing moves is closed. */
const IDLE = 120_000;

export interface WebServer {
  /** The address that opens the page, with its key. */
  readonly url: string;
  readonly port: number;
  readonly key: string;
  /** An address that leads to it once, and does not hold the key. */
  ticketUrl(): string;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Serves the page, its calls and its files on a port of this machine; 0 takes a free one. Throws a Failure for a busy one. */
export async function startWebServer(served: Served, port: number): Promise<WebServer> {
  const server = createServer({ requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 5000 });
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = IDLE;
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  const key = newKey();
  const { origin } = new URL(`http://${LOOPBACK}:${taken}`);
  const page = `/#${KEY_FRAGMENT}=${key}`;
  const callers = new Callers(taken, key);
  const sockets = new CallSockets(served.engine, callers);
  const tickets = new Tickets();
  server.on('upgrade', sockets.upgrade);
  server.on('request', (request, response) => {
    answerRequest({ ...served, callers, tickets, page }, request, response).catch((error: unknown) => {
      served.engine.host.log(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  return {
    url: origin + page,
    port: taken,
    key,
    ticketUrl: () => origin + TICKET_PATH + tickets.issue(),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await sockets.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  server.listen({ host: LOOPBACK, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE') {
      throw new Failure(
        `Port ${port} is used by another program.`,
        'Choose another, or none for a free one.',
      );
    }
    if (code === 'EACCES') {
      throw new Failure(
        `Port ${port} is not open to your user.`,
        'Choose one above 1023, or none for a free one.',
      );
    }
    throw error;
  }
}
