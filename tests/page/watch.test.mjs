// The page of `wodc build --watch --open`, which shows the workout's own in a frame.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
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
async function watch(t, source = SQUATS) {
  const folder = mkdtempSync(join(tmpdir(), 'wodc-watch-'));
  const file = join(folder, 'squats.wod');
  const opened = join(folder, 'opened');
  writeFileSync(file, source);
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
  return { page, file, folder };
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

const LIFT = 'athlete "Sam" < results "sam-results.wod" >\nworkout "Lift" < back squat 5 @ 60kg +2.5kg each success >\n';

// Does the workout in the frame, and opens its results.
async function done(page) {
  const frame = page.frameLocator('#page');
  await frame.locator('#toggle').click();
  await frame.locator('#skip').click();
  await frame.locator('#done').click();
  await frame.locator('#end-results').click();
  return frame;
}

test('what was done is written to the results of the athlete, and moves what comes next', async (t) => {
  const { page, folder } = await watch(t, LIFT);
  const results = join(folder, 'sam-results.wod');
  writeFileSync(results, 'results "Sam"\n\n# mine\n');
  const frame = await done(page);
  await frame.locator('#results-write').click();
  await page.locator('#written').waitFor();
  assert.equal(await page.locator('#written').textContent(), 'sam-results.wod: 1 session added');
  const written = readFileSync(results, 'utf8');
  assert.match(written, /^results "Sam"\n\n# mine\ndone \d{4}-\d\d-\d\d \d\d:\d\d "Lift" <\n {2}back squat 5 @ 60kg asked 5 @ 60kg\n>\n$/);
  execFileSync(wodc, ['check', '-D', 'warnings', results], { stdio: 'pipe' });
  await page.frameLocator('#page').getByText('62.5 kg').first().waitFor({ state: 'attached' });
});

test('where nobody says whose results they are, nothing is offered to be written', async (t) => {
  const { page } = await watch(t, 'workout "Lift" < back squat 5 @ 60kg >\n');
  const frame = await done(page);
  await frame.locator('#results-copy').waitFor();
  assert.ok(!(await frame.locator('#results-write').isVisible()));
});

test('a page of somebody else can have nothing written', async (t) => {
  const { page, folder } = await watch(t, LIFT);
  await page.frameLocator('#page').locator('#toggle').waitFor();
  const address = new URL(page.url()).origin;
  const other = await page.context().newPage();
  await other.goto('data:text/html,<p>elsewhere</p>');
  const sent = await other.evaluate(async (address) => {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
    return fetch(`${address}/results/1`, { method: 'POST', mode: 'no-cors', headers, body: 'done 2026-01-09 "Lift" < back squat 5 >' }).then(() => 'sent', () => 'refused');
  }, address);
  assert.ok(['sent', 'refused'].includes(sent));
  assert.ok(!existsSync(join(folder, 'sam-results.wod')));
});
