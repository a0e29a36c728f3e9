import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Api } from '../../electron/contract/api.ts';
import { type DesktopBridge, PORT_MESSAGE } from '../../electron/contract/bridge.ts';
import type { Connection, Host } from './host.ts';

/** How long the engine may take to answer with a port, in milliseconds. */
const PATIENCE = 15_000;

/** The host in Electron: a message port to the engine, paths, and the system's dialogs. */
export function desktopHost(bridge: DesktopBridge): Host {
  return {
    kind: 'desktop',
    mac: bridge.platform === 'darwin',
    connect: () => connect(bridge),
    handlesOf: async (files) => files.map((file) => bridge.handleOf(file)).filter((path) => path !== ''),
    chooseFiles: () => bridge.chooseFiles(),
    chooseWorkspaceFile: () => bridge.chooseWorkspace(),
    chooseRecipeFolder: () => bridge.chooseRecipeFolder(),
    target: (name) => bridge.chooseTarget(name),
    deliver: () => {},
    reveal: (path) => bridge.showInFolder(path),
    showDocument: (document) => bridge.showDocument(document),
    onCommand: (listener) => bridge.onCommand(listener),
    onOpenFiles: (listener) => bridge.onOpenFiles(listener),
  };
}

async function connect(bridge: DesktopBridge): Promise<Connection> {
  const port = await askForPort(bridge);
  const ended = Promise.withResolvers<'again' | 'ended'>();
  const stop = bridge.onEngineRestart((state) => {
    // Pending calls hear of it through the port.
    port.close();
    port.dispatchEvent(new Event('close'));
    ended.resolve(state === 'lost' ? 'ended' : 'again');
  });
  port.addEventListener('close', () => ended.resolve('again'));
  const api: Api = createORPCClient(new RPCLink({ port }));
  port.start();
  return { api, closed: ended.promise.finally(stop) };
}

function askForPort(bridge: DesktopBridge): Promise<MessagePort> {
  const { promise, resolve, reject } = Promise.withResolvers<MessagePort>();
  const hear = (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.source === window && event.data === PORT_MESSAGE && port) resolve(port);
  };
  window.addEventListener('message', hear);
  const timer = setTimeout(() => reject(new Error('The engine of Muster does not answer.')), PATIENCE);
  bridge.connect();
  return promise.finally(() => {
    clearTimeout(timer);
    window.removeEventListener('message', hear);
  });
}
