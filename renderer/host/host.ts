import type { Api } from '../../electron/contract/api.ts';
import type { MenuCommand } from '../../electron/contract/bridge.ts';
import type { Saved } from '../../electron/contract/calls.ts';

/** A line to the engine. */
export interface Connection {
  readonly api: Api;
  /** Settles when the line breaks: `again` when another attempt is worth while. */
  readonly closed: Promise<'again' | 'ended'>;
}

/** Hears how far the sending of a file is, 0 to 1; null: it has ended. */
export type OnUpload = (name: string, fraction: number | null) => void;

/** What differs between the desktop and the browser: how messages travel, where files come from and where results go. */
export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** Whether shortcuts are written with the command key. */
  readonly mac: boolean;
  /** Opens a line to the engine. Rejects with an Error in plain words when there is none. */
  connect(): Promise<Connection>;
  /** Handles for files that were dropped or chosen in the page. */
  handlesOf(files: readonly File[], onUpload: OnUpload): Promise<readonly string[]>;
  /** Handles of files that the user chooses; none when they think better of it. */
  chooseFiles(onUpload: OnUpload): Promise<readonly string[]>;
  chooseWorkspaceFile(onUpload: OnUpload): Promise<string | null>;
  /** A recipe's folder; null where the host cannot give folders. */
  readonly chooseRecipeFolder: (() => Promise<string | null>) | null;
  /** Where a result is to go, by default under that name; null when the user thinks better of it. */
  target(suggestedName: string): Promise<string | null>;
  /** Hands a written file over: a download begins, or nothing where it is on disk already. */
  deliver(saved: Saved): void;
  /** Shows a written file where it stands; null where the host cannot. */
  readonly reveal: ((path: string) => void) | null;
  showDocument(document: { readonly path: string; readonly name: string } | null): void;
  onCommand(listener: (command: MenuCommand) => void): () => void;
  /** Hears of files that the system asks to open. */
  onOpenFiles(listener: (handles: readonly string[]) => void): () => void;
}
