import type { DesktopBridge } from '../../electron/contract/bridge.ts';
import { browserHost } from './browser.ts';
import { desktopHost } from './desktop.ts';
import type { Host } from './host.ts';

declare global {
  interface Window {
    /** Given by the desktop's preload; absent in a browser. */
    readonly muster?: DesktopBridge;
  }
}

/** The host that this page stands in; asked once. */
export const host: Host = window.muster ? desktopHost(window.muster) : browserHost();
