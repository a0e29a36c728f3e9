import { join } from 'node:path';
import { app, type BrowserWindow, Menu } from 'electron';
import type { EngineNotice, MenuCommand } from '../contract/bridge.ts';
import { CHANNELS, type ShownDocument } from '../preload/channels.ts';
import { answerBridge } from './bridge-calls.ts';
import { Dialogs } from './dialogs.ts';
import { EngineProcess } from './engine-process.ts';
import { FaultLog } from './fault-log.ts';
import { KeptState } from './kept-state.ts';
import { menuTemplate } from './menu.ts';
import { recentDocuments } from './recent-documents.ts';
import { openWindow } from './window.ts';
import { Work } from './work.ts';

const IS_MAC = process.platform === 'darwin';

/** The frame around the page: one window, its menu, the files it is to open, and the engine that it talks to. */
export class Desktop {
  readonly #kept = new KeptState(app.getPath('userData'));
  readonly #recentsFile = join(app.getPath('userData'), 'recents.json');
  readonly #log = new FaultLog(app.getPath('logs'));
  readonly #work = new Work(() => this.#window);
  readonly #engine: EngineProcess;
  #window: BrowserWindow | undefined;
  #document: ShownDocument = null;
  #quitting = false;

  constructor() {
    this.#engine = new EngineProcess({
      folder: join(app.getPath('documents'), 'Muster'),
      recentsFile: this.#recentsFile,
      onNotice: (notice) => this.#hear(notice),
      onRestart: (state) => this.#engineEnded(state),
      onFault: (text) => this.#log.write(text),
    });
    answerBridge({
      dialogs: new Dialogs(this.#kept, app.getPath('documents')),
      onConnect: (window) => this.#connect(window),
      onShowDocument: (window, shown) => this.#showDocument(window, shown),
    });
    app.on('before-quit', () => {
      this.#quitting = true;
    });
    app.on('window-all-closed', () => {
      if (!IS_MAC || this.#quitting) app.quit();
      else void this.#engine.stop();
    });
    app.on('will-quit', (event) => {
      if (!this.#engine.running) return;
      event.preventDefault();
      void this.#engine.stop().then(() => app.quit());
    });
  }

  /** Brings the window to the front, or opens it. */
  show(): BrowserWindow {
    const window = this.#window ?? this.#open();
    if (window.isMinimized()) window.restore();
    window.focus();
    return window;
  }

  /** Gives files to the page, which knows what to do with them. */
  openFiles(paths: readonly string[]): void {
    const window = this.show();
    if (paths.length > 0) tell(window, CHANNELS.openFiles, paths);
  }

  #open(): BrowserWindow {
    this.#engine.begin();
    const window = openWindow({
      kept: this.#kept,
      isDevelopment: !app.isPackaged,
      isWorking: () => this.#work.goesOn,
      onAnswer: (closes) => {
        if (closes) this.#work.forget();
        else this.#quitting = false;
      },
    });
    this.#window = window;
    window.once('closed', () => {
      this.#window = undefined;
      this.#document = null;
      this.#showMenu();
    });
    this.#showMenu();
    return window;
  }

  #connect(window: BrowserWindow): void {
    window.webContents.mainFrame.postMessage(CHANNELS.port, null, [this.#engine.connect()]);
  }

  #engineEnded(state: 'restarted' | 'lost'): void {
    this.#work.forget();
    if (!this.#window) return;
    if (state === 'restarted') this.#connect(this.#window);
    tell(this.#window, CHANNELS.engine, state);
  }

  #hear(notice: EngineNotice): void {
    if (notice.kind === 'opened') {
      app.addRecentDocument(notice.path);
      this.#showMenu();
    } else this.#work.hear(notice);
  }

  #showDocument(window: BrowserWindow, shown: ShownDocument): void {
    this.#document = shown;
    window.setTitle(shown ? `${shown.name} – Muster` : 'Muster');
    if (IS_MAC) window.setRepresentedFilename(shown?.path ?? '');
    this.#showMenu();
  }

  #showMenu(): void {
    const template = menuTemplate({
      isMac: IS_MAC,
      isDevelopment: !app.isPackaged,
      hasDocument: this.#document !== null,
      recents: recentDocuments(this.#recentsFile),
      onCommand: (command: MenuCommand) => tell(this.show(), CHANNELS.command, command),
      onOpen: (path) => this.openFiles([path]),
      onAbout: () => app.showAboutPanel(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}

/** Sends to the page, once it is loaded. */
function tell({ webContents }: BrowserWindow, channel: string, argument: unknown): void {
  if (webContents.isLoadingMainFrame()) {
    webContents.once('did-finish-load', () => webContents.send(channel, argument));
  } else {
    webContents.send(channel, argument);
  }
}
