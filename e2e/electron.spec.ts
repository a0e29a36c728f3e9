import { describe, expect, test } from 'vitest';
import { installedProgram, type Program, startApp } from './support/desktop-app.ts';

const program = installedProgram();
if (!program)
  process.stdout.write('Electron is not installed here: the tests of the desktop app did not run.\n');

describe.runIf(program)('the desktop app', () => {
  const { path, args }: Program = program ?? { path: '', args: [] };
  const start = () => startApp({ path, args });

  test('opens its window, without Node in the page and without complaints', async () => {
    const { app, page, complaints } = await start();
    await page.getByRole('button', { name: 'Try it with sample files: Eligible audience' }).waitFor();
    expect(page.url()).toMatch(/^app:\/\/muster\/index\.html/);
    const reach = await page.evaluate(() => {
      const { process, require, muster } = globalThis as Readonly<Record<string, unknown>>;
      return { process: typeof process, require: typeof require, muster: typeof muster };
    });
    expect(reach).toEqual({ process: 'undefined', require: 'undefined', muster: 'object' });
    expect(complaints).toEqual([]);
    const services = await app.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ name }) => name ?? ''),
    );
    expect(services).toContain('Muster engine');
  });

  test('loads the sample and runs it, in a window whose title names the workspace', async () => {
    const { app, page } = await start();
    await page.getByRole('button', { name: 'Try it with sample files: Eligible audience' }).click();
    const steps = page.getByRole('navigation', { name: 'Steps' });
    await steps.waitFor();
    const run = page.getByRole('button', { name: 'Run', exact: true });
    await run.waitFor();
    await expect.poll(() => run.isEnabled(), { timeout: 30_000 }).toBe(true);
    await run.click();
    await steps.getByRole('link', { name: /Audience/ }).click();
    await page.getByRole('grid').first().waitFor();
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toMatch(/ – Muster$/);
  });

  test('goes on after its engine was killed', async () => {
    const { app, page } = await start();
    const button = page.getByRole('button', { name: 'Try it with sample files: Eligible audience' });
    await button.waitFor();
    await app.evaluate(({ app: electron }) => {
      const engine = electron.getAppMetrics().find(({ name }) => name === 'Muster engine');
      if (engine) process.kill(engine.pid);
    });
    await expect
      .poll(() =>
        app.evaluate(({ app: electron }) =>
          electron.getAppMetrics().some(({ name }) => name === 'Muster engine'),
        ),
      )
      .toBe(true);
    await button.click();
    await page.getByRole('navigation', { name: 'Steps' }).waitFor();
  });

  test('lets the page go nowhere', async () => {
    const { app, page } = await start();
    await page.getByRole('button', { name: 'Try it with sample files: Eligible audience' }).waitFor();
    await page.evaluate(() => {
      const { location, open } = globalThis as unknown as {
        location: { href: string };
        open(url: string): unknown;
      };
      open('http://127.0.0.1:9/');
      location.href = 'http://127.0.0.1:9/';
    });
    expect(page.url()).toMatch(/^app:\/\/muster\//);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
