import { basename, dirname, extname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import type { KeptState } from './kept-state.ts';

const DATA_FILES: FileFilter = {
  name: 'Data files',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'json', 'jsonl', 'ndjson', 'xlsx', 'gz'],
};
const WORKSPACES: FileFilter = { name: 'Muster workspaces', extensions: ['muster'] };
const ALL_FILES: FileFilter = { name: 'All files', extensions: ['*'] };

/** The system's dialogs for files; each begins in the folder that was chosen from last. */
export class Dialogs {
  readonly #kept: KeptState;
  readonly #documents: string;

  constructor(kept: KeptState, documents: string) {
    this.#kept = kept;
    this.#documents = documents;
  }

  chooseFiles(window: BrowserWindow): Promise<readonly string[]> {
    return this.#open(window, {
      title: 'Add files',
      buttonLabel: 'Add',
      properties: ['openFile', 'multiSelections'],
      filters: [DATA_FILES, ALL_FILES],
    });
  }

  async chooseWorkspace(window: BrowserWindow): Promise<string | null> {
    const [path] = await this.#open(window, {
      title: 'Open a workspace',
      properties: ['openFile'],
      filters: [WORKSPACES, ALL_FILES],
    });
    return path ?? null;
  }

  async chooseRecipeFolder(window: BrowserWindow): Promise<string | null> {
    const [path] = await this.#open(window, {
      title: 'Choose the folder of a recipe',
      properties: ['openDirectory'],
    });
    return path ?? null;
  }

  /** Where to save a file; the system asks before one is replaced. */
  async chooseTarget(window: BrowserWindow, suggestedName: string): Promise<string | null> {
    const name = basename(suggestedName.replaceAll('\\', '/'));
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(this.#folder, name),
      filters: [...filterOf(name), ALL_FILES],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    this.#kept.keep({ lastFolder: dirname(filePath) });
    return filePath;
  }

  async #open(window: BrowserWindow, options: OpenDialogOptions): Promise<readonly string[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...options,
      defaultPath: this.#folder,
    });
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    this.#kept.keep({ lastFolder: dirname(first) });
    return filePaths;
  }

  get #folder(): string {
    return this.#kept.state.lastFolder ?? this.#documents;
  }
}

function filterOf(name: string): readonly FileFilter[] {
  const extension = extname(name).slice(1);
  if (extension === WORKSPACES.extensions[0]) return [WORKSPACES];
  return extension === '' ? [] : [{ name: `${extension.toUpperCase()} files`, extensions: [extension] }];
}
