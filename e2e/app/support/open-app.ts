import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { PROJECT_FOLDER } from '../../support/run-muster.ts';
import { type ServedMuster, serveMuster } from '../../support/serve-muster.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { browser } from './browser.ts';

/** How long anything on screen may take, in milliseconds, on a machine that is busy. */
const PATIENCE = 10_000;

/** Where the pictures of failed tests are left. */
const FAILURES = join(PROJECT_FOLDER, 'out', 'app-failures');

/** What the host says where the page has to be built first. */
const BUILDING = 'Building the page from its sources; this takes some seconds.\n';

export interface AppOptions extends BrowserContextOptions {
  /** The folder of workspaces; by default a new one. */
  readonly folder?: string;
  /** What the page may complain of, as it does where a test breaks the line to its host. */
  readonly mayComplain?: RegExp;
}

/** The app as a user has it: the real host in a process of its own, and its page in Chromium. */
export interface App {
  readonly page: Page;
  readonly folder: string;
  readonly host: ServedMuster;
  /** Kills the host, as a crash of the machine would. */
  crash(): Promise<void>;
  /** Ends the host and starts another on the same port and folder, with a new key, and opens its page. */
  restart(): Promise<ServedMuster>;
}

/** Opens the app for one test. The test fails when the page or the host complains of anything. */
export async function openApp({
  folder = tempFolder(),
  mayComplain,
  ...options
}: AppOptions = {}): Promise<App> {
  let host = await serve(folder, '0');
  const { port } = new URL(host.url);
  const context = await (await browser()).newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!mayComplain?.test(text)) complaints.push(text);
  };
  page.on('pageerror', (error) => complain(`${error.message}\n${error.stack ?? ''}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await page.screenshot({ path: join(FAILURES, `${task.id}.png`) });
    await context.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(host.url);
  return {
    page,
    folder,
    get host() {
      return host;
    },
    crash: async () => {
      host.kill('SIGKILL');
      await host.ended();
    },
    restart: async () => {
      host.kill('SIGTERM');
      await host.ended();
      host = await serve(folder, port);
      return host;
    },
  };
}

/** A host that has to end well, unless a test has killed it before. */
async function serve(folder: string, port: string): Promise<ServedMuster> {
  const host = await serveMuster(['serve', '--folder', folder, '--port', port]);
  onTestFinished(async () => {
    host.kill('SIGTERM');
    const { exit, stderr } = await host.ended();
    expect({ exit: exit ?? 0, said: stderr.replace(BUILDING, '') }).toEqual({ exit: 0, said: '' });
  });
  return host;
}
