import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { apiOf } from '../electron/web/testing/api-of.ts';
import { PROJECT_FOLDER, runMuster } from './support/run-muster.ts';
import { serveMuster } from './support/serve-muster.ts';
import { smallDisk } from './support/small-disk.ts';
import { tempFolder } from './support/temp-folder.ts';

const MB = 1024 * 1024;

function megabytes(count: number): ReadableStream {
  const megabyte = Buffer.alloc(MB, 'x');
  return Readable.toWeb(
    Readable.from(
      (function* () {
        for (let sent = 0; sent < count; sent++) yield megabyte;
      })(),
    ),
  ) as ReadableStream;
}

/** The most memory that a process ever held, in bytes. */
function peakMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

describe('serve', () => {
  test('it says its address on a line of its own, and serves the page there', async () => {
    const muster = await serveMuster(['serve', '--folder', tempFolder()]);
    expect(muster.lines).toEqual([`Muster is ready: ${muster.url}`]);
    const page = await fetch(muster.url);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toContain('__CSP_NONCE__');
    const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
    expect((await fetch(new URL(script, muster.url))).headers.get('content-type')).toContain('javascript');
  });

  test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s ends it, with each workspace one file',
    async (signal) => {
      const folder = tempFolder();
      const muster = await serveMuster(['serve', '--folder', folder]);
      const { api } = await apiOf(muster.url);
      const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience', name: 'March' });
      await api.events.watch({ workspace });
      expect(readdirSync(folder)).toContain('March.muster-wal');
      // npm passes on what the terminal has already said.
      muster.kill(signal, signal);
      expect(await muster.ended()).toEqual({ exit: 0, stderr: '' });
      expect(readdirSync(folder).toSorted()).toEqual(['.muster-data', 'March.muster']);
    },
  );

  test('a workspace that was open when the host was killed opens again', async () => {
    const folder = tempFolder();
    const killed = await serveMuster(['serve', '--folder', folder]);
    const { workspace } = await (await apiOf(killed.url)).api.workspaces.create({
      recipe: 'eligible-audience',
    });
    killed.kill('SIGKILL');
    await killed.ended();
    const { api } = await apiOf((await serveMuster(['serve', '--folder', folder])).url);
    expect((await api.workspaces.home()).recents).toMatchObject([{ path: workspace, there: true }]);
    expect((await api.workspaces.overview({ workspace })).recipe.id).toBe('eligible-audience');
  });

  test('the folder can come from the environment', async () => {
    const folder = tempFolder();
    const { url } = await serveMuster(['serve'], { env: { MUSTER_FOLDER: folder } });
    const { api } = await apiOf(url);
    expect((await api.workspaces.home()).folder).toBe(folder);
  });

  test('a busy port is one line that says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { exit, stdout, stderr } = await runMuster([
      'serve',
      '--port',
      String(port),
      '--folder',
      tempFolder(),
    ]);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toBe(
      `muster: Port ${port} is used by another program. Choose another, or none for a free one.\n`,
    );
  });

  test.for(['http', '65536'])('"%s" is no port', async (port) => {
    const { exit, stderr } = await runMuster(['serve', `--port=${port}`]);
    expect(exit).toBe(2);
    expect(stderr).toBe(`muster: --port is "${port}", which is no port. Give a number from 0 to 65535.\n`);
  });

  test.runIf(process.platform === 'linux')('large files pass through it in little memory', async () => {
    const muster = await serveMuster(['serve', '--folder', tempFolder()]);
    expect((await muster.upload('small.csv', megabytes(50))).status).toBe(200);
    const before = peakMemory(muster.pid);
    expect((await muster.upload('large.csv', megabytes(250))).status).toBe(200);
    expect(peakMemory(muster.pid) - before).toBeLessThan(40 * MB);
  });

  test('a full disk is said to the page, leaves no part, and the host goes on', async (context) => {
    const folder = smallDisk(8 * MB);
    if (folder === undefined) return context.skip('No small disk can be made here.');
    const muster = await serveMuster(['serve', '--folder', folder]);
    const refused = await muster.upload('large.csv', megabytes(20));
    expect(refused.status).toBe(507);
    expect(await refused.json()).toEqual({
      message: 'large.csv could not be taken over: the disk is full.',
      nextStep: 'Free some space and start again.',
    });
    expect(readdirSync(join(folder, '.muster-data', 'uploads'))).toEqual([]);
    expect((await muster.upload('small.csv', megabytes(1))).status).toBe(200);
  });
});

describe('start', () => {
  test('without Electron, display or browser it ends in an address and says so', async () => {
    const env = { MUSTER_FOLDER: tempFolder(), DISPLAY: '', WAYLAND_DISPLAY: '' };
    const muster = await serveMuster(['start'], { env });
    await vi.waitFor(() => expect(muster.lines).toHaveLength(3));
    expect(muster.lines).toEqual([
      expect.stringMatching(
        /^(Electron is not installed here|There is no display here), so Muster opens in the browser\.$/,
      ),
      `Muster is ready: ${muster.url}`,
      'No browser could be opened from here: open the address in one on this machine. Ctrl+C ends it.',
    ]);
    expect((await (await apiOf(muster.url)).api.workspaces.home()).recents).toEqual([]);
    muster.kill('SIGTERM');
    expect((await muster.ended()).exit).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('it ends with the shell in which npm runs it', async () => {
    const env = { MUSTER_FOLDER: tempFolder(), DISPLAY: '', WAYLAND_DISPLAY: '' };
    const npm = spawn('npm', ['start'], {
      cwd: PROJECT_FOLDER,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void npm.kill('SIGKILL'));
    let said = '';
    npm.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    await vi.waitFor(() => expect(said).toContain('Muster is ready'), { timeout: 60_000 });
    npm.kill('SIGTERM');
    // Its output is open for as long as anybody can write to it.
    await once(npm, 'close');
    const [origin = ''] = /http:[^#]+/.exec(said) ?? [];
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
  });
});
