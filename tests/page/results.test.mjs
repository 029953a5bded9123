// What was done, given back in the results language: by itself, and on the page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { open } from './browser.mjs';
import { build, buildExample, examples, playbook, wodc } from './program.mjs';

const require = createRequire(import.meta.url);
require('../../src/emit/html/page/engine.js');
require('../../src/emit/html/page/results.js');
const { Session, Results } = globalThis.wodc;

const folder = mkdtempSync(join(tmpdir(), 'wodc-results-'));
after(() => rmSync(folder, { recursive: true, force: true }));

// Expects that a text is a file of results in which nothing is wrong, and nothing doubtful.
function assertCompiles(text) {
  const file = join(folder, 'results.wod');
  writeFileSync(file, text.startsWith('results') ? text : `results "Sam"\n\n${text}`);
  try {
    execFileSync(wodc, ['check', '-D', 'warnings', file], { stdio: 'pipe' });
  } catch (error) {
    assert.fail(`${text}\n${error.stdout}${error.stderr}`);
  }
}

// A session in which everything was done as asked, at once.
function doneAsAsked(book) {
  const session = new Session(book);
  let now = 0;
  session.start(now);
  for (let left = book.stages.length * 2 + 10; left > 0 && session.state.phase !== 'end'; left -= 1) {
    const { by, ms } = session.ending();
    now += by === 'clock' ? ms : 1000;
    if (by === 'clock') session.look(now);
    else session.done(now);
    if (session.stage()?.kind === 'amrap') session.done(now + 1);
  }
  assert.equal(session.state.phase, 'end');
  return session;
}

const NOW = new Date('2026-01-09T18:40:00');

test('whatever there is to do, what was done compiles', () => {
  const blocks = [];
  for (const [number, name] of examples.entries()) {
    for (const page of buildExample(name)) {
      if (!readFileSync(page, 'utf8').includes('id="playbook"')) continue;
      const results = new Results(doneAsAsked(playbook(page)));
      for (const [at, key] of Object.keys(results.places).entries()) {
        // Where only the athlete knows how much it was, it was something; and every fifth set was missed.
        const { amount, load, weight, dose } = results.set(key);
        if (amount === null) results.note(key, { amount: Math.max(dose.least, dose.whole ? 7000 : 7500) });
        if (load && weight === null) results.note(key, { weight: 22500 });
        if (at % 5 === 4) results.note(key, { mark: 'missed' });
      }
      const when = new Date(NOW.getTime() + (number * 100 + blocks.length) * 60_000);
      const block = results.block(when);
      if (block) blocks.push(block);
    }
  }
  assert.ok(blocks.length > 20, String(blocks.length));
  assertCompiles(blocks.join('\n'));
});

const SAM = 'athlete "Sam" < bar 20kg; rounding 2.5kg >\n';
const STRENGTH = `${SAM}workout "Back squat, \\"wave\\"" <
  back squat 5 @ 82.5kg, 5 @ 95kg, 5+ @ 107.5kg rest 3min
  split squat 2x8 per leg @ 20kg
  pull-up 2x max rest 90s
  run 400m
  "Sam's own" 3x10
  record "Best single, kg"
>
plan "5/3/1" weeks 1 < week 1 < monday < do "Back squat, \\"wave\\"" > > >
`;

function resultsOf(source) {
  const page = build(source).find((one) => readFileSync(one, 'utf8').includes('id="playbook"'));
  return new Results(doneAsAsked(playbook(page)));
}

test('a session is said in the language', () => {
  const results = resultsOf(STRENGTH);
  results.note('0.2', { amount: 8000 });
  results.note('1.3', { amount: 7000, remark: 'wobbly "knee"' });
  results.note('2.0', { amount: 9000 });
  results.note('2.1', { mark: 'missed' });
  results.note('4.0', { mark: 'left' });
  results.note('4.1', { mark: 'left' });
  results.note('4.2', { mark: 'left' });
  results.notes.felt = 7;
  results.notes.records[0] = '140';
  results.notes.note = 'Left shoulder\nfine.';
  assert.equal(results.block(NOW), `done 2026-01-09 18:40 "Back squat, \\"wave\\"" of "5/3/1" <
  back squat 5 @ 82.5kg, 5 @ 95kg, 8 @ 107.5kg asked 5 @ 82.5kg, 5 @ 95kg, 5+ @ 107.5kg
  split squat 8 right, 8 left, 8 right, 7 left @ 20kg "wobbly \\"knee\\"" asked 2x8 @ 20kg
  pull-up 9, missed
  run 400m in 0:01 asked 400m
  "Sam's own" skipped asked 3x10
  felt 7
  note "Best single, kg: 140"
  note "Left shoulder fine."
>
`);
  assert.equal(results.fileName(NOW), 'sam-2026-01-09.wod');
  assertCompiles(results.file(NOW));
});

test('rounds, a time for all of it, and a cap that cut it off', () => {
  const rounds = resultsOf('workout "A" < amrap 5min < thruster 5 @ 40kg; burpee 5 > >');
  rounds.noteScore(rounds.asks.scores[0].stage, { rounds: 7, reps: 12 });
  assert.match(rounds.block(NOW), /<\n {2}thruster 5 @ 40kg asked 5 @ 40kg\n {2}rounds 7 \+ 12\n>/);
  assertCompiles(rounds.block(NOW));
  const race = resultsOf('workout "A" < for time "Fran" cap 10min < thruster 21 @ 40kg; pull-up 21 > >');
  assert.match(race.block(NOW), /thruster 21 @ 40kg asked 21 @ 40kg\n {2}pull-up 21 asked 21\n {2}"Fran" in 0:01\n/);
  assertCompiles(race.block(NOW));
  race.session.state.log[0].ms = 600_000;
  assert.equal(race.block(NOW), '', 'how far it went, only the athlete knows');
  race.noteScore(0, { ms: 599_000 });
  assert.match(race.block(NOW), /"Fran" in 9:59/);
});

test('what was done instead has its own line', () => {
  const page = build('workout "A" < back squat 2x5 @ 60kg rest 1min or leg press 2x12 @ 100kg >')[0];
  const session = new Session(playbook(page));
  session.start(0);
  session.skip(1);
  session.done(10_000);
  session.skip(20_000);
  session.swap(30_000, session.stage().task, 0);
  session.done(40_000);
  const results = new Results(session);
  assert.match(results.block(NOW), /<\n {2}back squat 5 @ 60kg asked 2x5 @ 60kg\n {2}leg press 12 @ 100kg\n>/);
  assertCompiles(results.block(NOW));
});

test('where no load is asked for, the last one that was noted is meant', () => {
  const results = resultsOf('workout "A" < bench press 3x5 rest 1min >');
  results.note('0.0', { weight: 60000 });
  assert.equal(results.set('0.2').weight, 60000);
  results.note('0.2', { weight: 62500 });
  assert.match(results.block(NOW), /bench press 5, 5 @ 60kg, 5 @ 62.5kg asked 3x5\n/);
});

test('figures that nobody can write down are refused', () => {
  const { read } = globalThis.wodc.figures;
  const { measures, lines } = resultsOf(STRENGTH).asks;
  const [reps, kg] = [measures[lines[0].dose], measures[lines[0].load]];
  assert.deepEqual(['5', ' 12 ', '0', '2.5', '-1', '1e3', '', '9999999', 'x'].map((text) => read(reps, text)), [5000, 12000, 0, null, null, null, null, null, null]);
  assert.deepEqual(['62,5', '62.5', '0', '2001', '∞'].map((text) => read(kg, text)), [62500, 62500, null, null, null]);
  const time = { unit: 's', name: 'time', step: 1000, least: 1, most: 86_400_000, whole: false };
  assert.deepEqual(['1:30', '90', '1:02:03', '1:75', ':'].map((text) => read(time, text)), [90_000, 90_000, 3_723_000, null, null]);
});

// ---- on the page ----

const LIFT = `${SAM}workout "Squats" < back squat 3x5 @ 60kg rest 1min; pull-up max >\n`;

// Opens a page in the middle of its first set.
async function begun(t, source, options) {
  const page = await open(t, build(source)[0], options);
  await page.keyboard.press('Space');
  await page.keyboard.press('n');
  return page;
}

// The text of the results, with all that the page would do with a press of the button.
async function textOf(page) {
  if (!(await page.seen('results-panel'))) await page.click('#show-results');
  return page.inputValue('#results-text');
}

test('a workout is done with its results, with a reload in its midst', async (t) => {
  const page = await begun(t, LIFT);
  await page.pass(20);
  assert.ok(!(await page.seen('noting')), 'in a set nothing is in the way');
  await page.keyboard.press('d');
  await page.pass(1);
  assert.equal(await page.text('note-set'), '5 × 60 kg Back squat, Set 1 of 3');
  const before = await page.text('digits');
  await page.click('#note-set');
  await page.getByRole('button', { name: 'Less: Back squat, Set 1 of 3, reps' }).click();
  await page.getByRole('button', { name: 'More: Back squat, Set 1 of 3, kg' }).click();
  await page.fill('#set-list input[maxlength]', 'slow');
  await page.pass(3);
  assert.notEqual(await page.text('digits'), before, 'the clock goes on');
  await page.keyboard.press('Escape');
  assert.equal(await page.text('note-set'), '4 × 62.5 kg Back squat, Set 1 of 3');
  await page.comeBack();
  assert.equal(await page.text('note-set'), '4 × 62.5 kg Back squat, Set 1 of 3', 'kept through the reload');
  await page.keyboard.press('n');
  await page.keyboard.press('d');
  await page.pass(1);
  await page.keyboard.press('f');
  assert.equal(await page.text('note-what'), 'missed');
  await page.comeBack({ after: 30 });
  assert.equal(await page.text('note-what'), 'missed');
  await page.keyboard.press('n');
  await page.keyboard.press('d');
  await page.pass(1);
  await page.click('#as-asked');
  assert.ok(!(await page.seen('as-asked')), 'it is noted');
  while ((await page.text('name')) !== 'Pull-up') await page.keyboard.press('n');
  await page.keyboard.press('d');
  assert.ok(await page.seen('summary'));
  await page.click('#end-results');
  await page.fill('[aria-label="Pull-up, reps"]', '11');
  await page.selectOption('#results-list select', '8');
  const text = await page.inputValue('#results-text');
  assert.equal(text, `done 2026-01-05 08:00 "Squats" <
  back squat 4 @ 62.5kg "slow", missed, 5 @ 60kg asked 3x5 @ 60kg
  pull-up 11
  felt 8
>
`);
  assertCompiles(text);
  page.assertClean();
});

test('the results are copied, and saved as a file', async (t) => {
  const page = await begun(t, LIFT, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  await page.keyboard.press('d');
  await textOf(page);
  await page.click('#results-copy');
  await page.until(() => document.getElementById('results-said').textContent !== '');
  assert.match(await page.text('results-said'), /^(Copied\.|Copy the marked text\.)$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#results-save')]);
  assert.equal(download.suggestedFilename(), 'sam-2026-01-05.wod');
  const saved = readFileSync(await download.path(), 'utf8');
  assert.match(saved, /^results "Sam"\n\ndone 2026-01-05 08:00 "Squats" <\n {2}back squat 5 @ 60kg asked 3x5 @ 60kg\n>\n$/);
  assertCompiles(saved);
});

const HOSTILE = [
  '"', '\\', '\\"', 'a " > b', '> <', '</script><img src=x onerror="globalThis.hit=1">', '<!--', '# no comment', '; end',
  'line\nbreak', '\u2028\u2029', '\u202eturned', 'a\u0000\u0007b', '🏋️‍♀️ 👩‍👩‍👧', 'שלום (10)', '{week} {x}', '// /* */', "'", '`${x}`',
];

test('whatever is remarked, it is a text in the results and nothing else', async (t) => {
  const page = await begun(t, LIFT);
  await page.keyboard.press('d');
  await textOf(page);
  for (const hostile of HOSTILE) {
    await page.locator('#results-list [aria-label="Back squat, Set 1 of 3, reps"]').waitFor();
    await page.locator('#results-list .set input[maxlength]').first().fill(hostile);
    await page.locator('#results-list > .text input').first().fill(hostile);
    const text = await page.inputValue('#results-text');
    assert.equal(text.split('\n').length, 5 - (/[^\s\u0000-\u001f\u202e\u2028]/u.test(hostile) ? 0 : 1), text);
    assertCompiles(text);
  }
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
  assert.equal(await page.locator('img').count(), 0);
  page.assertClean();
});

test('where nothing is kept, everything else works, and the page says so', async (t) => {
  for (const before of [
    () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
    () => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
  ]) {
    const page = await begun(t, LIFT, { before });
    await page.keyboard.press('d');
    await page.pass(1);
    await page.keyboard.press('f');
    assertCompiles(await textOf(page));
    assert.match(await page.inputValue('#results-text'), /back squat missed @ 60kg asked 3x5 @ 60kg/);
    assert.match(await page.text('results-said'), /keeps nothing/);
    page.assertClean();
  }
});

test('results that are no results are left aside, and the old ones go first', async (t) => {
  const page = await begun(t, LIFT);
  await page.keyboard.press('d');
  await page.pass(1);
  await page.keyboard.press('a');
  const key = await page.evaluate(() => Object.keys(localStorage).find((one) => one.startsWith('wodc:results:')));
  const kept = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), key));
  const others = Array.from({ length: 40 }, (_, at) => [`wodc:results:other:${at}`, JSON.stringify({ at: kept.at - 1000 - at, text: 'x', notes: {} })]);
  for (const bad of [{ sets: { '0.0': { amount: 'x' } } }, { sets: { '9.9': {} } }, { sets: [], scores: {}, records: {} }, null, { ...kept.notes, felt: 99 }]) {
    await page.comeBack({ entries: [[key, JSON.stringify({ ...kept, notes: bad })], ...others] });
    assertCompiles(await textOf(page));
    const count = await page.evaluate(() => Object.keys(localStorage).filter((one) => one.startsWith('wodc:results:')).length);
    assert.ok(count <= 31, `${count} are kept`);
    await page.keyboard.press('Escape');
  }
  page.assertClean();
});

test('the results of a session before are still there', async (t) => {
  const page = await begun(t, `${SAM}workout "One" < back squat 5 @ 60kg >\n`);
  await page.pass(90);
  await page.keyboard.press('d');
  assert.ok(await page.seen('summary'));
  await page.click('#toggle');
  await page.pass(60);
  await page.keyboard.press('e');
  assert.ok(await page.seen('results-earlier'));
  assert.match(await page.inputValue('#results-before'), /^done 2026-01-05 08:00 "One" <\n {2}back squat 5 @ 60kg/);
  assert.equal(await page.inputValue('#results-text'), '', 'nothing is done of the new one');
  page.assertClean();
});

test('the keyboard suffices to write everything down', async (t) => {
  const page = await begun(t, LIFT);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('d');
  await page.pass(1);
  await press('e');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Back squat, Set 1 of 3, reps');
  await press('Control+a', '3', 'Escape');
  assert.equal(await page.text('note-what'), '3 × 60 kg');
  assert.ok(!(await page.seen('set-panel')));
  await press('a');
  assert.equal(await page.text('note-what'), '5 × 60 kg');
  await press('f');
  assert.equal(await page.text('results-heard'), 'Noted: missed.');
  await press('e');
  for (let nth = 0; nth < 20 && (await page.evaluate(() => document.activeElement.id)) !== 'all-results'; nth += 1) await press('Tab');
  await press('Enter');
  assert.ok(await page.seen('results-panel'));
  for (let nth = 0; nth < 60 && (await page.evaluate(() => document.activeElement.tagName)) !== 'SELECT'; nth += 1) await press('Tab');
  await press('6');
  assert.match(await page.inputValue('#results-text'), /back squat missed @ 60kg asked 3x5 @ 60kg\n {2}felt 6\n/);
  page.assertClean();
});

test('on the sheet the cells are filled in, and paper is as it was', async (t) => {
  const page = await open(t, build(STRENGTH).find((one) => readFileSync(one, 'utf8').includes('id="playbook"')));
  await page.keyboard.press('s');
  await page.fill('#sheet [aria-label="Back squat, Set 3 of 3, reps"]', '9');
  await page.fill('#sheet [aria-label="Split squat, Set 2 of 2, right, kg"]', '22,5');
  await page.fill('#sheet [aria-label="Best single, kg"]', '140');
  await page.fill('#sheet [aria-label="Sam\'s own, Set 1 of 3, reps"]', '10');
  await page.click('#sheet-results');
  const text = await page.inputValue('#results-text');
  assert.equal(text, `done 2026-01-05 08:00 "Back squat, \\"wave\\"" of "5/3/1" <
  back squat 9 @ 107.5kg asked 5 @ 82.5kg, 5 @ 95kg, 5+ @ 107.5kg
  split squat 8 right, 8 left @ 22.5kg asked 2x8 @ 20kg
  "Sam's own" 10 asked 3x10
  note "Best single, kg: 140"
>
`);
  assertCompiles(text);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  const inputs = await page.evaluate(() => [...document.querySelectorAll('input, select, textarea')].filter((one) => one.checkVisibility()).length);
  assert.equal(inputs, 0);
  page.assertClean();
});

// ---- what was done before ----

const BEFORE = `results "Sam"
done 2026-01-05 "Squats" < back squat 5, 4 @ 60kg; split squat 8 right, 7 left @ 20kg; plank 40s >
`;
const AGAIN = `${SAM}workout "Squats" <
  back squat 3x5 @ 60kg rest 1min
  split squat 8 per leg @ 20kg
  plank 45s
  pull-up 8
>
`;

// Builds a workout for an athlete with these results.
function withResults(source, results) {
  const file = join(folder, 'before.wod');
  writeFileSync(file, results);
  return build(source, ['html'], 'workout', ['--results', file])[0];
}

test('beside each set the last time, the best and the aim are shown', async (t) => {
  const page = await open(t, withResults(AGAIN, BEFORE));
  assert.ok(!(await page.seen('before')), 'nothing before the start');
  await page.keyboard.press('Space');
  await page.keyboard.press('n');
  assert.equal(await page.text('before'), 'Last time, 5 Jan: 5 @ 60 kg Best: 5 @ 60 kg Aim: 5 @ 60 kg');
  await page.keyboard.press('d');
  await page.pass(1);
  assert.equal(await page.text('before'), 'Back squat, Set 1 of 3 Last time, 5 Jan: 5 @ 60 kg Best: 5 @ 60 kg Aim: 5 @ 60 kg');
  await page.keyboard.press('e');
  assert.equal(await page.locator('#set-list .before').textContent(), 'Last time, 5 Jan: 5 @ 60 kg · Best: 5 @ 60 kg · Aim: 5 @ 60 kg');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  assert.match(await page.text('before'), /^Last time, 5 Jan: 4 @ 60 kg /);
  await page.keyboard.press('d');
  await page.keyboard.press('n');
  assert.equal(await page.text('before'), 'Best: 5 @ 60 kg Aim: 5 @ 60 kg', 'there was no third set');
  while ((await page.text('name')) !== 'Plank') await page.keyboard.press('n');
  assert.equal(await page.text('before'), 'Last time, 5 Jan: 40 s Best: 40 s Aim: 45 s');
  while ((await page.text('name')) !== 'Pull-up') await page.keyboard.press('n');
  assert.ok(!(await page.seen('before')), 'of a movement that was never done nothing is known');
  page.assertClean();
});

test('of what is done instead nothing is said', async (t) => {
  const page = await open(t, withResults(`${SAM}workout "Squats" < back squat 5 @ 60kg or leg press 12 @ 100kg >\n`, BEFORE));
  await page.keyboard.press('Space');
  await page.keyboard.press('n');
  assert.ok(await page.seen('before'));
  await page.keyboard.press('o');
  await page.locator('#swap-list button', { hasText: 'Leg press' }).first().click();
  assert.ok(!(await page.seen('before')));
  page.assertClean();
});

for (const [width, height] of [[320, 568], [360, 640], [1280, 800]]) {
  test(`what was done before fits ${width} by ${height}, on the sheet and in the player`, async (t) => {
    const page = await open(t, withResults(AGAIN, BEFORE), { viewport: { width, height } });
    await page.keyboard.press('Space');
    await page.keyboard.press('n');
    const outside = (wanted) => page.evaluate(([wanted, wide]) => [...document.querySelectorAll(wanted)]
      .filter((one) => one.checkVisibility())
      .filter((one) => one.getBoundingClientRect().right > wide || one.getBoundingClientRect().left < 0 || one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 80)), [wanted, width]);
    assert.deepEqual(await outside('#before'), []);
    for (const id of ['toggle', 'skip', 'done']) {
      const box = await page.locator(`#${id}`).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= height + 1, `#${id} is out of sight`);
    }
    await page.keyboard.press('s');
    const above = await page.locator('#sheet .below .slot .past').allTextContents();
    assert.deepEqual(above.map((text) => text.replaceAll('\u00a0', ' ')), ['60 × 5 → 60 × 5', '60 × 4 → 60 × 5', ' → 60 × 5']);
    assert.deepEqual(await outside('#sheet .past'), []);
    assert.equal(await page.locator('#sheet .below .slot .cell input').count(), 6, 'the cells are filled in as ever');
    page.assertClean();
  });
}

for (const [width, height] of [[320, 568], [360, 640], [844, 390], [1280, 800]]) {
  test(`results fit ${width} by ${height}, with room for a finger`, async (t) => {
    const page = await begun(t, STRENGTH.split('plan ')[0], { viewport: { width, height } });
    await page.keyboard.press('d');
    await page.pass(1);
    const problems = (within) => page.evaluate(([within, wide]) => {
      const found = document.documentElement.scrollWidth > wide ? ['the page is too wide'] : [];
      for (const one of document.querySelectorAll(`${within} :is(button, input, select, textarea, summary)`)) {
        if (!one.checkVisibility()) continue;
        const { left, right, width, height } = one.getBoundingClientRect();
        if (left < 0 || right > wide) found.push(`${one.outerHTML.slice(0, 60)} sticks out`);
        if (one.getAttribute('type') !== 'checkbox' && (width < 40 || height < 44)) found.push(`${one.outerHTML.slice(0, 60)} is small: ${width} by ${height}`);
        const name = one.getAttribute('aria-label') ?? one.closest('label')?.textContent ?? one.textContent;
        if (name.trim() === '') found.push(`${one.outerHTML.slice(0, 60)} has no name`);
      }
      return found;
    }, [within, width]);
    assert.deepEqual(await problems('#noting'), []);
    for (const id of ['toggle', 'skip', 'note-set']) {
      const box = await page.locator(`#${id}`).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= height + 1, `#${id} is out of sight`);
    }
    await page.keyboard.press('e');
    assert.deepEqual(await problems('#set-panel'), []);
    await page.click('#all-results');
    for (const summary of await page.locator('#results-list summary').all()) await summary.click();
    assert.deepEqual(await problems('#results-panel'), []);
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    assert.deepEqual(await problems('#sheet'), []);
    page.assertClean();
  });
}
