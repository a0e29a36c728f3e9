import {
  app,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type Session,
  shell,
  type WebContents,
} from 'electron';
import { isOwnPage } from './app-scheme.ts';

/** The one permission that the page needs: to copy cells. */
const COPYING = 'clipboard-sanitized-write';

/** Keeps every page on its place: it goes nowhere, opens no window, embeds nothing. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, page) => {
    page.on('will-navigate', (event) => event.preventDefault());
    page.on('will-frame-navigate', (event) => event.preventDefault());
    page.on('will-redirect', (event) => event.preventDefault());
    page.on('will-attach-webview', (event) => event.preventDefault());
    page.setWindowOpenHandler(({ url }) => {
      openOutside(url);
      return { action: 'deny' };
    });
  });
}

/** Denies what pages ask the system for, but to copy. */
export function guardPermissions(session: Session): void {
  const allowed = (page: WebContents | null, permission: string) =>
    permission === COPYING && page !== null && isOwnPage(page.getURL());
  session.setPermissionRequestHandler((page, permission, answer) => answer(allowed(page, permission)));
  session.setPermissionCheckHandler((page, permission) => allowed(page, permission));
  session.setDevicePermissionHandler(() => false);
}

/** Whether a message comes from the app's own page itself, not from a frame within it. */
export function isFromOwnPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

/** Opens a page of the web in the user's browser. */
export function openOutside(address: string): void {
  if (URL.canParse(address) && new URL(address).protocol === 'https:') void shell.openExternal(address);
}
