/** The names under which the bridge and the main process talk. */
export const CHANNELS = {
  /** Page to main. */
  connect: 'muster:connect',
  chooseFiles: 'muster:choose-files',
  chooseWorkspace: 'muster:choose-workspace',
  chooseRecipeFolder: 'muster:choose-recipe-folder',
  chooseTarget: 'muster:choose-target',
  showInFolder: 'muster:show-in-folder',
  showDocument: 'muster:show-document',
  edit: 'muster:edit',
  /** Main to page. */
  port: 'muster:engine-port',
  command: 'muster:command',
  openFiles: 'muster:open-files',
  engine: 'muster:engine',
} as const;

/** What the frame shows of the open workspace. */
export type ShownDocument = { readonly path: string; readonly name: string } | null;

/** What a focused text field can be asked to do. */
export type Edit = 'undo' | 'redo';
