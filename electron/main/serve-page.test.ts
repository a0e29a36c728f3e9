import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder, writeFiles } from '../engine/testing/temp-folder.ts';
import { servePage } from './serve-page.ts';

function aPage() {
  const folder = tempFolder({ 'secret.js': 'secret' });
  const root = join(folder, 'page');
  mkdirSync(root);
  mkdirSync(join(folder, 'page-other'));
  writeFiles(folder, { 'page-other/a.js': 'secret' });
  writeFiles(root, {
    'index.html': '<meta name="csp-nonce" content="__CSP_NONCE__">',
    'main.js': 'export {};',
    'data.bin': 'bytes',
  });
  const serve = servePage(root);
  return (url: string, method = 'GET') => serve(new Request(url, { method }));
}

test('the page comes with a strict policy, and each time with a nonce of its own', async () => {
  const get = aPage();
  const nonces = await Promise.all(
    ['app://muster/index.html', 'app://muster/'].map(async (url) => {
      const { status, headers, text } = await readable(await get(url));
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /style-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
      expect(text).toBe(`<meta name="csp-nonce" content="${nonce}">`);
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
        ]),
      );
      expect(policy).not.toContain('unsafe');
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

test('files are served as what they are', async () => {
  const get = aPage();
  const { status, headers, text } = await readable(await get('app://muster/main.js?version=1'));
  expect([status, headers.get('content-type'), text]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'export {};',
  ]);
  expect((await get('app://muster/main.js', 'HEAD')).body).toBeNull();
});

test.each([
  'app://muster/../secret.js',
  'app://muster/..%2fsecret.js',
  'app://muster/%2e%2e/secret.js',
  'app://muster/%2e%2e%2fsecret.js',
  'app://muster/..%5csecret.js',
  'app://muster/..%2fpage-other/a.js',
  'app://muster//secret.js',
  'app://muster/main.js%00.html',
  'app://muster/%',
  'app://muster/none.js',
  'app://muster/main.js/none.js',
  'app://muster/data.bin',
  'app://other/main.js',
  'app://muster.evil/main.js',
  'https://muster/main.js',
])('%s is refused', async (url) => {
  const { status, headers, text } = await readable(await aPage()(url));
  expect([status, text, headers.get('x-content-type-options')]).toEqual([404, '', 'nosniff']);
});

test('nothing but reading is answered', async () => {
  expect((await aPage()('app://muster/index.html', 'POST')).status).toBe(405);
});

async function readable(response: Response) {
  return { status: response.status, headers: response.headers, text: await response.text() };
}
