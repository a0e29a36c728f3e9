import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { onTestFinished, vi } from 'vitest';
import type { Api } from '../../contract/api.ts';
import type { DesktopBridge } from '../../contract/bridge.ts';
import { tempFolder } from '../../engine/testing/temp-folder.ts';
import type { FakeWindow } from './fake-window.ts';

/** The real desktop over the stand-in for Electron. */
export interface DesktopUnderTest {
  readonly electron: typeof import('./electron.ts');
  /** The folder in which the user's folders are. */
  readonly home: string;
  readonly window: FakeWindow;
  /** What the page got as `window.muster`. */
  readonly bridge: DesktopBridge;
  /** The ports to the engine that the page has got so far. */
  readonly ports: readonly MessagePort[];
  /** Asks for a port and makes the page's client of it. */
  connect(): Promise<Api>;
}

/** What a test says of the start. */
export interface Start {
  readonly home?: string;
  readonly argv?: readonly string[];
  /** What happens before the app is ready. */
  early?(electron: typeof import('./electron.ts')): void;
}

/** Starts the app as Electron does, loads the page with the real preload, and ends it with the test. */
export async function aDesktop({
  home = tempFolder(),
  argv = [],
  early,
}: Start = {}): Promise<DesktopUnderTest> {
  vi.resetModules();
  const electron = await import('./electron.ts');
  electron.app.home = home;
  const { argv: before } = process;
  process.argv = ['electron', 'app', ...argv];
  await import('../index.ts');
  process.argv = before;
  early?.(electron);
  electron.app.becomeReady();
  const window = await vi.waitUntil(() => electron.BrowserWindow.all[0]);
  onTestFinished(async () => {
    electron.dialog.button = 1;
    electron.app.quit();
    await electron.app.ended;
  });

  const ports: MessagePort[] = [];
  const page = { location: { origin: 'app://muster' }, postMessage: pagePost(ports) };
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', { activeElement: null });
  onTestFinished(() => void vi.unstubAllGlobals());
  relay(electron, window);
  await import('../../preload/index.ts');
  window.webContents.finishLoading();
  const bridge = electron.contextBridge.exposed.get('muster') as DesktopBridge;

  const connect = async (): Promise<Api> => {
    const known = ports.length;
    bridge.connect();
    return clientOf(await vi.waitUntil(() => ports[known]));
  };
  return { electron, home, window, bridge, ports, connect };
}

/** The client that a page makes of a port. */
export function clientOf(port: MessagePort): Api {
  const api: Api = createORPCClient(new RPCLink({ port }));
  port.start();
  return api;
}

/** What arrives at the window as a message, with its ports. */
function pagePost(ports: MessagePort[]) {
  return (message: unknown, origin: string, transferred: readonly MessagePort[]) => {
    if (message !== 'muster:port' || origin !== 'app://muster')
      throw new Error(`A stray message: ${message}`);
    ports.push(...transferred);
  };
}

/** Carries what the main process sends to the page to the preload's side. */
function relay({ ipcRenderer }: typeof import('./electron.ts'), window: FakeWindow): void {
  window.webContents.on('sent', ({ channel, argument, ports = [] }) => {
    ipcRenderer.emit(channel, { ports }, argument);
  });
}
