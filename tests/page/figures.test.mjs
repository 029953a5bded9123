// The drawn movements: which is shown when, for eyes and for ears, and whether it moves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './browser.mjs';
import { build, buildExample } from './program.mjs';

const shown = (page) => page.evaluate(() => {
  const figure = document.querySelector('#figure');
  return /** @type {HTMLElement} */ (figure).hidden ? null : figure.querySelector('title').textContent;
});

test('the figure is that of the movement and, in a rest, of the next one', async (t) => {
  const page = await open(t, buildExample('lower')[0]);
  assert.equal(await shown(page), 'Figure: from stand to squat');
  await page.click('#toggle');
  for (const [name, figure] of [
    ['Squat', 'Figure: from stand to squat'],
    ['Rest', 'Figure: balance right'],
    ['Single-leg balance', 'Figure: balance right'],
  ]) {
    await page.click('#skip');
    assert.equal(await page.text('name'), name);
    assert.equal(await shown(page), figure);
  }
  assert.deepEqual(page.wrong, []);
});

test('a movement without a figure has none, and so have several at a time', async (t) => {
  const page = await open(t, build('movement "Zorp" < pattern core >\nZorp 10\nsquat 10\namrap 5min < squat 5; push-up 5 >')[0]);
  await page.click('#toggle');
  await page.click('#skip');
  assert.equal(await page.text('name'), 'Zorp');
  assert.equal(await shown(page), null);
  await page.click('#skip');
  assert.equal(await shown(page), 'Figure: from stand to squat');
  await page.click('#skip');
  assert.equal(await shown(page), null);
});

test('a coach’s own figure is shown, with a text for those who cannot see it', async (t) => {
  const page = await open(t, build('pose "low" as squat < hip 118 knee 126 >\nmovement "Zorp" < pattern squat; figure stand to low >\nZorp 10')[0]);
  assert.equal(await shown(page), 'Figure: from stand to low');
  const roles = await page.evaluate(() => [...document.querySelectorAll('.figure')].map((one) => [one.getAttribute('role'), one.querySelector('title').textContent]));
  assert.ok(roles.length >= 2);
  for (const [role, title] of roles) assert.deepEqual([role, title], ['img', 'Figure: from stand to low']);
});

const animations = (page) => page.evaluate(() => document.querySelector('#figure').getAnimations({ subtree: true }).length);

test('it moves, but not where motion is not wanted, nor where it is held', async (t) => {
  const source = 'squat 10; plank 30s';
  assert.equal(await animations(await open(t, build(source)[0])), 0);
  const page = await open(t, build(source)[0], { reducedMotion: 'no-preference' });
  assert.equal(await animations(page), 2);
  await page.click('#toggle');
  await page.click('#skip');
  await page.click('#skip');
  assert.equal(await page.text('name'), 'Plank');
  assert.equal(await animations(page), 0);
});

test('without figures there are none anywhere, and large ones are larger', async (t) => {
  const source = 'squat 10';
  const none = await open(t, build(source, ['html'], 'workout', ['--figures', 'none'])[0]);
  assert.equal(await none.evaluate(() => document.querySelectorAll('.figure').length), 0);
  assert.equal(await shown(none), null);
  const height = async (more) => {
    const page = await open(t, build(source, ['html'], 'workout', more)[0]);
    await page.click('#show-sheet');
    return page.evaluate(() => document.querySelector('#sheet .figure').getBoundingClientRect().height);
  };
  assert.ok((await height(['--figures', 'large'])) > 1.5 * (await height([])));
});

for (const [width, height] of [[320, 568], [360, 640], [844, 390], [1280, 800]]) {
  test(`it fits ${width} by ${height}`, async (t) => {
    const page = await open(t, buildExample('lower')[0], { viewport: { width, height } });
    await page.click('#toggle');
    await page.click('#skip');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide}`);
    const box = await page.evaluate(() => document.querySelector('#figure').getBoundingClientRect().toJSON());
    assert.ok(box.left >= 0 && box.right <= width, JSON.stringify(box));
  });
}
