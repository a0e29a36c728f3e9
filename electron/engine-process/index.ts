import { RPCHandler } from '@orpc/server/message-port';
import { Engine } from '../engine/session/engine.ts';
import { session } from '../engine/session.ts';
import { desktopHost } from './desktop-host.ts';
import type { ToEngine } from './messages.ts';

const [folder = '', recentsFile = ''] = process.argv.slice(2);
const { parentPort } = process;

const engine = new Engine(desktopHost({ folder, recentsFile }, (notice) => parentPort.postMessage(notice)));
const handler = new RPCHandler(session);

parentPort.on('message', ({ data, ports: [port] }) => {
  const message: ToEngine = data;
  switch (message.kind) {
    case 'client':
      if (!port) return;
      handler.upgrade(port, { context: { engine } });
      port.start();
      break;
    case 'close':
      void engine.close().finally(() => process.exit(0));
      break;
  }
});
