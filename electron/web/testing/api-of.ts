import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { onTestFinished } from 'vitest';
import type { Api } from '../../contract/api.ts';
import { KEY_FRAGMENT, KEY_PROTOCOL_PREFIX, RPC_PATH, RPC_PROTOCOL } from '../../contract/web.ts';

/** The calls of a host by the address that opens its page, over a WebSocket of their own. */
export async function apiOf(url: string): Promise<{ readonly api: Api; readonly socket: WebSocket }> {
  const { origin, host, hash } = new URL(url);
  const key = hash.slice(`#${KEY_FRAGMENT}=`.length);
  const socket = new WebSocket(`ws://${host}${RPC_PATH}`, {
    protocols: [RPC_PROTOCOL, KEY_PROTOCOL_PREFIX + key],
    headers: { origin },
  });
  onTestFinished(() => socket.close());
  await once(socket, 'open');
  return { api: createORPCClient(new RPCLink({ websocket: socket })), socket };
}
