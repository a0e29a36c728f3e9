import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { FakeWindow } from './fake-window.ts';

/** The app, as far as the main process uses it. */
export class FakeApp extends EventEmitter {
  /** Where the user's folders are. */
  home = '';
  isPackaged = false;
  /** Whether this is the first start. */
  isFirst = true;
  sandboxed = false;
  lockData: unknown;
  readonly recents: string[] = [];
  readonly #ready = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<void>();

  constructor() {
    super();
    FakeWindow.onOpen = (window) => {
      this.emit('web-contents-created', {}, window.webContents);
      window.on('closed', () => {
        if (FakeWindow.all.length === 0) this.emit('window-all-closed');
      });
    };
  }

  /** Resolves when the app has ended. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** The system is ready for windows. */
  becomeReady(): void {
    this.#ready.resolve();
  }

  quit(): void {
    this.emit('before-quit', {});
    for (const window of [...FakeWindow.all]) window.close();
    if (FakeWindow.all.length > 0) return;
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.#ended.resolve();
  }

  requestSingleInstanceLock(data: unknown): boolean {
    this.lockData = data;
    return this.isFirst;
  }

  whenReady = (): Promise<void> => this.#ready.promise;
  enableSandbox = (): void => {
    this.sandboxed = true;
  };
  getPath = (name: string): string => join(this.home, name);
  addRecentDocument = (path: string): void => void this.recents.push(path);
  showAboutPanel = (): void => {};
}
