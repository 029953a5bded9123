// The page of `wodc build --watch --open`, which shows the workout's own in a frame.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { visit } from './browser.mjs';
import { wodc } from './program.mjs';

const SQUATS = 'title "Squats"\ncircuit rounds 2 <\n  squat 30s\n  rest 15s\n>\n';
const LOOK_EVERY_MS = 50;

// Watches a folder with one workout, and returns a browser's view of it.
async function watch(t) {
  const folder = mkdtempSync(join(tmpdir(), 'wodc-watch-'));
  const file = join(folder, 'squats.wod');
  const opened = join(folder, 'opened');
  writeFileSync(file, SQUATS);
  writeFileSync(join(folder, 'browser.sh'), 'printf %s "$1" > opened.part && mv opened.part opened\n');
  const program = spawn(wodc, ['build', '--watch', '--open', '--to', 'html'], {
    cwd: folder, stdio: 'ignore', env: { ...process.env, BROWSER: 'sh browser.sh' },
  });
  t.after(async () => {
    const gone = new Promise((resolve) => program.on('exit', resolve));
    program.kill('SIGINT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });
  while (!existsSync(opened)) await sleep(LOOK_EVERY_MS);
  const page = await visit(t, readFileSync(opened, 'utf8'));
  return { page, file };
}

test('the page that is watched has one title of its own, with mistakes and without', async (t) => {
  const { page, file } = await watch(t);
  const title = page.getByRole('heading', { level: 1 });
  await page.waitForFunction(() => document.getElementById('title').textContent === 'Squats');
  assert.deepEqual(await title.allTextContents(), ['Squats']);
  assert.equal(await page.getByRole('heading', { level: 2 }).count(), 0);
  writeFileSync(file, SQUATS.replace('rest 15s', 'rest 15m'));
  await page.locator('#said').waitFor();
  assert.deepEqual(await title.allTextContents(), ['Squats']);
  assert.match((await page.getByRole('heading', { level: 2 }).allTextContents()).join(), /squats\.wod has mistakes/);
});
