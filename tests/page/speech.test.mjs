// What the page says in a whole session is the script of `--to cues`, word for word.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open } from './browser.mjs';
import { buildExample, playbook } from './program.mjs';

// Returns the sentences of a script.
function sentences(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => /^\S+  (.*)$/.exec(line)[1]);
}

// Runs a whole session in the page: a second at a time, and done when it was estimated.
async function wholeSession(page) {
  await page.click('#toggle');
  await page.pass(Math.ceil(page.book.lead_in_ms / 1000));
  for (const stage of page.book.stages) {
    await page.pass(stage.duration_ms / 1000);
    if (stage.ends !== 'clock' && (await page.seen('done'))) await page.keyboard.press('d');
  }
  await page.pass(60);
}

// Exact ones, and ones in which the athlete says when it is over.
for (const name of ['lower', 'travel', 'emom-two-movements', 'mobility-flow', 'fran', 'hangboard', 'superset-arms', 'cindy']) {
  test(`the page says the script of ${name}`, async (t) => {
    const files = buildExample(name, ['html', 'cues']);
    const page = await open(t, files.find((file) => file.endsWith('.html')));
    page.book = playbook(files.find((file) => file.endsWith('.html')));
    await wholeSession(page);
    const script = sentences(files.find((file) => file.endsWith('.cues.txt')));
    assert.deepEqual(await page.said(), script);
    assert.ok(await page.seen('summary'));
    page.assertClean();
  });
}
