// How the page of `wodc studio` looks and feels: widths, colours, letters in their places, and how fast it answers a key.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { project } from './program.mjs';
import { SQUATS, studio } from './studio.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Where somebody wants to look at the pictures, this names a folder for them.
const PICTURES = process.env.WODC_PICTURES;

const BROKEN = readFileSync(join(project, 'examples/full-body.wod'), 'utf8').replace('lunge 20s', 'lunges 20s') + 'circuit rounds 3 <\n  side plnk 30s per side\n  rest 5m\n>\n';
const FILES = {
  'squats.wod': SQUATS,
  'broken.wod': BROKEN,
  'class.wod': readFileSync(join(project, 'examples/full-body.wod'), 'utf8'),
  'plan.wod': readFileSync(join(project, 'examples/couch-to-5k.wod'), 'utf8'),
};

async function picture(page, name) {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

// Shows a part, where not all of them fit.
async function show(page, part) {
  const button = page.locator(`#to-${part}`);
  if (await button.isVisible()) await button.click();
}

const overflow = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = [...document.querySelectorAll('body *')].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 1 && one.checkVisibility() && (right > innerWidth + 0.5 || left < -0.5) && !one.closest('.wide, pre, .unseen, .in-full, #layer');
  });
  return { extra: scrollWidth - clientWidth, wide: wide.map((one) => `${one.localName}#${one.id}.${one.className}`) };
});

for (const [width, height] of [[320, 640], [360, 740], [768, 1024], [844, 390], [1280, 800], [1920, 1080]]) {
  test(`at ${width} pixels nothing is cut off, and nothing scrolls sideways`, async (t) => {
    const hasTouch = width < 1000;
    const page = await studio(t, FILES, { hash: '#broken.wod', context: { viewport: { width, height }, hasTouch, isMobile: hasTouch } });
    const flat = async (where) => {
      assert.deepEqual(await overflow(page), { extra: 0, wide: [] }, where);
      await picture(page, `${width}-${where}`);
      if (hasTouch) assert.deepEqual(await small(page), [], where);
    };
    await page.locator('#remarks .remark').first().waitFor();
    await flat('text');
    await show(page, 'files');
    await flat('files');
    await page.locator('#files-list').getByRole('button', { name: /^class/ }).click();
    await page.frame.locator('h1', { hasText: 'Full Body' }).first().waitFor({ state: 'attached' });
    await show(page, 'result');
    for (const tab of ['Sheet', 'Page', 'Cues', 'Card']) {
      await page.getByRole('tab', { name: tab }).click();
      if (['Cues', 'Card'].includes(tab)) await page.locator('#made-text', { hasText: /swing/i }).waitFor();
      await flat(tab.toLowerCase());
    }
    for (const [id, action] of [['movements', 'movements'], ['keys-dialog', 'keys'], ['versions', 'versions']]) {
      await show(page, 'writing');
      await page.evaluate((action) => /** @type {HTMLElement} */ (document.querySelector(`[data-action=${action}]`)).click(), action);
      await page.locator(`#${id}`).waitFor();
      if (id === 'movements') await page.locator('#movements-list .movement').first().waitFor();
      await flat(id);
      await page.keyboard.press('Escape');
    }
    await show(page, 'files');
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await flat('new');
    page.assertClean();
  });
}

// What is to be touched, and is too small for a finger.
const small = (page) => page.evaluate(() => {
  const dialog = document.querySelector('dialog[open]');
  return [...(dialog ?? document.body).querySelectorAll('button, summary, input, select, [role=option], label.kind, label.box, #levels label')]
    .filter((one) => one.checkVisibility() && !(one instanceof HTMLInputElement && one.closest('label')))
    .filter((one) => dialog !== null || !one.closest('dialog'))
    .map((one) => ({ name: `${one.localName}#${one.id} ${one.textContent.trim().slice(0, 20)}`, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
    .map(({ name, box }) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
});

async function findings(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { iframes: false, rules: { region: { enabled: true } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`);
  });
  assert.deepEqual(found, [], where);
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing: ${colorScheme}, ${width} pixels`, async (t) => {
      const page = await studio(t, FILES, { hash: '#broken.wod', more: ['--share'], context: { viewport: { width, height: 800 }, colorScheme } });
      await page.locator('#remarks .remark').first().waitFor();
      await page.locator('#remarks .remark').first().getByRole('button', { name: /^Why/ }).click();
      await page.locator('.rule p').first().waitFor();
      await findings(page, 'text with mistakes');
      await picture(page, `${colorScheme}-${width}-broken`);
      await page.area.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('kettleb');
      await page.locator('#completions').waitFor();
      await page.keyboard.press('ArrowDown');
      await findings(page, 'suggestions');
      await picture(page, `${colorScheme}-${width}-suggestions`);
      await page.keyboard.press('Escape');
      await page.settled();
      for (const [name, tab] of [['class', 'Sheet'], ['plan', 'Weeks']]) {
        await show(page, 'files');
        await findings(page, 'files');
        await page.locator('#files-list').getByRole('button', { name: new RegExp(`^${name}`) }).click();
        await page.waitForURL(new RegExp(`#${name}`));
        await show(page, 'result');
        await page.getByRole('tab', { name: tab }).click();
        await page.frame.locator('h1').first().waitFor({ state: 'attached' });
        await findings(page, name);
        await picture(page, `${colorScheme}-${width}-${name}`);
        await page.getByRole('tab', { name: 'Card' }).click();
        await page.locator('#made-text table').first().waitFor();
        await findings(page, `card of ${name}`);
        await picture(page, `${colorScheme}-${width}-${name}-card`);
        await show(page, 'writing');
      }
      for (const [id, action] of [['movements', 'movements'], ['keys-dialog', 'keys'], ['versions', 'versions'], ['share-dialog', 'share']]) {
        await page.evaluate((action) => /** @type {HTMLElement} */ (document.querySelector(`[data-action=${action}]`)).click(), action);
        await page.locator(`#${id}`).waitFor();
        if (id === 'movements') {
          await page.locator('#movements-list .movement').first().waitFor();
          await page.locator('#movements summary').last().click();
        }
        await findings(page, id);
        await picture(page, `${colorScheme}-${width}-${id}`);
        await page.keyboard.press('Escape');
      }
      await show(page, 'files');
      await page.getByRole('button', { name: 'New', exact: true }).click();
      await findings(page, 'new');
      await picture(page, `${colorScheme}-${width}-new`);
      await page.keyboard.press('Escape');
      await page.locator('#files-list').getByRole('button', { name: /^squats/ }).click();
      await page.has(SQUATS);
      await page.caret('squat 30s', true);
      await page.keyboard.press('Control+i');
      await page.locator('#about').waitFor();
      await findings(page, 'about');
      await picture(page, `${colorScheme}-${width}-about`);
      await page.keyboard.press('Escape');
      await page.caret('rest 15s');
      await page.keyboard.type('\n  rest 5m');
      await page.locator('#sum.old').waitFor();
      await findings(page, 'times of before');
      await page.keyboard.press('Escape');
      await page.area.fill(SQUATS);
      await page.settled();
      await page.route('**/api/changes', () => {});
      await page.reload();
      await page.has(SQUATS);
      page.write('squats.wod', SQUATS.replace('squat 30s', 'squat 40s'));
      await page.caret('squat 30s');
      await page.keyboard.type(' slow');
      await page.locator('#conflict').waitFor();
      await findings(page, 'conflict');
      await picture(page, `${colorScheme}-${width}-conflict`);
      await page.locator('#conflict').getByRole('button', { name: 'Keep mine' }).click();
      await page.settled();
      await page.running.now.end();
      await page.caret('rest 15s');
      await page.keyboard.type(' # x');
      await page.locator('#gone').waitFor();
      await findings(page, 'gone');
      await picture(page, `${colorScheme}-${width}-gone`);
    });
  }
}

// Letters of all kinds: what takes no room, what takes two cells, what goes from right to left, and lines too long.
const LETTERS = [
  'squat 3x10 rest 60s', '', '\ttab\tand tab', 'é à ñ ü ﬁ office', '深蹲 30s 日本語のテキスト', 'مرحبا squat שלום', '🏋️‍♀️ 👨‍👩‍👧‍👦 squat 💪', '   three blanks',
  'a line that is far too long for every screen, and is broken somewhere, and then again: '.repeat(4), `${'x'.repeat(400)}`, 'blanks at the end      ', '"text" # remark <> @ 60kg', 'e\u0301 combining', '',
];

for (const [width, height] of [[360, 740], [768, 1024], [1280, 800]]) {
  test(`the colours lie exactly over the letters at ${width} pixels`, async (t) => {
    const text = LETTERS.join('\n');
    const page = await studio(t, { 'letters.wod': text }, { context: { viewport: { width, height } } });
    await page.has(text);
    await page.locator('#remarks .remark').first().waitFor();
    // Line after line the layer is as high as a text area that has the same lines and no more.
    const heights = await page.evaluate(() => {
      const area = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'));
      const probe = /** @type {HTMLTextAreaElement} */ (area.cloneNode());
      area.parentElement.append(probe);
      probe.style.height = '0';
      probe.style.minHeight = '0';
      const lines = area.value.split('\n');
      const layer = [...document.querySelectorAll('#layer .line')].map((line) => line.getBoundingClientRect().bottom);
      const top = document.getElementById('layer').getBoundingClientRect().top + parseFloat(getComputedStyle(area).paddingTop);
      const below = parseFloat(getComputedStyle(area).paddingTop) + parseFloat(getComputedStyle(area).paddingBottom);
      const found = lines.map((_, index) => {
        probe.value = lines.slice(0, index + 1).join('\n');
        return [lines[index].slice(0, 20), Math.round(layer[index] - top), probe.scrollHeight - below];
      });
      probe.remove();
      return found;
    });
    assert.equal(heights.length, LETTERS.length);
    for (const [line, layer, area] of heights) assert.ok(Math.abs(layer - area) <= 1, `${line}: ${layer} in the layer, ${area} in the text`);
    assert.equal(await page.evaluate(() => document.getElementById('text').scrollTop), 0);
  });
}

test('the line that is written stays in sight, and so does what is said of it', async (t) => {
  const page = await studio(t, { 'long.wod': 'squat 10\n'.repeat(60) }, { context: { viewport: { width: 360, height: 740 } } });
  await page.has('squat 10\n'.repeat(60));
  await page.area.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('rest 5m\nplnk 30s\nrest 5m');
  await page.locator('#remarks .remark').nth(2).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => {
    const isIn = (inner, outer, top = outer.getBoundingClientRect().top) => {
      const box = inner.getBoundingClientRect();
      return box.top >= top - 1 && box.bottom <= outer.getBoundingClientRect().bottom + 1;
    };
    const around = document.getElementById('remarks-around');
    const remark = around.querySelector('.remark.here');
    const head = around.firstElementChild.getBoundingClientRect().bottom;
    const isSeen = remark && remark.getBoundingClientRect().top >= head - 1 && remark.getBoundingClientRect().top < around.getBoundingClientRect().bottom - 40;
    return isSeen && isIn(document.querySelector('.line.here'), document.getElementById('paper'));
  });
});

test('where people choose all colours, the text is the text area’s own', async (t) => {
  const page = await studio(t, FILES, { hash: '#broken.wod', context: { forcedColors: 'active' } });
  await page.locator('#remarks .remark').first().waitFor();
  const colours = await page.evaluate(() => ['text', 'layer'].map((id) => getComputedStyle(document.getElementById(id)).color));
  assert.notEqual(colours[0], 'rgba(0, 0, 0, 0)');
  assert.equal(colours[1], 'rgba(0, 0, 0, 0)');
  await picture(page, 'forced-colors');
});

test('the address and its code are shown where sharing was asked for', async (t) => {
  const page = await studio(t, { 'squats.wod': SQUATS }, { more: ['--share'] });
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'For phones in this network' });
  const address = await dialog.locator('#share-address').textContent();
  assert.ok(page.running.now.printed().includes(address));
  await dialog.getByRole('img', { name: `QR code of ${address}` }).waitFor();
  const alone = await studio(t);
  await alone.has(SQUATS);
  assert.ok(!(await alone.getByRole('button', { name: 'Share' }).isVisible()));
});

test('a key is answered at once, in a text of a thousand lines', async (t) => {
  const block = 'circuit rounds 3 <\n  squat 30s\n  rest 15s\n  lunge 30s alternating\n  rest 15s\n>\nbench press 3x8 @ 60kg rest 2min\nplank 3x30s rest 30s\nnote "Breathe."\n\n';
  const page = await studio(t, { 'long.wod': `title "Long"\n${block.repeat(100)}` });
  await page.locator('#remarks-count', { hasText: /./ }).waitFor();
  await page.area.focus();
  await page.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'));
    const at = area.value.indexOf('squat', area.value.length / 2);
    area.setSelectionRange(at, at);
    globalThis.times = [];
    // From the key to the frame in which it is drawn, and to the remarks.
    area.addEventListener('keydown', () => {
      const pressed = performance.now();
      const one = { drawn: 0, said: 0 };
      globalThis.times.push(one);
      requestAnimationFrame(() => setTimeout(() => (one.drawn = performance.now() - pressed)));
      new MutationObserver((_, observer) => {
        observer.disconnect();
        one.said = performance.now() - pressed;
      }).observe(document.getElementById('remarks-count'), { childList: true });
    }, { capture: true });
  });
  for (const letter of 'qwertzuiopasdfghjkly') {
    await page.keyboard.type(letter);
    await page.waitForFunction(() => globalThis.times.at(-1).said > 0);
  }
  const times = await page.evaluate(() => globalThis.times);
  // How much of it is the server's, which a build without optimisation makes slow.
  const looks = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/look')).map(({ duration }) => duration));
  for (const [name, all] of Object.entries({ drawn: times.map((one) => one.drawn), said: times.map((one) => one.said), 'of which looking': looks })) {
    const sorted = all.sort((one, other) => one - other);
    t.diagnostic(`${name}: ${sorted[sorted.length >> 1].toFixed(0)} ms, at most ${sorted.at(-1).toFixed(0)} ms`);
  }
  assert.equal(times.length, 20);
});
