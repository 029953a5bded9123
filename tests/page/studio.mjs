// `wodc studio` in a folder of its own, and a browser that looks at it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { visit } from './browser.mjs';
import { start } from './studio-server.mjs';

const LOOK_EVERY_MS = 20;

export const SQUATS = 'title "Squats"\n\ncircuit rounds 2 <\n  squat 30s\n  rest 15s\n>\n';

// Opens the studio for a folder with these files. `before` may do something to them first.
/**
 * @param {import('node:test').TestContext} t
 * @param {Record<string, string>} [files]
 * @param {{ context?: object, more?: string[], hash?: string, before?: (folder: string) => void }} [options]
 */
export async function studio(t, files = { 'squats.wod': SQUATS }, { context = {}, more = [], hash = '', before } = {}) {
  const base = mkdtempSync(join(tmpdir(), 'wodc-studio-'));
  const folder = mkdtempSync(join(base, 'workouts-'));
  const state = join(base, 'state');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  before?.(folder);
  const running = { now: await start(folder, { state, more }) };
  t.after(async () => {
    await running.now.end();
    rmSync(base, { recursive: true, force: true });
  });
  const page = await visit(t, 'about:blank', { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...context });
  const wrong = [];
  const asked = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(running.now.address + hash);
  return Object.assign(page, {
    folder, state, running, wrong, asked,
    read: (name = 'squats.wod') => readFileSync(join(folder, name), 'utf8'),
    write: (name, text) => writeFileSync(join(folder, name), text),
    area: page.locator('#text'),
    text: () => page.locator('#text').inputValue(),
    // Waits until all is saved, and looked at.
    async settled() {
      await page.waitForFunction(() => document.getElementById('saved').textContent === 'Saved');
    },
    // The text with the caret behind some words, or before them.
    async caret(words, isBefore = false) {
      await page.waitForFunction((words) => /** @type {HTMLTextAreaElement} */ (document.getElementById('text')).value.includes(words), words);
      await page.evaluate(({ words, isBefore }) => {
        const area = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'));
        const at = area.value.indexOf(words);
        area.focus();
        area.setSelectionRange(isBefore ? at : at + words.length, isBefore ? at : at + words.length);
      }, { words, isBefore });
    },
    async has(text) {
      await page.waitForFunction((text) => /** @type {HTMLTextAreaElement} */ (document.getElementById('text')).value === text, text);
    },
    frame: page.frameLocator('#frames iframe:not(.loading)'),
    assertClean() {
      assert.deepEqual(wrong, []);
      const { origin } = new URL(running.now.address);
      assert.deepEqual(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:')), [], 'nothing leaves this computer');
    },
  });
}

// Waits until something is so, outside of the browser.
export async function until(isSo) {
  while (!isSo()) await sleep(LOOK_EVERY_MS);
}
