import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { KEY_PROTOCOL_PREFIX, RPC_PATH, RPC_PROTOCOL } from '../../contract/web.ts';
import type { WebServer } from '../web-server.ts';

export interface Knock {
  readonly path?: string;
  readonly origin?: string;
  readonly host?: string;
  readonly protocols?: readonly string[];
}

/** Opens a WebSocket as the own page does, but for what is said otherwise. Rejects with what the host answers when it refuses. */
export async function connectTo({ port, key }: WebServer, knock: Knock = {}): Promise<WebSocket> {
  const {
    path = RPC_PATH,
    origin = `http://127.0.0.1:${port}`,
    host,
    protocols = [RPC_PROTOCOL, KEY_PROTOCOL_PREFIX + key],
  } = knock;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, [...protocols], {
    ...(origin !== '' && { origin }),
    ...(host !== undefined && { headers: { host } }),
  });
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}
