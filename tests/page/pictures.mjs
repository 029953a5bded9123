// Takes the book's pictures of the page at work: node pictures.mjs FOLDER-OF-PAGES FOLDER-OF-PICTURES
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [pages, pictures] = process.argv.slice(2).map((folder) => resolve(folder));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// A page after so many seconds, and the keys that were pressed meanwhile.
async function picture(name, workout, options, presses) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-01-05T08:00:00') });
  // The clock runs until it is stopped, which must be at a time still to come however slow the machine is.
  await page.clock.pauseAt(new Date('2026-01-05T18:00:00'));
  await page.goto(pathToFileURL(`${pages}/${workout}.html`).href);
  for (const [key, seconds] of presses) {
    await page.keyboard.press(key);
    await page.clock.runFor(seconds * 1000);
  }
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await context.close();
}

await picture('player', 'lower', { viewport: { width: 780, height: 1010 }, colorScheme: 'light' }, [['Space', 63]]);
await picture('player-projector', 'cindy', { viewport: { width: 1280, height: 720 }, colorScheme: 'dark' }, [
  ['p', 0],
  ['Space', 75],
]);
await browser.close();
