import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { anEngine, type EngineUnderTest } from '../../engine/testing/an-engine.ts';
import { tempFolder, writeFiles } from '../../engine/testing/temp-folder.ts';
import { Downloads } from '../downloads.ts';
import { Uploads } from '../uploads.ts';
import { startWebServer } from '../web-server.ts';

/** A page that is small, but has all that a page has. */
export const PAGE =
  '<meta name="csp-nonce" content="__CSP_NONCE__"><script src="./assets/index-B_x1.js"></script>';

/** A server on a free port, with an engine and a page of its own; closed when the test ends. */
export async function aWebServer(
  { engine, logged }: Pick<EngineUnderTest, 'engine' | 'logged'> = anEngine(),
) {
  const root = tempFolder({ 'secret.json': '{"secret": true}' });
  const pageFolder = join(root, 'page');
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFiles(pageFolder, {
    'index.html': PAGE,
    'assets/index-B_x1.js': 'export const page = 1;\n',
    '.hidden.json': '{}',
  });
  const uploadsFolder = join(root, 'uploads');
  const downloadsFolder = join(root, 'downloads');
  const uploads = new Uploads(uploadsFolder);
  const downloads = new Downloads(downloadsFolder);
  const server = await startWebServer({ engine, uploads, downloads, pageFolder }, 0);
  onTestFinished(() => server.close());
  const { origin } = new URL(server.url);
  return { server, origin, engine, logged, uploads, downloads, uploadsFolder, downloadsFolder };
}
