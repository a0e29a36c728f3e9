/** What the desktop host gives to the page as `window.muster`, beside the message port to the engine. Types only. */
export interface DesktopBridge {
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Asks for a port to the engine: it comes as a window message whose data is `PORT_MESSAGE`, again after the engine was restarted. */
  connect(): void;
  /** The path of a file or folder that was dropped or chosen. */
  handleOf(file: object): string;
  /** Paths that the user chooses, none when they think better of it. */
  chooseFiles(): Promise<readonly string[]>;
  chooseWorkspace(): Promise<string | null>;
  chooseRecipeFolder(): Promise<string | null>;
  /** Where to save a file, by default under the suggested name. */
  chooseTarget(suggestedName: string): Promise<string | null>;
  showInFolder(path: string): void;
  /** Tells the frame which workspace is open, for the title, the recent documents and the window's own menu. */
  showDocument(document: { readonly path: string; readonly name: string } | null): void;
  /** Hears the menu's commands; returns how to stop hearing. */
  onCommand(listener: (command: MenuCommand) => void): () => void;
  /** Hears of files that the system asks to open (double click, "open with", a second start). */
  onOpenFiles(listener: (paths: readonly string[]) => void): () => void;
  /** Hears that the engine ended unexpectedly and was started again; `lost` when it could not be. */
  onEngineRestart(listener: (state: 'restarted' | 'lost') => void): () => void;
}

/** The window message that carries the port to the engine. */
export const PORT_MESSAGE = 'muster:port';

/** What the menu can ask of the page. */
export const MENU_COMMANDS = [
  'new',
  'open',
  'save-copy',
  'export',
  'run',
  'undo',
  'redo',
  'find',
  'palette',
  'add-files',
] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** What the engine process says to its host, beside the calls of its clients. */
export type EngineNotice =
  /** A workspace was opened: for the recent documents. */
  | { readonly kind: 'opened'; readonly path: string }
  /** How far long work is, 0 to 1, or null where nobody knows; for the taskbar. `working` false: none is going on. */
  | { readonly kind: 'work'; readonly working: boolean; readonly fraction: number | null }
  /** Long work has ended, in words; for a notification when the window is in the background. */
  | { readonly kind: 'finished'; readonly title: string; readonly body: string };
