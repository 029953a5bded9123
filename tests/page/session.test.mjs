// What an athlete does with the page, and what it shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './browser.mjs';
import { build, buildExample } from './program.mjs';

const lower = buildExample('lower')[0];
const reps = build('workout "Reps" < superset rounds 2 < squat 10; push-up 10 >; rest until ready; plank 30s >')[0];

test('start leads through the lead-in into the first stage', async (t) => {
  const page = await open(t, lower);
  assert.equal(await page.text('name'), 'Lower Body Blast');
  assert.equal(await page.text('digits'), '13:45');
  await page.click('#toggle');
  assert.equal(await page.text('name'), 'Get ready');
  assert.equal(await page.text('digits'), '0:10');
  assert.equal(await page.text('next-name'), 'Squat');
  await page.pass(10);
  assert.equal(await page.text('name'), 'Squat');
  assert.equal(await page.text('dose'), '30 s');
  assert.match(await page.text('where'), /Circuit\s+Round 1 of 5/);
  assert.equal(await page.text('digits'), '0:30');
  assert.equal(await page.text('next-name'), 'Rest');
  assert.equal(await page.text('next-how'), '15 s, then Single-leg balance, right leg');
  await page.pass(30 + 15);
  assert.equal(await page.text('name'), 'Single-leg balance');
  assert.equal(await page.text('side'), 'right leg');
  page.assertClean();
});

test('pause stops the clock, and the voice, until it goes on', async (t) => {
  const page = await open(t, lower);
  await page.click('#toggle');
  await page.pass(20);
  assert.equal(await page.cut(), 0);
  await page.click('#toggle');
  assert.equal(await page.cut(), 1);
  assert.equal(await page.text('toggle'), 'Go on');
  assert.equal(await page.text('under'), 'paused');
  await page.said();
  await page.pass(300);
  assert.equal(await page.text('digits'), '0:20');
  assert.deepEqual(await page.said(), []);
  await page.click('#toggle');
  await page.pass(5);
  assert.equal(await page.text('digits'), '0:15');
  assert.deepEqual(await page.said(), ['Halfway.']);
});

test('skip and back', async (t) => {
  const page = await open(t, lower);
  await page.click('#toggle');
  await page.click('#skip');
  assert.equal(await page.text('name'), 'Squat');
  await page.click('#skip');
  assert.equal(await page.text('name'), 'Rest');
  await page.click('#back');
  assert.equal(await page.text('name'), 'Squat');
  await page.pass(10);
  assert.equal(await page.text('digits'), '0:20');
  await page.click('#back');
  assert.equal(await page.text('digits'), '0:30');
});

test('starting over is asked about', async (t) => {
  const page = await open(t, lower);
  await page.click('#toggle');
  await page.pass(30);
  await page.click('#restart');
  await page.click('#restart-panel [data-close]');
  assert.equal(await page.text('name'), 'Squat');
  await page.click('#restart');
  await page.click('#restart-yes');
  assert.equal(await page.text('name'), 'Lower Body Blast');
  assert.equal(await page.text('toggle'), 'Start');
});

test('at the end there is a summary to copy', async (t) => {
  const page = await open(t, reps, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.click('#toggle');
  await page.pass(10);
  for (const seconds of [20, 30, 40]) {
    await page.pass(seconds);
    await page.click('#done');
  }
  await page.click('#skip');
  assert.equal(await page.text('name'), 'Rest');
  await page.pass(100);
  await page.click('#done');
  await page.pass(30);
  assert.ok(await page.seen('summary'));
  assert.ok(!(await page.seen('now')));
  assert.equal(await page.text('total'), '3:40');
  assert.equal(await page.locator('#results li').count(), 5);
  await page.click('#copy');
  await page.until(() => document.getElementById('copied').textContent !== '');
  assert.equal(await page.text('copied'), 'Copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), [
    'Reps: 3:40',
    '',
    'Superset A',
    '- Squat, 10, Round 1 of 2: 0:20',
    '- Push-up, 10, Round 1 of 2: 0:30',
    '- Squat, 10, Round 2 of 2: 0:40',
    '- Push-up, 10, Round 2 of 2: skipped',
    '- Plank, 30 s: 0:30',
    '',
  ].join('\n'));
  await page.click('#again');
  assert.equal(await page.text('toggle'), 'Start');
  page.assertClean();
});

test('a summary that may not be copied is there to be copied by hand', async (t) => {
  const page = await open(t, build('title "Hand"; squat 5s')[0], {
    before: () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  });
  await page.click('#toggle');
  await page.pass(20);
  await page.click('#copy');
  const marked = (area) => area.value.slice(area.selectionStart, area.selectionEnd);
  assert.match(await page.locator(':focus').evaluate(marked), /^Hand: 0:05\n/);
});

test('at the end there is nothing left to be done with', async (t) => {
  const page = await open(t, build('push-up 10')[0]);
  await page.click('#toggle');
  await page.click('#skip');
  await page.click('#done');
  assert.ok(await page.seen('summary'));
  assert.ok(!(await page.seen('done')));
  assert.equal(await page.text('toggle'), 'Start again');
  await page.click('#toggle');
  assert.equal(await page.text('name'), 'Get ready');
});

test('how long it takes is said no more exactly than is known', async (t) => {
  const length = async (name) => {
    const page = await open(t, buildExample(name)[0]);
    return `${await page.text('digits')} ${await page.text('under')}`;
  };
  assert.equal(await length('lower'), '13:45 in all');
  assert.equal(await length('fran'), '4:30 about');
  assert.equal(await length('session'), '16 minutes, about');
});

test('repetitions and an open rest end with done', async (t) => {
  const page = await open(t, reps);
  await page.click('#toggle');
  await page.pass(10);
  assert.ok(await page.seen('done'));
  await page.pass(300);
  assert.equal(await page.text('name'), 'Squat');
  assert.equal(await page.text('digits'), '5:00');
  assert.match(await page.text('under'), /^about \d+:\d\d$/);
  for (const next of ['Push-up', 'Squat', 'Push-up', 'Rest', 'Plank']) {
    await page.click('#done');
    assert.equal(await page.text('name'), next);
  }
  assert.ok(!(await page.seen('done')), 'a plank of 30 s ends by the clock');
});

test('a page that slept for 40 seconds is right at once', async (t) => {
  const page = await open(t, lower);
  await page.click('#toggle');
  await page.pass(15);
  await page.said();
  await page.sleep(40);
  // 45 s after the start: the squat and the rest are over.
  assert.equal(await page.text('name'), 'Single-leg balance');
  assert.equal(await page.text('digits'), '0:30');
  assert.deepEqual(await page.said(), ['Single-leg balance, right leg, 30 seconds. Round 1.']);
  assert.equal(await page.text('elapsed'), '0:45 of 13:45');
});

test('a computer that slept, whose steady clock stood still, is right too', async (t) => {
  const page = await open(t, lower, {
    before: () => {
      const steady = performance.now.bind(performance);
      globalThis.slept = 0;
      performance.now = () => steady() - globalThis.slept;
    },
  });
  await page.click('#toggle');
  await page.pass(15);
  await page.evaluate(() => (globalThis.slept += 40_000));
  await page.sleep(40);
  await page.pass(0.2);
  assert.equal(await page.text('name'), 'Single-leg balance');
  assert.equal(await page.text('digits'), '0:30');
});

test('coming back to a hidden page shows what is on at once', async (t) => {
  const page = await open(t, lower, {
    before: () => {
      const later = setInterval;
      Object.assign(globalThis, { setInterval: (callback, ms) => later(() => globalThis.isHidden || callback(), ms) });
      const frame = requestAnimationFrame;
      globalThis.requestAnimationFrame = (callback) => frame((now) => globalThis.isHidden || callback(now));
    },
  });
  await page.click('#toggle');
  await page.pass(15);
  await page.evaluate(() => (globalThis.isHidden = true));
  await page.pass(40);
  assert.equal(await page.text('name'), 'Squat');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  assert.equal(await page.text('name'), 'Single-leg balance');
});

test('a reload in the middle goes on by the clock', async (t) => {
  const page = await open(t, lower);
  await page.click('#toggle');
  await page.pass(20);
  await page.comeBack();
  assert.equal(await page.text('name'), 'Squat');
  assert.equal(await page.text('digits'), '0:20');
  assert.equal(await page.text('toggle'), 'Pause');
  await page.pass(5);
  assert.deepEqual(await page.said(), ['Halfway.'], 'and what was said is not said again');
  await page.click('#toggle');
  await page.comeBack();
  await page.pass(60);
  assert.equal(await page.text('toggle'), 'Go on', 'what was paused stays paused');
  assert.equal(await page.text('digits'), '0:15');
  page.assertClean();
});

test('a reload keeps rounds, what was swapped, and what is muted', async (t) => {
  const page = await open(t, buildExample('cindy')[0]);
  await page.click('#voice');
  await page.click('#toggle');
  await page.click('#skip');
  await page.click('#done');
  await page.click('#done');
  await page.click('#swap');
  await page.click('#swap-list button:has-text("Knee push-up")');
  await page.comeBack();
  assert.equal(await page.text('round-count'), '2');
  assert.match(await page.text('inside'), /Knee push-up/);
  assert.equal(await page.getAttribute('#voice', 'aria-pressed'), 'false');
  await page.pass(60);
  assert.deepEqual(await page.said(), []);
});

test('who was away for long finds the session where it was left; the next day a new one', async (t) => {
  const page = await open(t, lower);
  await page.click('#toggle');
  await page.pass(20);
  await page.comeBack({ after: 3600 });
  assert.equal(await page.text('toggle'), 'Go on');
  assert.equal(await page.text('digits'), '0:20');
  await page.comeBack({ after: 13 * 3600 });
  assert.equal(await page.text('toggle'), 'Start');
});

const keyOf = (page) => page.evaluate(() => `wodc:session:${JSON.parse(document.getElementById('playbook').textContent).key}`);
const stored = (page, key) => page.evaluate((key) => localStorage.getItem(key), key);

test('what others have put in store breaks nothing', async (t) => {
  const page = await open(t, lower);
  const key = await keyOf(page);
  for (const bad of ['{', 'null', '7', '[]', '"x"', '{"state":{}}', '{"at":1,"now":0,"state":null}']) {
    await page.comeBack({ entries: [[key, bad], ['wodc:tastes', bad]] });
    assert.equal(await page.text('toggle'), 'Start', bad);
    assert.equal(await stored(page, key), null, bad);
  }
  await page.comeBack({ entries: [['wodc:tastes', '{"voice":7,"beeps":"no","projector":[1],"theme":"pink"}']] });
  assert.equal(await page.getAttribute('#voice', 'aria-pressed'), 'true');
  assert.equal(await page.getAttribute('#projector', 'aria-pressed'), 'false');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined);
  page.assertClean();
});

test('a kept session with one thing in it that cannot be is not taken up', async (t) => {
  const page = await open(t, lower);
  const key = await keyOf(page);
  await page.click('#toggle');
  await page.pass(20);
  await page.click('#swap');
  await page.click('#swap-list button:has-text("Chair squat")');
  await page.pass(4);
  await page.click('#skip');
  await page.pass(4);
  await page.comeBack();
  const good = JSON.parse(await stored(page, key));
  const isTakenUp = (kept) => page.evaluate(([key, kept]) => {
    localStorage.setItem(key, JSON.stringify(kept));
    return wodc.store.session(JSON.parse(document.getElementById('playbook').textContent), Date.now()) !== null;
  }, [key, kept]);
  await page.comeBack({ entries: [[key, JSON.stringify({ ...good, state: { ...good.state, told: -1 } })]] });
  assert.equal(await page.text('toggle'), 'Start', 'what is spoilt is not taken up');
  await page.comeBack({ entries: [[key, JSON.stringify(good)]] });
  assert.equal(await page.text('name'), 'Rest', 'what was kept is');
  const others = [null, true, 'x', [], {}];
  const bad = {
    phase: [...others, 1, 'ready', 'rest', 'end', 'lead_in', 'constructor'],
    index: [...others, -1, 0.5, 1e9],
    began: [...others, good.now + 3_600_000],
    paused: [true, 'x', [], {}, -1],
    told: [...others, -1, 0.5],
    heard: [...others, -2],
    beat: [...others, -1],
    rounds: [...others, -1, 0.5],
    active: [...others, -1],
    log: [
      null, true, 'x', [],
      { x: { ms: 1 } }, { '-1': { ms: 1 } }, { 0.5: { ms: 1 } }, { 100000: { ms: 1 } },
      ...[null, 7, 'x', [], {}, { ms: null }, { ms: -1 }, { ms: 'x' }, { ms: 1, skipped: 'x' }, { ms: 1, rounds: -1 },
        { ms: 1, rounds: 0.5 }, { ms: 1, swap: -1 }, { ms: 1, swap: 0.5 }, { ms: 1, swap: 99 }].map((entry) => ({ 0: entry })),
    ],
    swaps: [null, true, 'x', [], ...[null, true, 'x', -1, 0.5, 99].map((swap) => ({ [Object.keys(good.state.swaps)[0]]: swap })), { x: 0 }],
  };
  assert.deepEqual(Object.keys(bad).sort(), Object.keys(good.state).sort(), 'each field is spoilt');
  for (const [field, values] of Object.entries(bad)) {
    for (const value of [...values, undefined]) {
      const spoilt = { ...good, state: { ...good.state, [field]: value } };
      assert.ok(!(await isTakenUp(spoilt)), `${field}: ${JSON.stringify(value)}`);
    }
  }
  for (const field of ['at', 'now']) {
    for (const value of [undefined, ...others]) assert.ok(!(await isTakenUp({ ...good, [field]: value })), `${field}: ${JSON.stringify(value)}`);
  }
  assert.ok(await isTakenUp(good), 'and it was good all the time');
  page.assertClean();
});

test('sessions that nobody will take up do not stay in store', async (t) => {
  const page = await open(t, lower);
  const mine = await keyOf(page);
  const at = await page.evaluate(() => Date.now());
  const hours = (n) => JSON.stringify({ at: at + n * 3_600_000, now: 0, state: {} });
  const other = (name) => `wodc:session:${name}`;
  await page.click('#toggle');
  await page.pass(20);
  await page.comeBack({
    entries: [
      [other('yesterday'), hours(-13)],
      [other('next-year'), hours(24 * 365)],
      [other('broken'), '{'],
      [other('nothing'), 'null'],
      [other('timeless'), '{"state":{}}'],
      [other('today'), hours(-2)],
      ['wodc:tastes', '{"beeps":false}'],
      ['another-page', 'x'],
    ],
  });
  const left = await page.evaluate(() => Object.keys(localStorage).sort());
  const others = left.filter((key) => !key.startsWith('wodc:results:'));
  assert.deepEqual(others, ['another-page', mine, other('today'), 'wodc:tastes'].sort());
  assert.equal(await page.text('toggle'), 'Pause', 'and the own one goes on');
});

test('what is said together is said, all of it', async (t) => {
  const page = await open(t, lower);
  await page.evaluate(() => {
    wodc.voice.say('First.');
    wodc.voice.say('Second.');
    wodc.voice.say('Third.');
  });
  assert.deepEqual(await page.said(), ['First.', 'Second.', 'Third.']);
  assert.equal(await page.cut(), 0);
});

test('a page that goes says no more', async (t) => {
  const page = await open(t, lower);
  await page.evaluate(() => (heard.isSlow = true));
  await page.evaluate(() => wodc.voice.say('Still at it.'));
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  assert.equal(await page.cut(), 1);
});

test('a slow voice finishes what it says, but does not fall behind', async (t) => {
  const page = await open(t, lower);
  const say = (text) => page.evaluate((text) => wodc.voice.say(text), text);
  await page.evaluate(() => (heard.isSlow = true));
  await say('A long one.');
  await page.pass(1);
  await say('Halfway.');
  await page.pass(1);
  await say('Ten seconds.');
  assert.equal(await page.cut(), 0, 'what waits for a moment waits');
  await page.evaluate(() => heard.next());
  await page.pass(2.5);
  await say('Rest.');
  assert.equal(await page.cut(), 1, 'what has waited for longer is not said any more');
  assert.deepEqual(await page.said(), ['A long one.', 'Halfway.', 'Rest.']);
});

test('without storage the page works', async (t) => {
  const page = await open(t, lower, {
    before: () => Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new Error('denied'); } }),
  });
  await page.click('#toggle');
  await page.pass(20);
  assert.equal(await page.text('name'), 'Squat');
  page.assertClean();
});

test('for time runs up to its cap', async (t) => {
  const page = await open(t, build('workout "x" < for time "Chipper" cap 3min < squat 50; push-up 30 >; plank 20s >')[0]);
  await page.click('#toggle');
  await page.click('#skip');
  assert.equal(await page.text('name'), 'Chipper');
  assert.match(await page.text('inside'), /Squat 50.*Push-up 30/s);
  await page.pass(70);
  assert.equal(await page.text('digits'), '1:10');
  assert.equal(await page.text('under'), '1:50 left');
  assert.ok(await page.seen('done'));
  await page.pass(110);
  assert.equal(await page.text('name'), 'Plank');
});

test('an AMRAP counts rounds, and takes one back', async (t) => {
  const page = await open(t, buildExample('cindy')[0]);
  await page.click('#toggle');
  await page.click('#skip');
  for (let nth = 0; nth < 3; nth += 1) await page.click('#done');
  assert.equal(`${await page.text('round-count')} ${await page.text('round-word')}`, '3 rounds');
  await page.click('#uncount');
  assert.equal(await page.text('round-count'), '2');
  await page.pass(20 * 60);
  assert.match(await page.text('results'), /2 rounds in 20:00/);
});

test('an EMOM has its slots in a row', async (t) => {
  const page = await open(t, buildExample('emom-two-movements')[0]);
  await page.click('#toggle');
  await page.click('#skip');
  assert.equal(await page.locator('#slots li').count(), 12);
  assert.equal(await page.text('slots'), '123456789101112');
  assert.equal(await page.locator('#slots [aria-current]').textContent(), '1');
  assert.equal(await page.text('name'), 'Kettlebell swing');
  assert.equal(await page.text('dose'), '12');
  await page.pass(60);
  assert.equal(await page.locator('#slots [aria-current]').textContent(), '2');
  assert.equal(await page.text('name'), 'Burpee');
});

test('a tempo is shown and ticked', async (t) => {
  const page = await open(t, build('squat 5 tempo 3-1-X-0')[0]);
  await page.click('#toggle');
  await page.click('#skip');
  await page.beeped();
  const on = () => page.locator('#phases [data-on="true"]').textContent();
  assert.equal(await on(), 'Down1');
  await page.run(2);
  assert.equal(await on(), 'Down3');
  await page.run(1);
  assert.equal(await on(), 'Hold1');
  await page.run(1);
  assert.equal(await on(), 'Upfast');
  await page.run(1);
  assert.equal(await page.text('rep'), 'Repetition 2');
  // Two seconds down, the hold, up, and down again.
  assert.equal((await page.beeped()).length, 5);
  await page.run(2);
  await page.click('#beat');
  assert.equal(await page.text('rep'), 'Repetition 1');
});

test('something else is done from here on', async (t) => {
  const page = await open(t, buildExample('lower')[0]);
  await page.click('#toggle');
  await page.click('#skip');
  await page.click('#swap');
  assert.deepEqual(await page.locator('#swap-list .movement').allTextContents(), ['Squat', 'Half squat', 'Chair squat']);
  await page.pass(3);
  await page.click('#swap-list button:has-text("Chair squat")');
  assert.equal(await page.text('name'), 'Chair squat');
  assert.equal(await page.text('digits'), '0:27', 'the clock goes on');
  await page.said();
  await page.pass(27 + 15 + 60 + 15 + 30 + 15);
  assert.equal(await page.text('name'), 'Chair squat', 'in the second round too');
  const said = await page.said();
  assert.ok(said.includes('Round 2 of 5. Chair squat, 30 seconds.'), said.join('\n'));
  await page.click('#swap');
  await page.click('#swap-list button:has-text("as written")');
  assert.equal(await page.text('name'), 'Squat');
});

test('voice and beeps are muted each by itself', async (t) => {
  const page = await open(t, lower);
  await page.keyboard.press('m');
  await page.click('#toggle');
  await page.pass(15);
  assert.ok((await page.said()).length > 3);
  assert.deepEqual(await page.beeped(), []);
  await page.keyboard.press('m');
  await page.keyboard.press('v');
  await page.pass(30);
  assert.deepEqual(await page.said(), []);
  assert.ok((await page.beeped()).length >= 4);
});

test('the screen is held awake while a session runs, and again on return', async (t) => {
  const page = await open(t, lower, {
    before: () => {
      globalThis.locks = [];
      const request = async () => {
        const lock = Object.assign(new EventTarget(), {
          released: false,
          release: async () => {
            lock.released = true;
            lock.dispatchEvent(new Event('release'));
          },
        });
        globalThis.locks.push(lock);
        return lock;
      };
      Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    },
  });
  const locks = () => page.evaluate(() => globalThis.locks.map((lock) => lock.released === true));
  assert.deepEqual(await locks(), []);
  await page.click('#toggle');
  assert.deepEqual(await locks(), [false]);
  // The browser lets go of it when the page is hidden.
  await page.evaluate(() => globalThis.locks[0].release());
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.pass(0.2);
  assert.deepEqual(await locks(), [true, false]);
  await page.click('#toggle');
  assert.deepEqual(await locks(), [true, true]);
});
