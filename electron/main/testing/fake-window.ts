import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { Rectangle } from 'electron';
import type { MainPort } from './main-port.ts';

/** What the main process sent to a page. */
export interface Sent {
  readonly channel: string;
  readonly argument: unknown;
}

/** A page as the main process sees it. */
export class FakeWebContents extends EventEmitter {
  readonly sent: Sent[] = [];
  readonly ports: MessagePort[] = [];
  readonly edits: string[] = [];
  url = 'about:blank';
  loading = false;
  openHandler: (details: { readonly url: string }) => { readonly action: string } = () => ({
    action: 'allow',
  });

  readonly mainFrame = {
    parent: null,
    page: this as FakeWebContents,
    get url(): string {
      return this.page.url;
    },
    postMessage: (channel: string, _message: unknown, ports: readonly MainPort[]) => {
      for (const { port } of ports) this.ports.push(port);
      this.emit('sent', { channel, ports: ports.map(({ port }) => port) });
    },
  };

  send(channel: string, argument: unknown): void {
    this.sent.push({ channel, argument });
    this.emit('sent', { channel, argument });
  }

  /** The page has come to its end of loading. */
  finishLoading(): void {
    this.loading = false;
    this.emit('did-finish-load');
  }

  getURL = (): string => this.url;
  isLoadingMainFrame = (): boolean => this.loading;
  setWindowOpenHandler = (handler: typeof this.openHandler): void => {
    this.openHandler = handler;
  };
  undo = (): void => void this.edits.push('undo');
  redo = (): void => void this.edits.push('redo');
}

/** A window, without a screen. */
export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  /** Hears of each new window: the app does. */
  static onOpen: (window: FakeWindow) => void = () => {};

  readonly webContents = new FakeWebContents();
  readonly options: Partial<Rectangle> & Readonly<Record<string, unknown>>;
  bounds: Rectangle;
  title = '';
  file = '';
  progress = -1;
  maximised = false;
  focused = false;
  shown = false;

  constructor(options: Partial<Rectangle> & Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    this.bounds = { x: 10, y: 20, width: 1280, height: 800, ...options };
    FakeWindow.all.push(this);
    FakeWindow.onOpen(this);
  }

  static fromWebContents(webContents: FakeWebContents): FakeWindow | null {
    return FakeWindow.all.find((window) => window.webContents === webContents) ?? null;
  }

  loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    this.webContents.loading = true;
    return Promise.resolve();
  }

  /** Closes, unless somebody objects. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented || !FakeWindow.all.includes(this)) return;
    FakeWindow.all.splice(FakeWindow.all.indexOf(this), 1);
    this.emit('closed');
  }

  show = (): void => {
    this.shown = true;
  };
  focus = (): void => {
    this.focused = true;
  };
  maximize = (): void => {
    this.maximised = true;
  };
  restore = (): void => {};
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => this.maximised;
  isFocused = (): boolean => this.focused;
  getNormalBounds = (): Rectangle => {
    const { x, y, width, height } = this.bounds;
    return { x, y, width, height };
  };
  setTitle = (title: string): void => {
    this.title = title;
  };
  setRepresentedFilename = (file: string): void => {
    this.file = file;
  };
  setProgressBar = (progress: number): void => {
    this.progress = progress;
  };
}
