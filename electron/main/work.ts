import { type BrowserWindow, Notification } from 'electron';
import type { EngineNotice } from '../contract/bridge.ts';

/** No bar, and one that moves without saying how far the work is. */
const NO_BAR = -1;
const MOVING_BAR = 2;

type WorkNotice = Extract<EngineNotice, { readonly kind: 'work' | 'finished' }>;

/** Shows outside of the window that long work goes on, and that it has ended. */
export class Work {
  readonly #window: () => BrowserWindow | undefined;
  #working = false;

  constructor(window: () => BrowserWindow | undefined) {
    this.#window = window;
  }

  get goesOn(): boolean {
    return this.#working;
  }

  hear(notice: WorkNotice): void {
    if (notice.kind === 'finished') this.#tellOfTheEnd(notice);
    else this.#show(notice.working, notice.fraction);
  }

  /** The engine is gone, and all work with it. */
  forget(): void {
    this.#show(false, null);
  }

  #show(working: boolean, fraction: number | null): void {
    this.#working = working;
    this.#window()?.setProgressBar(working ? (fraction ?? MOVING_BAR) : NO_BAR);
  }

  #tellOfTheEnd({ title, body }: { readonly title: string; readonly body: string }): void {
    const window = this.#window();
    if (!window || window.isFocused() || !Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    notification.on('click', () => {
      window.show();
      window.focus();
    });
    notification.show();
  }
}
