import { EventEmitter } from 'node:events';
import { basename, join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { MenuItemConstructorOptions } from 'electron';
import { FakeApp } from './fake-app.ts';
import { FakeWindow } from './fake-window.ts';
import { MainPort } from './main-port.ts';
import { FakeUtilityProcess } from './utility-process.ts';

/*
 * A thin stand-in for Electron, so that the real main process, the real preload and the real engine process run in
 * tests: windows without a screen, and the engine in a thread.
 */

type Handler = (event: object, argument: unknown) => unknown;
type PermissionAnswer = (page: unknown, permission: string, answer?: (allowed: boolean) => void) => unknown;

/** The sources of the programs that are built beside the main process. */
const PROGRAMS: ReadonlyMap<string, string> = new Map([
  ['engine-process.js', join(import.meta.dirname, '../../engine-process/index.ts')],
]);

export const app = new FakeApp();

export { FakeWindow as BrowserWindow };

export const ipcMain = Object.assign(new EventEmitter(), {
  handlers: new Map<string, Handler>(),
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  },
});

export class MessageChannelMain {
  readonly port1: MainPort;
  readonly port2: MainPort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MainPort(port1);
    this.port2 = new MainPort(port2);
  }
}

export const utilityProcess = {
  started: [] as FakeUtilityProcess[],
  fork(path: string, args: readonly string[]): FakeUtilityProcess {
    const module = PROGRAMS.get(basename(path));
    if (module === undefined) throw new Error(`There is no program ${path}.`);
    const started = new FakeUtilityProcess(module, args);
    this.started.push(started);
    return started;
  },
};

export const Menu = {
  template: [] as readonly MenuItemConstructorOptions[],
  buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => template,
  setApplicationMenu(template: readonly MenuItemConstructorOptions[]): void {
    this.template = template;
  },
};

/** What the user does in the next dialogs, and the options with which they were asked. */
export const dialog = {
  asked: [] as Readonly<Record<string, unknown>>[],
  paths: [] as readonly string[],
  button: 0,
  async showOpenDialog(_window: FakeWindow, options: Readonly<Record<string, unknown>>) {
    this.asked.push(options);
    return { canceled: this.paths.length === 0, filePaths: this.paths };
  },
  async showSaveDialog(_window: FakeWindow, options: Readonly<Record<string, unknown>>) {
    this.asked.push(options);
    return { canceled: this.paths.length === 0, filePath: this.paths[0] ?? '' };
  },
  async showMessageBox(_window: FakeWindow, options: Readonly<Record<string, unknown>>) {
    this.asked.push(options);
    return { response: this.button };
  },
};

export const protocol = {
  privileged: [] as readonly unknown[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: readonly unknown[]): void {
    this.privileged = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.handlers.set(scheme, handler);
  },
};

const guards = {
  request: (() => {}) as PermissionAnswer,
  check: (() => {}) as PermissionAnswer,
};

export const session = {
  defaultSession: {
    guards,
    setPermissionRequestHandler: (request: PermissionAnswer) => void Object.assign(guards, { request }),
    setPermissionCheckHandler: (check: PermissionAnswer) => void Object.assign(guards, { check }),
    setDevicePermissionHandler: () => {},
  },
};

export const shell = {
  opened: [] as string[],
  shown: [] as string[],
  async openExternal(url: string): Promise<void> {
    this.opened.push(url);
  },
  showItemInFolder(path: string): void {
    this.shown.push(path);
  },
};

export class Notification extends EventEmitter {
  static readonly shown: { readonly title: string; readonly body: string }[] = [];
  static readonly isSupported = () => true;
  readonly content: { readonly title: string; readonly body: string };

  constructor(content: { readonly title: string; readonly body: string }) {
    super();
    this.content = content;
  }

  show(): void {
    Notification.shown.push(this.content);
  }
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

export const nativeTheme = { shouldUseDarkColors: false };

/** The page's side: what it sends goes to the main process as from the page of the first window. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  send(channel: string, argument?: unknown): void {
    ipcMain.emit(channel, fromPage(), argument);
  },
  async invoke(channel: string, argument?: unknown): Promise<unknown> {
    const handler = ipcMain.handlers.get(channel);
    if (!handler) throw new Error(`Nobody answers ${channel}.`);
    return handler(fromPage(), argument);
  },
});

function fromPage(): object {
  const sender = FakeWindow.all[0]?.webContents;
  return { sender, senderFrame: sender?.mainFrame };
}

export const webUtils = { getPathForFile: ({ name }: { readonly name: string }) => `/dropped/${name}` };

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, api: unknown): void {
    this.exposed.set(name, api);
  },
};
