import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { APP_PAGE } from './app-scheme.ts';
import type { KeptState } from './kept-state.ts';
import { windowPlace } from './window-place.ts';

const LEAST = { minWidth: 720, minHeight: 480 };

/** The page's own background, so that nothing flashes before it is there. */
const BACKGROUND = { light: '#ffffff', dark: '#1a1b1e' };

/** What a window needs to know. */
export interface WindowSettings {
  readonly kept: KeptState;
  readonly isDevelopment: boolean;
  /** Whether closing the window would stop work. */
  isWorking(): boolean;
  /** Hears whether the user wants to close it nevertheless. */
  onAnswer(closes: boolean): void;
}

/** Opens the window and loads the page into it; it shows once there is something to see. */
export function openWindow({ kept, isDevelopment, isWorking, onAnswer }: WindowSettings): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...windowPlace(kept.state.window, screens),
    ...LEAST,
    show: false,
    title: 'Muster',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: isDevelopment,
    },
  });
  if (kept.state.window?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The title is the frame's own: it names the workspace.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    keepPlace(window, kept);
    if (!isWorking()) return;
    event.preventDefault();
    void confirmClose(window).then((closes) => {
      onAnswer(closes);
      if (closes) window.close();
    });
  });
  void window.loadURL(APP_PAGE);
  return window;
}

function keepPlace(window: BrowserWindow, kept: KeptState): void {
  kept.keep({ window: { ...window.getNormalBounds(), maximised: window.isMaximized() } });
}

async function confirmClose(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Muster is still working.',
    detail: 'If you close the window now, the work stops and the workspace stays as it was before it began.',
    buttons: ['Keep working', 'Stop and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
