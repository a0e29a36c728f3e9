import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import type { Api } from '../contract/api.ts';
import { session } from './session.ts';
import { transportCases } from './testing/transport-cases.ts';

transportCases('a message port', async (engine) => {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(session).upgrade(port1, { context: { engine } });
  const api: Api = createORPCClient(new RPCLink({ port: port2 }));
  port1.start();
  port2.start();
  return { api, close: () => port2.close() };
});
