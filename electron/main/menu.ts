import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract/bridge.ts';
import type { RecentDocument } from './recent-documents.ts';

/** What the menu depends on, and what it sets going. */
export interface MenuSettings {
  readonly isMac: boolean;
  /** Whether the page can be loaded anew and looked into. */
  readonly isDevelopment: boolean;
  /** Whether a workspace is open: much can be asked only of one. */
  readonly hasDocument: boolean;
  readonly recents: readonly RecentDocument[];
  onCommand(command: MenuCommand): void;
  onOpen(path: string): void;
  onAbout(): void;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** The menu of the app, as the system it runs on has it. */
export function menuTemplate(settings: MenuSettings): Item[] {
  const { isMac } = settings;
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileItems(settings) },
    { label: '&Edit', submenu: editItems(settings) },
    { label: '&View', submenu: viewItems(settings) },
    { role: 'windowMenu' },
    { role: 'help', submenu: helpItems(settings) },
  ];
}

function fileItems(settings: MenuSettings): Item[] {
  const { isMac, hasDocument: enabled } = settings;
  return [
    command(settings, 'new', '&New', { accelerator: 'CmdOrCtrl+N' }),
    command(settings, 'open', '&Open…', { accelerator: 'CmdOrCtrl+O' }),
    openRecent(settings),
    SEPARATOR,
    command(settings, 'add-files', '&Add Files…', { accelerator: 'CmdOrCtrl+Shift+O', enabled }),
    command(settings, 'run', '&Run', { accelerator: 'CmdOrCtrl+Enter', enabled }),
    SEPARATOR,
    command(settings, 'save-copy', 'Save a &Copy…', { accelerator: 'CmdOrCtrl+Shift+S', enabled }),
    command(settings, 'export', '&Export…', { accelerator: 'CmdOrCtrl+E', enabled }),
    SEPARATOR,
    isMac ? { role: 'close' } : { role: 'quit' },
  ];
}

/** macOS keeps such a list by itself. */
function openRecent({ isMac, recents, onOpen }: MenuSettings): Item {
  const label = 'Open &Recent';
  if (isMac) return { label, role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] };
  if (recents.length === 0) return { label, enabled: false };
  return {
    label,
    submenu: recents.map(({ path, name }) => {
      return { label: name.replaceAll('&', '&&'), sublabel: path, click: () => onOpen(path) };
    }),
  };
}

function editItems(settings: MenuSettings): Item[] {
  const { isMac, hasDocument: enabled } = settings;
  return [
    command(settings, 'undo', '&Undo', { accelerator: 'CmdOrCtrl+Z' }),
    command(settings, 'redo', '&Redo', { accelerator: isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y' }),
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    SEPARATOR,
    command(settings, 'find', '&Find', { accelerator: 'CmdOrCtrl+F', enabled }),
  ];
}

function viewItems({ isDevelopment, ...settings }: MenuSettings): Item[] {
  const forDevelopers: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, SEPARATOR];
  return [
    command({ isDevelopment, ...settings }, 'palette', '&Commands…', { accelerator: 'CmdOrCtrl+K' }),
    SEPARATOR,
    ...(isDevelopment ? forDevelopers : []),
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
  ];
}

function helpItems(settings: MenuSettings): Item[] {
  const { isMac, onAbout } = settings;
  const commands = command(settings, 'palette', 'Find a &Command…', {});
  return isMac ? [commands] : [commands, SEPARATOR, { label: '&About Muster', click: onAbout }];
}

function command({ onCommand }: MenuSettings, id: MenuCommand, label: string, more: Item): Item {
  return { id, label, ...more, click: () => onCommand(id) };
}
