// Takes the book's pictures of the studio: node studio-pictures.mjs FOLDER-OF-PICTURES. WODC names the program.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { start } from './studio-server.mjs';

const project = resolve(import.meta.dirname, '../..');
const pictures = resolve(process.argv[2]);
const base = mkdtempSync(join(tmpdir(), 'wodc-studio-'));
const folder = join(base, 'workouts');
mkdirSync(folder);
for (const name of ['cindy', 'fran', 'lower', 'session', 'swim', 'couch-to-5k']) copyFileSync(join(project, 'examples', `${name}.wod`), join(folder, `${name}.wod`));
const tuesday = readFileSync(join(project, 'examples/full-body.wod'), 'utf8').replace(/^#.*\n/, '').replace('Full Body', 'Tuesday').replace(/expect[^]*$/, '');
writeFileSync(join(folder, 'tuesday.wod'), tuesday.replace('rounds 5', 'rounds 12-18'));
const studio = await start(folder, { state: join(base, 'state') });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

// The studio with a mistake in the workout, after its sheet was made.
async function picture(name, options) {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  await page.goto(`${studio.address}#tuesday.wod`);
  await page.getByLabel('My class is').fill('22');
  await page.locator('#frames iframe:not(.loading)').waitFor({ state: 'attached' });
  await page.locator('#text').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('plnk 2x30s');
  await page.keyboard.press('Escape');
  await page.locator('.remark', { hasText: 'plnk' }).waitFor();
  await page.locator('#made-note').waitFor({ state: 'hidden' });
  await page.locator('.line[data-time]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('#sum:not(.old) .fit').textContent !== '');
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {});
  await page.waitForFunction(() => document.getElementById('saved').textContent === 'Saved');
  // The folder of this run is nobody's.
  await page.evaluate(() => (document.getElementById('folder').textContent = '~/workouts'));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  // The next picture begins with the same text.
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Backspace');
  await page.waitForFunction(() => document.getElementById('saved').textContent === 'Saved');
  await page.close();
}

await picture('studio', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
await picture('studio-phone', { viewport: { width: 390, height: 800 }, colorScheme: 'dark', hasTouch: true, isMobile: true });
await browser.close();
await studio.end();
rmSync(base, { recursive: true, force: true });
