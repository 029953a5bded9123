// The page of `wodc studio`, from an empty folder to a sheet that is printed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, utimesSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { wodc } from './program.mjs';
import { SQUATS, studio, until } from './studio.mjs';
import { start } from './studio-server.mjs';

const remark = (page, words) => page.locator('#remarks .remark', { hasText: words });

test('a coach writes a workout from a template, mends a mistake, prints it and runs it', async (t) => {
  const page = await studio(t, {});
  await page.addInitScript(() => {
    window.print = () => (globalThis.parent['printed'] = document.documentElement.innerText);
  });
  await page.reload();
  await page.getByRole('button', { name: 'New workout' }).click();
  await page.getByLabel('Name of the file').fill('monday');
  await page.getByRole('radio', { name: /^Circuit/ }).check();
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.waitForURL(/#monday\.wod$/);
  await page.frame.getByText('Side plank').first().waitFor();
  await page.caret('rest 15s');
  await page.keyboard.type('\n  lunge 30s alternating\n  rest 5m');
  const mistake = remark(page, '5m');
  await mistake.getByText('Mistake').waitFor();
  assert.equal(await mistake.locator('.line-number').textContent(), 'line 9');
  await page.getByText('This is of the text before the mistakes.').waitFor();
  await mistake.getByRole('button', { name: 'Change m to min' }).click();
  await mistake.waitFor({ state: 'detached' });
  assert.match(await page.text(), /^ {2}rest 5min$/m);
  await page.settled();
  assert.equal(page.read('monday.wod'), await page.text());
  // The expected duration of the template is not what it takes any more.
  await page.caret('expect duration 6:00');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Backspace');
  await page.frame.getByText('Lunge').first().waitFor();
  await page.getByRole('button', { name: 'Print' }).click();
  await page.waitForFunction(() => 'printed' in globalThis);
  assert.match(await page.evaluate(() => globalThis['printed']), /Lunge/);
  await page.getByRole('tab', { name: 'Page' }).click();
  await page.frame.locator('#toggle').click();
  await page.frame.locator('#player[data-phase=lead_in], #player[data-phase=stage]').waitFor();
  await page.settled();
  execFileSync(wodc, ['check', join(page.folder, 'monday.wod')], { stdio: 'pipe' });
  page.assertClean();
});

test('a reload opens the same file, and can undo what was written before it', async (t) => {
  const page = await studio(t, { 'lunges.wod': SQUATS.replaceAll('quat', 'unge'), 'squats.wod': SQUATS });
  await page.getByRole('button', { name: /^squats/ }).click();
  await page.has(SQUATS);
  await page.caret('squat 30s');
  await page.keyboard.type(' slowly now');
  await page.settled();
  await page.reload();
  await page.has(SQUATS.replace('squat 30s', 'squat 30s slowly now'));
  await page.area.focus();
  await page.keyboard.press('Control+z');
  await page.has(SQUATS.replace('squat 30s', 'squat 30s slowly '));
  await page.keyboard.press('Control+z');
  await page.has(SQUATS.replace('squat 30s', 'squat 30s '));
  await page.keyboard.press('Control+z');
  await page.has(SQUATS);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await page.has(SQUATS.replace('squat 30s', 'squat 30s slowly '));
  await page.settled();
  assert.equal(page.read(), await page.text());
  page.assertClean();
});

test('undo survives a restart, and the text stays while the server is gone', async (t) => {
  const page = await studio(t);
  await page.caret('squat 30s');
  await page.keyboard.type(' slow');
  await page.settled();
  const { port } = new URL(page.running.now.address);
  await page.running.now.end();
  await page.keyboard.type(' and more');
  await page.locator('#gone').waitFor();
  assert.match(await page.locator('#gone').textContent(), /not running any more/);
  assert.ok((await page.text()).includes('squat 30s slow and more'));
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#gone-save').click()]);
  assert.equal(saved.suggestedFilename(), 'squats.wod');
  page.running.now = await start(page.folder, { state: page.state, port: Number(port) });
  // The address is another one, and nobody but this page knows the text.
  await page.locator('#gone-words', { hasText: 'started anew and has another address' }).waitFor();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(page.running.now.address);
  await page.has(SQUATS.replace('squat 30s', 'squat 30s slow'));
  await page.locator('#undo').click();
  await page.locator('#undo').click();
  await page.has(SQUATS);
  await page.settled();
  assert.equal(page.read(), SQUATS);
});

test('what was typed last is saved when the page is left', async (t) => {
  const page = await studio(t);
  await page.caret('squat 30s');
  await page.keyboard.type(' slow');
  await page.goto('about:blank');
  await until(() => page.read() === SQUATS.replace('squat 30s', 'squat 30s slow'));
});

test('a file that is changed elsewhere is taken, and that can be undone', async (t) => {
  const page = await studio(t);
  await page.has(SQUATS);
  const other = SQUATS.replace('rounds 2', 'rounds 4');
  page.write('squats.wod', other);
  await page.has(other);
  await page.locator('#told', { hasText: 'was changed elsewhere' }).waitFor();
  await page.locator('#told').getByRole('button', { name: 'Undo' }).click();
  await page.has(SQUATS);
  await page.settled();
  assert.equal(page.read(), SQUATS);
  page.assertClean();
});

// Nothing that happens elsewhere is heard of until the text is saved.
async function deaf(page) {
  await page.route('**/api/changes', () => {});
  await page.reload();
  await page.has(SQUATS);
}

test('changes in different lines are merged', async (t) => {
  const page = await studio(t);
  await deaf(page);
  page.write('squats.wod', SQUATS.replace('rounds 2', 'rounds 4'));
  await page.caret('rest 15s');
  await page.keyboard.type(' # breathe');
  const both = SQUATS.replace('rounds 2', 'rounds 4').replace('rest 15s', 'rest 15s # breathe');
  await page.has(both);
  await page.locator('#told', { hasText: 'both changes' }).waitFor();
  await page.settled();
  assert.equal(page.read(), both);
  await page.area.focus();
  await page.keyboard.press('Control+z');
  await page.has(SQUATS.replace('rest 15s', 'rest 15s # breathe'));
});

const OTHERS = SQUATS.replace('squat 30s', 'squat 40s');
const MINE = SQUATS.replace('squat 30s', 'squat 30s slow');

for (const [button, kept, undone] of [['Keep mine', MINE, OTHERS], ['Take the other’s', OTHERS, MINE]]) {
  test(`changes in the same line are asked about: ${button}`, async (t) => {
    const page = await studio(t);
    await deaf(page);
    page.write('squats.wod', OTHERS);
    await page.caret('squat 30s');
    await page.keyboard.type(' slow');
    const dialog = page.getByRole('dialog', { name: 'Changed elsewhere, too' });
    await dialog.waitFor();
    assert.equal(page.read(), OTHERS, 'nothing is written over before the answer');
    assert.match(await dialog.locator('.gone').textContent(), /slow/);
    assert.match(await dialog.locator('.new').textContent(), /40s/);
    // Whoever closes it has not answered, and is not asked until they want to be.
    await page.keyboard.press('Escape');
    await page.locator('#saved', { hasText: 'Not saved: changed elsewhere' }).waitFor();
    await page.getByRole('button', { name: 'Decide' }).click();
    await dialog.getByRole('button', { name: button }).click();
    await page.has(kept);
    await page.settled();
    await until(() => page.read() === kept);
    await page.area.focus();
    await page.keyboard.press('Control+z');
    await page.has(undone);
  });
}

test('a file that was removed elsewhere can be written again', async (t) => {
  const page = await studio(t);
  await deaf(page);
  rmSync(join(page.folder, 'squats.wod'));
  await page.caret('squat 30s');
  await page.keyboard.type(' slow');
  const dialog = page.getByRole('dialog', { name: 'Changed elsewhere, too' });
  await dialog.getByText('was removed or emptied by another program').waitFor();
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await page.settled();
  assert.equal(page.read(), MINE);
});

test('two windows with the same file follow each other', async (t) => {
  const page = await studio(t);
  await page.has(SQUATS);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const has = (text) => other.waitForFunction((text) => /** @type {HTMLTextAreaElement} */ (document.getElementById('text')).value === text, text);
  await has(SQUATS);
  await page.bringToFront();
  await page.caret('squat 30s');
  await page.keyboard.type(' slow');
  await page.settled();
  await other.bringToFront();
  await has(MINE);
  await other.locator('#text').click();
  await other.keyboard.press('Control+End');
  await other.keyboard.type('plank 30s\n');
  await other.locator('#saved', { hasText: /^Saved$/ }).waitFor();
  await page.bringToFront();
  await page.has(`${MINE}plank 30s\n`);
  await page.area.focus();
  await page.keyboard.press('Control+z');
  await page.has(MINE);
  await page.settled();
  assert.equal(page.read(), MINE);
  assert.ok(!(await page.locator('#conflict').isVisible()));
  page.assertClean();
});

const WHITEBOARD = `warmup <
  400m jog
  inchworms x10
  air sqats 15
>
Strength
rest 3m
amrap 12m <
  9 toes to bar
  12 wall balls @ 9kg
>
`;

test('a pasted whiteboard is mended as a step of its own', async (t) => {
  const page = await studio(t, { 'board.wod': '# Tuesday\n' }, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await page.has('# Tuesday\n');
  await page.area.focus();
  await page.keyboard.press('Control+End');
  await page.evaluate((board) => navigator.clipboard.writeText(board), WHITEBOARD);
  await page.keyboard.press('Control+v');
  await page.locator('#told', { hasText: /\d+ things? mended, \d+ left/ }).waitFor();
  const mended = await page.text();
  assert.notEqual(mended, `# Tuesday\n${WHITEBOARD}`);
  assert.match(mended, /^# Tuesday\n/);
  await page.settled();
  assert.equal(page.read('board.wod'), mended);
  await page.keyboard.press('Control+z');
  await page.has(`# Tuesday\n${WHITEBOARD}`);
  await page.keyboard.press('Control+z');
  await page.has('# Tuesday\n');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await page.has(mended);
  page.assertClean();
});

test('all that is certain is mended by one button', async (t) => {
  const page = await studio(t, { 'squats.wod': SQUATS.replace('squat', 'sqat').replace('15s', '1m') });
  const mend = page.getByRole('button', { name: 'Mend all that is certain (2)' });
  await mend.click();
  await page.has(SQUATS.replace('15s', '1min'));
  await mend.waitFor({ state: 'hidden' });
  await page.locator('#told', { hasText: '2 things mended, 0 left' }).waitFor();
  await page.getByText('Nothing is wrong', { exact: true }).first().waitFor();
});

test('everything can be done by the keyboard alone', async (t) => {
  const page = await studio(t, {});
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  await page.locator('#first-new').waitFor();
  for (let pressed = 0; (await focused()) !== 'first-new'; pressed++) {
    assert.ok(pressed < 20, 'the button for the first workout is reached by Tab');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('legs');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#legs\.wod$/);
  // Parts of the page, one after the other.
  await page.keyboard.press('F6');
  const parts = [];
  for (let pressed = 0; pressed < 4; pressed++) {
    parts.push(await focused());
    await page.keyboard.press('F6');
  }
  assert.deepEqual(parts.toSorted(), ['files-title', 'remarks-title', 'result-title', 'text']);
  // Also from inside of what is made.
  await page.frame.locator('button').first().focus();
  await page.keyboard.press('F6');
  while ((await focused()) !== 'text') await page.keyboard.press('F6');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('squat 3x10 rest 5m\nplank 30s\n');
  await remark(page, '5m').waitFor();
  // To the mistake, to its button, and back in the text.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  assert.equal(await page.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.activeElement);
    return area.value.slice(area.selectionStart, area.selectionEnd);
  }), '5m');
  await page.keyboard.press('Control+.');
  await page.keyboard.press('Enter');
  await page.has('squat 3x10 rest 5min\nplank 30s\n');
  assert.equal(await focused(), 'text');
  // Suggestions: nothing is chosen until somebody chooses.
  await page.keyboard.press('Control+End');
  const first = page.locator('#completions .label').first();
  for (const letter of 'goblet sq') {
    await page.keyboard.type(letter);
    // With each letter the list is there again, and is of what is written.
    if (letter !== ' ') await first.filter({ hasText: new RegExp(await page.evaluate(() => /\S+$/.exec(/** @type {HTMLTextAreaElement} */ (document.activeElement).value)[0])) }).waitFor();
  }
  await first.filter({ hasText: /^goblet squat$/ }).waitFor();
  assert.equal(await page.area.getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('ArrowDown');
  const chosen = await page.locator('#completions [aria-selected=true]');
  assert.equal(await page.area.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
  assert.equal(await chosen.locator('.label').textContent(), 'goblet squat');
  await page.keyboard.press('Enter');
  await page.has('squat 3x10 rest 5min\nplank 30s\ngoblet squat');
  await page.keyboard.type(' 10\nlung');
  await page.locator('#completions').waitFor();
  await page.keyboard.press('Enter');
  await page.has('squat 3x10 rest 5min\nplank 30s\ngoblet squat 10\nlung\n');
  await page.keyboard.type('lung');
  await page.locator('#completions').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#completions').waitFor({ state: 'hidden' });
  await page.keyboard.type('e');
  await page.keyboard.press('Control+Space');
  await page.locator('#completions').waitFor();
  // Tab leaves the text.
  await page.keyboard.press('Tab');
  assert.notEqual(await focused(), 'text');
  assert.ok(!(await page.locator('#completions').isVisible()));
  // A menu and a dialog give the focus back.
  await page.locator('summary', { hasText: 'More' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Earlier versions' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.textContent === 'More');
  await page.area.focus();
  await page.keyboard.press('Control+m');
  assert.equal(await focused(), 'movements-query');
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'text');
  page.assertClean();
});

test('a suggestion that is chosen is written, though more letters came than its list knew of', async (t) => {
  const page = await studio(t, { 'legs.wod': 'plank 30s\n' });
  await page.has('plank 30s\n');
  await page.area.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('goblet s');
  await page.locator('#completions .label').first().filter({ hasText: /^goblet squat$/ }).waitFor();
  // The next list never comes.
  const asked = page.waitForRequest('**/api/complete');
  await page.route('**/api/complete', () => {});
  await page.keyboard.type('q');
  await asked;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.has('plank 30s\ngoblet squat');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  page.assertClean();
});

test('movements are found by muscle and by what is there, and inserted at the caret', async (t) => {
  const page = await studio(t);
  await page.caret('rest 15s');
  await page.keyboard.type('\n  ');
  await page.getByRole('button', { name: 'Movements' }).click();
  const dialog = page.getByRole('dialog', { name: 'Movements' });
  await dialog.getByText(/^Equipment that is there/).click();
  await dialog.getByLabel('kettlebell', { exact: true }).check();
  await dialog.getByText(/^Muscles:/).click();
  await dialog.getByLabel('hamstrings', { exact: true }).check();
  await dialog.getByLabel('Name or words').fill('swing');
  const insert = dialog.getByRole('button', { name: 'Insert kettlebell swing', exact: true });
  await insert.waitFor();
  const needs = await dialog.locator('.movement dl', { hasText: 'Needs' }).allTextContents();
  assert.ok(needs.length > 0 && needs.every((one) => /Needs(kettlebell|nothing)/.test(one)), needs.join('; '));
  await dialog.locator('.movement img').first().waitFor();
  await insert.click();
  await page.has(SQUATS.replace('rest 15s', 'rest 15s\n  kettlebell swing '));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  page.assertClean();
});

test('a click on the sheet leads to its line, and the caret’s line is marked on the sheet', async (t) => {
  const page = await studio(t, { 'two.wod': 'title "Two"\n\nsquat 3x10 rest 60s\nplank 3x30s rest 30s\n' });
  await page.frame.getByText('Plank').first().click();
  assert.equal(await page.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.activeElement);
    return area.value.slice(area.selectionStart, area.selectionEnd);
  }), 'plank 3x30s rest 30s');
  const marked = page.frame.locator('.studio-here');
  await marked.filter({ hasText: 'Plank' }).first().waitFor();
  await page.caret('squat 3x10');
  await marked.filter({ hasText: 'Squat' }).first().waitFor();
  assert.equal(await marked.filter({ hasText: 'Plank' }).count(), 0);
});

test('a workout that runs is not taken away by a change', async (t) => {
  const page = await studio(t);
  await page.getByRole('tab', { name: 'Page' }).click();
  await page.frame.locator('#toggle').click();
  await page.caret('title "Squats');
  await page.keyboard.type(' today');
  await page.locator('#running').waitFor();
  assert.equal(await page.frame.locator('#toggle').textContent(), 'Pause');
  await page.getByRole('button', { name: 'Show the new one' }).click();
  await page.frame.locator('#name', { hasText: 'Squats today' }).waitFor();
});

test('times are said against the class, at each level', async (t) => {
  const page = await studio(t, { 'range.wod': 'title "Range"\ncircuit rounds 10-14 < squat 30s; plank 30s >\n' });
  await page.getByLabel('My class is').fill('12');
  await page.getByRole('radio', { name: 'Beginner 10:00 2 minutes left' }).waitFor();
  await page.getByRole('radio', { name: 'Intermediate 12:00 just fits' }).waitFor();
  await page.getByRole('radio', { name: 'As written 12:00 may run 2 minutes over' }).waitFor();
  await page.getByRole('radio', { name: 'Advanced 14:00 2 minutes too long' }).check();
  await page.frame.getByText('14 rounds').first().waitFor();
  // It is known after a reload.
  await page.waitForTimeout(800);
  await page.reload();
  await page.getByRole('radio', { name: 'Advanced 14:00 2 minutes too long' }).waitFor();
  assert.equal(await page.getByLabel('My class is').inputValue(), '12');
});

test('a plan shows its weeks, and of several workouts one is chosen', async (t) => {
  const source = 'workout "A" < squat 10 >\nworkout "B" < lunge 10 >\nplan "P" weeks 2 starts 2026-01-05 < monday < do "A" >; friday < do "B" > >\n';
  const page = await studio(t, { 'plan.wod': source });
  const choice = page.getByLabel('Workout', { exact: true });
  await choice.waitFor();
  assert.deepEqual(await choice.locator('option').allTextContents(), ['A', 'B', 'P (plan)']);
  await choice.selectOption('B');
  await page.frame.getByRole('heading', { name: 'B', exact: true }).waitFor();
  await choice.selectOption('P (plan)');
  await page.getByRole('tab', { name: 'Weeks' }).waitFor();
  await page.frame.getByText('Week 1').first().waitFor();
  assert.ok(!(await page.getByRole('tab', { name: 'Page' }).isVisible()));
  await page.getByText('2 weeks, 4 sessions').waitFor();
});

test('cues and card are shown as text', async (t) => {
  const page = await studio(t);
  await page.getByRole('tab', { name: 'Cues' }).click();
  await page.locator('#made-text', { hasText: 'Round 1 of 2. Squat, 30 seconds.' }).waitFor();
  await page.getByRole('tab', { name: 'Card' }).click();
  await page.locator('#made-text td', { hasText: 'Squat' }).first().waitFor();
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('#made-text .wide')].filter((one) => one.clientHeight < one.scrollHeight).length), 0);
});

test('the sheet is opened as PDF, where the program makes any', async (t) => {
  const page = await studio(t);
  await page.frame.getByText('Squat').first().waitFor({ state: 'attached' });
  if (!(await page.locator('#pdf').isVisible())) return t.skip('this program makes no PDF');
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/make')),
    page.context().waitForEvent('page'),
    page.locator('#pdf').click(),
  ]);
  assert.match((await answer.json()).address, /^made\/\d+\.pdf$/);
});

test('an earlier version is shown with what is different, and taken', async (t) => {
  const DAYS_AGO = Date.now() / 1000 - 86_400;
  const page = await studio(t, { 'squats.wod': SQUATS }, { before: (folder) => utimesSync(join(folder, 'squats.wod'), DAYS_AGO, DAYS_AGO) });
  await page.caret('squat 30s');
  await page.keyboard.type(' slow');
  await page.settled();
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Earlier versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
  await dialog.getByRole('radio', { name: /^Yesterday, \d\d:\d\d$/ }).check();
  assert.match(await dialog.locator('.gone').textContent(), /squat 30s slow/);
  await dialog.getByRole('button', { name: 'Take this text' }).click();
  await page.has(SQUATS);
  await page.area.focus();
  await page.keyboard.press('Control+z');
  await page.has(SQUATS.replace('squat 30s', 'squat 30s slow'));
});

test('line ends and the byte order mark are kept', async (t) => {
  const windows = `\ufeff${SQUATS.replaceAll('\n', '\r\n')}`;
  const page = await studio(t, { 'squats.wod': windows });
  await page.has(SQUATS);
  await page.caret('rest 15s');
  await page.keyboard.type('\n  lunge 30s');
  await page.settled();
  assert.equal(page.read(), windows.replace('rest 15s', 'rest 15s\r\n  lunge 30s'));
});

test('what is in files is never markup', async (t) => {
  const evil = '<img src=x onerror=alert(1)>';
  const page = await studio(t, { '<b>bold.wod': `title "${evil}"\nsquat 10\n"${evil}" 10\n<script>alert(1)</script>\n` });
  await page.locator('#remarks .remark').first().waitFor();
  assert.equal(await page.locator('#files img, #files b, #layer img, #layer script, #remarks img, #remarks script, #sum img').count(), 0);
  assert.equal(await page.locator('#files .file-name').first().textContent(), '<b>bold');
  page.assertClean();
});

test('while letters are composed the text is left alone', async (t) => {
  const page = await studio(t, { 'squats.wod': '# \n' });
  await page.caret('# ');
  const session = await page.context().newCDPSession(page);
  for (const text of ['に', 'にほ', 'にほん']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  page.write('squats.wod', '# other\n');
  await page.waitForTimeout(1500);
  assert.equal(await page.text(), '# にほん\n');
  await session.send('Input.insertText', { text: '日本' });
  await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.getElementById('text')).value.startsWith('# 日本'));
  await page.getByRole('dialog', { name: 'Changed elsewhere, too' }).getByRole('button', { name: 'Keep mine' }).click();
  await page.settled();
  assert.equal(page.read(), '# 日本\n');
  await page.area.focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.has('# \n');
});

test('nobody else gets anything', async (t) => {
  const page = await studio(t);
  const { address } = page.running.now;
  const { origin } = new URL(address);
  const json = { 'Content-Type': 'application/json' };
  const save = { method: 'POST', headers: { ...json, Origin: 'http://example.org' }, body: JSON.stringify({ name: 'squats.wod' }) };
  assert.equal((await fetch(`${address}api/open`, save)).status, 403);
  assert.equal((await fetch(`${origin}/`)).status, 403);
  assert.equal((await fetch(`${origin}/${'0'.repeat(32)}/api/files`, { method: 'POST', headers: { ...json, Origin: origin }, body: '{}' })).status, 403);
  const { hostname, port, pathname } = new URL(address);
  const status = await new Promise((resolve) => get({ hostname, port, path: pathname, headers: { Host: 'example.org' } }, (answer) => resolve(answer.resume().statusCode)));
  assert.equal(status, 403);
  const other = await page.context().newPage();
  await other.goto('data:text/html,<p>elsewhere</p>');
  const sent = await other.evaluate(async (address) => {
    const body = JSON.stringify({ name: 'new', kind: 'circuit' });
    return fetch(`${address}api/create`, { method: 'POST', mode: 'no-cors', headers: { 'Content-Type': 'text/plain' }, body }).then(() => 'sent', () => 'refused');
  }, address);
  assert.ok(['sent', 'refused'].includes(sent));
  assert.ok(!existsSync(join(page.folder, 'new.wod')));
});
