// Puts figures on contact sheets, with their names: node contact.mjs FOLDER-OF-SVG FOLDER-OF-PICTURES
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const EACH = 120;
const STYLE = `
  body { margin: 8px; width: 1584px; display: grid; grid-template-columns: repeat(12, 1fr); gap: 6px 4px; font: 11px sans-serif; }
  figure { margin: 0; text-align: center; }
  div { height: 84px; }
  .figure { max-width: 100%; height: 100%; }
`;

const [folder, pictures] = process.argv.slice(2).map((one) => resolve(one));
// Movements that share a figure are on it once, under the shortest of their names.
const names = new Map();
for (const file of readdirSync(folder).sort()) {
  const svg = readFileSync(join(folder, file), 'utf8');
  const name = file.replace(/\.svg$/, '').replaceAll('-', ' ');
  const known = names.get(svg);
  if (!known || name.length < known.length) names.set(svg, name);
}
const all = [...names].sort(([, one], [, other]) => one.localeCompare(other, 'en'));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1600, height: 200 } });
for (let at = 0; at < all.length; at += EACH) {
  const shown = all.slice(at, at + EACH).map(([svg, name]) => `<figure><div>${svg}</div>${name}</figure>`);
  const sheet = join(folder, 'contact.html');
  writeFileSync(sheet, `<!DOCTYPE html><meta charset="utf-8"><style>${STYLE}</style>${shown.join('')}`);
  await page.goto(pathToFileURL(sheet).href);
  await page.screenshot({ path: join(pictures, `figures-${at / EACH + 1}.png`), fullPage: true });
}
await browser.close();
