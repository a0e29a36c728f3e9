import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { CHANNELS } from '../preload/channels.ts';
import { aDesktop, clientOf } from './testing/a-desktop.ts';

test('the page gets a port, and over it the engine answers calls, streams events and refuses in words', async () => {
  const { connect, home, electron, window } = await aDesktop();
  const api = await connect();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience', name: 'First' });
  expect(workspace).toBe(join(home, 'documents', 'Muster', 'First.muster'));

  const events = await api.events.watch({ workspace });
  expect(await events.next()).toMatchObject({ value: { kind: 'jobs', jobs: [] } });
  const target = join(home, 'copy.muster');
  expect(await api.workspaces.saveCopy({ workspace, target })).toEqual({ kind: 'file', path: target });
  const kinds: string[] = [];
  for await (const { kind } of events) {
    kinds.push(kind);
    if (kind === 'finished') break;
  }
  expect(kinds).toContain('finished');
  expect(existsSync(target)).toBe(true);

  await expect(api.workspaces.openFile({ file: join(home, 'none.muster') })).rejects.toMatchObject({
    code: 'FAILURE',
    message: `${join(home, 'none.muster')} is not there.`,
    data: { nextStep: 'Choose it again from where it is now.' },
  });

  await vi.waitFor(() => expect(electron.app.recents).toEqual([workspace]));
  await vi.waitFor(() => expect(recentPaths(electron)).toEqual([workspace]));
  expect(window.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('work that the page cancels ends with CANCELLED', async () => {
  const { connect, home } = await aDesktop();
  const api = await connect();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  const calls = Array.from({ length: 25 }, (_, copy) =>
    api.workspaces.saveCopy({ workspace, target: join(home, `copy-${copy}.muster`) }),
  );
  const outcomes = Promise.allSettled(calls);
  const events = await api.events.watch({ workspace });
  const first = await events.next();
  await events.return?.();
  const last = !first.done && first.value.kind === 'jobs' ? first.value.jobs.at(-1) : undefined;
  await api.events.cancel({ workspace, job: last?.job ?? '' });
  expect((await outcomes).filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'CANCELLED' } },
  ]);
});

test('an engine that ends by itself is begun again, and the page gets a fresh port', async () => {
  const { connect, electron, bridge, ports } = await aDesktop();
  const api = await connect();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  const states: string[] = [];
  bridge.onEngineRestart((state) => states.push(state));
  for (const attempt of [1, 2, 3]) {
    electron.utilityProcess.started.at(-1)?.kill();
    await vi.waitFor(() => expect(states).toEqual(Array(attempt).fill('restarted')));
  }
  const [fresh] = ports.slice(-1);
  expect(ports).toHaveLength(4);
  if (!fresh) throw new Error('There is no port.');
  expect((await clientOf(fresh).workspaces.overview({ workspace })).path).toBe(workspace);

  electron.utilityProcess.started.at(-1)?.kill();
  await vi.waitFor(() => expect(states.at(-1)).toBe('lost'));
  expect(ports).toHaveLength(4);
  expect(electron.utilityProcess.started).toHaveLength(4);
});

test('closing the window asks only while work goes on', async () => {
  const { electron, window } = await aDesktop();
  const [engine] = electron.utilityProcess.started;
  engine?.emit('message', { kind: 'work', working: true, fraction: 0.5 });
  expect(window.progress).toBe(0.5);
  window.close();
  expect(electron.BrowserWindow.all).toEqual([window]);
  expect(electron.dialog.asked).toMatchObject([{ buttons: ['Keep working', 'Stop and close'] }]);

  engine?.emit('message', { kind: 'work', working: true, fraction: null });
  expect(window.progress).toBe(2);
  electron.dialog.button = 1;
  window.close();
  await vi.waitFor(() => expect(electron.BrowserWindow.all).toEqual([]));
  expect(electron.dialog.asked).toHaveLength(2);
});

test('without work the window closes at once, and the app ends once the engine has closed its workspaces', async () => {
  const { electron, window, connect, home } = await aDesktop();
  const api = await connect();
  await api.workspaces.create({ recipe: 'eligible-audience', name: 'Mine' });
  window.close();
  await electron.app.ended;
  expect(electron.dialog.asked).toEqual([]);
  expect(readdirSync(join(home, 'documents', 'Muster'))).toEqual(['Mine.muster']);
});

test('the window opens where it was left, maximised where it was', async () => {
  const home = tempFolder();
  const first = await aDesktop({ home });
  first.window.bounds = { x: 300, y: 200, width: 1000, height: 700 };
  first.window.maximize();
  first.window.close();
  await first.electron.app.ended;
  const { window } = await aDesktop({ home });
  expect(window.options).toMatchObject({ x: 300, y: 200, width: 1000, height: 700 });
  expect(window.maximised).toBe(true);
});

test('the menu sends its commands to the page, and undo to the text that the user is typing', async () => {
  const { electron, window, bridge } = await aDesktop();
  const commands: string[] = [];
  const stop = bridge.onCommand((command) => commands.push(command));
  for (const id of ['run', 'undo']) clickMenu(electron, id);
  expect(commands).toEqual(['run', 'undo']);

  vi.stubGlobal('document', { activeElement: { tagName: 'TEXTAREA', closest: () => null } });
  clickMenu(electron, 'undo');
  clickMenu(electron, 'redo');
  expect(commands).toEqual(['run', 'undo']);
  expect(window.webContents.edits).toEqual(['undo', 'redo']);
  stop();
  clickMenu(electron, 'run');
  expect(commands).toEqual(['run', 'undo']);
});

test('the frame names the workspace, and its menu offers what can be done with one', async () => {
  const { electron, window, bridge } = await aDesktop();
  expect(menuItem(electron, 'run')?.enabled).toBe(false);
  bridge.showDocument({ path: '/home/a/First.muster', name: 'First' });
  expect(window.title).toBe('First – Muster');
  expect(menuItem(electron, 'run')?.enabled).toBe(true);
  bridge.showDocument(null);
  expect(window.title).toBe('Muster');
  expect(menuItem(electron, 'run')?.enabled).toBe(false);
});

test('files of the command line, of a second start and of the system all reach the page', async () => {
  const home = tempFolder({ 'a.csv': 'a', 'b.muster': 'b', 'c.csv': 'c' });
  const [a, b, c] = ['a.csv', 'b.muster', 'c.csv'].map((name) => join(home, name));
  const { electron, bridge } = await aDesktop({
    home,
    argv: [a ?? '', '--flag', join(home, 'none.csv')],
    early: ({ app }) => app.emit('open-file', { preventDefault: () => {} }, b),
  });
  expect(electron.app.lockData).toEqual({ files: [a] });
  const opened: (readonly string[])[] = [];
  bridge.onOpenFiles((paths) => opened.push(paths));
  expect(opened).toEqual([[a, b]]);
  electron.app.emit('second-instance', {}, ['electron'], home, { files: [c] });
  electron.app.emit('second-instance', {}, ['electron'], home, { files: [] });
  expect(opened).toEqual([[a, b], [c]]);
});

test('a second start leaves the work to the first one', async () => {
  vi.resetModules();
  const { app, BrowserWindow } = await import('./testing/electron.ts');
  app.isFirst = false;
  await import('./index.ts');
  app.becomeReady();
  await app.ended;
  expect(BrowserWindow.all).toEqual([]);
});

test('dialogs begin where the user chose from last', async () => {
  const { electron, bridge, home } = await aDesktop();
  expect(await bridge.chooseFiles()).toEqual([]);
  electron.dialog.paths = [join(home, 'deep', 'a.csv'), join(home, 'deep', 'b.csv')];
  expect(await bridge.chooseFiles()).toEqual(electron.dialog.paths);
  electron.dialog.paths = [join(home, 'out', 'list.csv')];
  expect(await bridge.chooseTarget('../../list.csv')).toBe(join(home, 'out', 'list.csv'));
  electron.dialog.paths = [];
  expect(await bridge.chooseTarget('list.csv')).toBeNull();
  expect(await bridge.chooseWorkspace()).toBeNull();
  expect(await bridge.chooseRecipeFolder()).toBeNull();
  expect(electron.dialog.asked.map(({ defaultPath }) => defaultPath)).toEqual([
    join(home, 'documents'),
    join(home, 'documents'),
    join(home, 'deep', 'list.csv'),
    join(home, 'out', 'list.csv'),
    join(home, 'out'),
    join(home, 'out'),
  ]);
});

test('the end of long work is told while the window is in the background', async () => {
  const { electron, window } = await aDesktop();
  const [engine] = electron.utilityProcess.started;
  const finished = { kind: 'finished', title: 'Loading bookings.csv', body: 'Done.' };
  engine?.emit('message', finished);
  expect(electron.Notification.shown).toEqual([]);
  window.focused = false;
  engine?.emit('message', finished);
  expect(electron.Notification.shown).toEqual([{ title: 'Loading bookings.csv', body: 'Done.' }]);
});

test('a file is known by its path, and only what is there is shown in its folder', async () => {
  const { electron, bridge, home } = await aDesktop();
  expect(bridge.handleOf({ name: 'a.csv' })).toBe('/dropped/a.csv');
  bridge.showInFolder(join(home, 'none'));
  bridge.showInFolder('relative');
  bridge.showInFolder(home);
  expect(electron.shell.shown).toEqual([home]);
});

test('no other page, and no frame within the page, is answered', async () => {
  const { electron, window, ports } = await aDesktop();
  const { ipcMain } = electron;
  const { webContents: sender } = window;
  const own = { parent: null, url: 'app://muster/index.html' };
  const strangers = [
    null,
    { ...own, url: 'https://example.com/' },
    { ...own, url: 'app://other/index.html' },
    { ...own, url: 'file:///index.html' },
    { ...own, parent: own },
  ];
  for (const senderFrame of strangers) {
    ipcMain.emit(CHANNELS.connect, { sender, senderFrame });
    const choose = ipcMain.handlers.get(CHANNELS.chooseFiles);
    expect(() => choose?.({ sender, senderFrame }, undefined)).toThrow('This page may not ask.');
  }
  expect(ports).toEqual([]);
  expect(electron.dialog.asked).toEqual([]);
  ipcMain.emit(CHANNELS.connect, { sender, senderFrame: own });
  expect(ports).toHaveLength(1);
  ipcMain.emit(CHANNELS.showDocument, { sender, senderFrame: own }, { path: 7 });
  expect(window.title).toBe('');
});

function clickMenu(electron: typeof import('./testing/electron.ts'), id: string): void {
  menuItem(electron, id)?.click?.({} as never, undefined, {} as never);
}

function menuItem({ Menu }: typeof import('./testing/electron.ts'), id: string) {
  return Menu.template
    .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    .find((item) => item.id === id);
}

function recentPaths({ Menu }: typeof import('./testing/electron.ts')) {
  const [file] = Menu.template;
  const items = Array.isArray(file?.submenu) ? file.submenu : [];
  return items.flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu.map(({ sublabel }) => sublabel) : [],
  );
}
