import {readFile, writeFile} from 'node:fs/promises';
import {chromium} from '@playwright/test';

/** Draws the icon's PNG files from `icon.svg`. Run by hand after a change of it: `npx tsx scripts/make-icons.ts`. */
const svg = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({width: size, height: size});
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const png = await page.screenshot({omitBackground: true});
  await writeFile(new URL(`../public/icons/${size}.png`, import.meta.url), png);
}
await browser.close();
