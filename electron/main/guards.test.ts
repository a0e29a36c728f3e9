import { expect, test, vi } from 'vitest';
import { aDesktop } from './testing/a-desktop.ts';

test('the page goes nowhere, embeds nothing, and opens only secure addresses, in the browser', async () => {
  const { electron, window } = await aDesktop();
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    const preventDefault = vi.fn();
    window.webContents.emit(event, { preventDefault, url: 'https://example.com/' });
    expect(preventDefault, event).toHaveBeenCalled();
  }
  const addresses = [
    'https://example.com/a',
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'x',
  ];
  for (const url of addresses) {
    expect(window.webContents.openHandler({ url })).toEqual({ action: 'deny' });
  }
  expect(electron.shell.opened).toEqual(['https://example.com/a']);
});

test('of all permissions the page has only that to copy', async () => {
  const { electron, window } = await aDesktop();
  const { guards } = electron.session.defaultSession;
  const asked = [
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'clipboard-read',
    'clipboard-sanitized-write',
  ];
  const granted = asked.filter((permission) => guards.check(window.webContents, permission));
  expect(granted).toEqual(['clipboard-sanitized-write']);
  for (const permission of asked) {
    guards.request(window.webContents, permission, (allowed) =>
      expect(allowed, permission).toBe(permission === 'clipboard-sanitized-write'),
    );
  }
  expect(guards.check(null, 'clipboard-sanitized-write')).toBe(false);
  expect(guards.check({ getURL: () => 'https://example.com/' }, 'clipboard-sanitized-write')).toBe(false);
});

test('the app runs in the sandbox, and its pages come from a scheme of their own', async () => {
  const { electron, window } = await aDesktop();
  expect(electron.app.sandboxed).toBe(true);
  expect(window.webContents.url).toBe('app://muster/index.html');
  expect(electron.protocol.privileged).toMatchObject([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  const serve = electron.protocol.handlers.get('app');
  expect((await serve?.(new Request('app://muster/..%2fmain.js')))?.status).toBe(404);
});
