import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

/*
 * Draws assets/icons/icon.svg in the sizes that installers take: `node electron/packaging/render-icons.ts [path of a Chromium]`. Only needed
 * when the drawing changes; the pictures are kept with it. Installers make .ico and .icns of the largest.
 */

const FOLDER = join(import.meta.dirname, '../../assets/icons');
const SIZES = [256, 512, 1024];

const drawing = readFileSync(join(FOLDER, 'icon.svg'), 'utf8');
const [, , executablePath] = process.argv;
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});
try {
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`);
    const path = join(FOLDER, size === 1024 ? 'icon.png' : `${size}x${size}.png`);
    await page.screenshot({ path, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
