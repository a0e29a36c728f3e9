import { ipcRenderer, webUtils } from 'electron/renderer';
import { type DesktopBridge, type MenuCommand, PORT_MESSAGE } from '../contract/bridge.ts';
import { CHANNELS, type Edit } from './channels.ts';
import { PatientListeners } from './listeners.ts';
import { textFieldHasFocus } from './text-field.ts';

/** What the page gets of the desktop: functions only, none of which hands out an event or a channel. */
export function desktopBridge(): DesktopBridge {
  const commands = new PatientListeners<MenuCommand>();
  const files = new PatientListeners<readonly string[]>();
  const restarts = new PatientListeners<'restarted' | 'lost'>();

  ipcRenderer.on(CHANNELS.port, (event) =>
    window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports]),
  );
  ipcRenderer.on(CHANNELS.command, (_event, command: MenuCommand) => {
    const edit = asEdit(command);
    if (edit && textFieldHasFocus(document)) ipcRenderer.send(CHANNELS.edit, edit);
    else commands.tell(command);
  });
  ipcRenderer.on(CHANNELS.openFiles, (_event, paths: readonly string[]) => files.tell(paths));
  ipcRenderer.on(CHANNELS.engine, (_event, state: 'restarted' | 'lost') => restarts.tell(state));

  return {
    platform: platform(),
    connect: () => ipcRenderer.send(CHANNELS.connect),
    handleOf: (file) => webUtils.getPathForFile(file as File),
    chooseFiles: () => ipcRenderer.invoke(CHANNELS.chooseFiles),
    chooseWorkspace: () => ipcRenderer.invoke(CHANNELS.chooseWorkspace),
    chooseRecipeFolder: () => ipcRenderer.invoke(CHANNELS.chooseRecipeFolder),
    chooseTarget: (suggestedName) => ipcRenderer.invoke(CHANNELS.chooseTarget, suggestedName),
    showInFolder: (path) => ipcRenderer.send(CHANNELS.showInFolder, path),
    showDocument: (shown) => ipcRenderer.send(CHANNELS.showDocument, shown),
    onCommand: (listener) => commands.listen(listener),
    onOpenFiles: (listener) => files.listen(listener),
    onEngineRestart: (listener) => restarts.listen(listener),
  };
}

function platform(): DesktopBridge['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}

function asEdit(command: MenuCommand): Edit | undefined {
  return command === 'undo' || command === 'redo' ? command : undefined;
}
