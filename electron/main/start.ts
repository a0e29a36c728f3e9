import { join } from 'node:path';
import { app, protocol, session } from 'electron';
import { APP_SCHEME, registerAppScheme } from './app-scheme.ts';
import { Desktop } from './desktop.ts';
import { filesAmong, ownWords } from './files-to-open.ts';
import { guardPages, guardPermissions } from './guards.ts';
import { servePage } from './serve-page.ts';

/** What a second start hands to the first one. */
interface SecondStart {
  readonly files: readonly string[];
}

/** Starts the app, or hands the files to the one that runs already. */
export async function start(): Promise<void> {
  const files = filesAmong(ownWords(process.argv, app.isPackaged), process.cwd());
  if (!app.requestSingleInstanceLock({ files } satisfies SecondStart)) {
    app.quit();
    return;
  }
  app.enableSandbox();
  registerAppScheme();
  guardPages();

  // Files may come before there is a window.
  const early: string[] = [...files];
  let open = (paths: readonly string[]): void => {
    early.push(...paths);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => open((data as SecondStart).files));

  await app.whenReady();
  protocol.handle(APP_SCHEME, servePage(join(import.meta.dirname, '../renderer')));
  guardPermissions(session.defaultSession);
  const desktop = new Desktop();
  open = (paths) => desktop.openFiles(paths);
  app.on('activate', () => void desktop.show());
  desktop.openFiles(early);
}
