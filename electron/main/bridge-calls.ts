import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import { z } from 'zod';
import { CHANNELS, type ShownDocument } from '../preload/channels.ts';
import type { Dialogs } from './dialogs.ts';
import { isFromOwnPage } from './guards.ts';

const DocumentSchema = z.object({ path: z.string().min(1), name: z.string().min(1) }).nullable();
const NameSchema = z.string().min(1).max(4096);
const EditSchema = z.enum(['undo', 'redo']);
const NothingSchema = z.undefined();

/** What the page can set going. */
export interface BridgeSettings {
  readonly dialogs: Dialogs;
  /** The page asks for a port to the engine. */
  onConnect(window: BrowserWindow): void;
  onShowDocument(window: BrowserWindow, shown: ShownDocument): void;
}

/** Answers what the page asks through the preload; whatever comes from elsewhere, or makes no sense, is not heard. */
export function answerBridge({ dialogs, onConnect, onShowDocument }: BridgeSettings): void {
  hear(CHANNELS.connect, NothingSchema, (window) => onConnect(window));
  hear(CHANNELS.showDocument, DocumentSchema, onShowDocument);
  hear(CHANNELS.showInFolder, NameSchema, (_window, path) => showInFolder(path));
  hear(CHANNELS.edit, EditSchema, (window, edit) => window.webContents[edit]());
  answer(CHANNELS.chooseFiles, NothingSchema, (window) => dialogs.chooseFiles(window));
  answer(CHANNELS.chooseWorkspace, NothingSchema, (window) => dialogs.chooseWorkspace(window));
  answer(CHANNELS.chooseRecipeFolder, NothingSchema, (window) => dialogs.chooseRecipeFolder(window));
  answer(CHANNELS.chooseTarget, NameSchema, (window, name) => dialogs.chooseTarget(window, name));
}

function hear<Argument>(
  channel: string,
  schema: z.ZodType<Argument>,
  listener: (window: BrowserWindow, argument: Argument) => void,
): void {
  ipcMain.on(channel, (event, argument: unknown) => {
    const window = windowOf(event);
    const { success, data } = schema.safeParse(argument);
    if (window && success) listener(window, data);
  });
}

function answer<Argument>(
  channel: string,
  schema: z.ZodType<Argument>,
  handler: (window: BrowserWindow, argument: Argument) => Promise<unknown>,
): void {
  ipcMain.handle(channel, (event, argument: unknown) => {
    const window = windowOf(event);
    if (!window) throw new Error('This page may not ask.');
    return handler(window, schema.parse(argument));
  });
}

function windowOf(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | undefined {
  if (!isFromOwnPage(event)) return undefined;
  return BrowserWindow.fromWebContents(event.sender) ?? undefined;
}

function showInFolder(path: string): void {
  if (isAbsolute(path) && existsSync(path)) shell.showItemInFolder(path);
}
