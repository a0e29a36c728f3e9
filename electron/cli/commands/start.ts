import { hasDisplay, openBrowser } from '../../web/open-browser.ts';
import { untilEnded } from '../../web/until-ended.ts';
import { buildDesktopApp, installedElectron, runDesktopApp } from '../desktop-app.ts';
import { readyHost } from '../ready-host.ts';

/** `muster start`: the app in its own window where Electron is installed, else in a browser. */
export async function start(): Promise<void> {
  const why = await withoutWindow();
  if (why === undefined) return;
  process.stdout.write(`${why}, so Muster opens in the browser.\n`);
  const host = await readyHost(0);
  const opened = await openBrowser(host.ticketUrl());
  process.stdout.write(
    opened
      ? 'It opens in your browser. Ctrl+C ends it.\n'
      : 'No browser could be opened from here: open the address in one on this machine. Ctrl+C ends it.\n',
  );
  await untilEnded(host);
}

/** Runs the app in its own window; where that cannot be, says why not. */
async function withoutWindow(): Promise<string | undefined> {
  const electron = installedElectron();
  if (electron === undefined) return 'Electron is not installed here';
  if (!hasDisplay()) return 'There is no display here';
  await buildDesktopApp((line) => void process.stderr.write(`${line}\n`));
  return (await runDesktopApp(electron)) ? undefined : 'Electron could not start here';
}
