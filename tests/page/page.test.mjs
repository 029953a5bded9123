// What holds of every page: nothing is asked for, everything is shown as written, it fits, and hands and ears suffice.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { open } from './browser.mjs';
import { build, buildExample, examples, playbook } from './program.mjs';

const HOSTILE = [
  '</script><img src=x onerror="globalThis.hit=1">',
  '<script>globalThis.hit=1</script>',
  '<!--<script>',
  '<style>*{display:none}</style>',
  '#include <stdio.h>',
  '$x$ $(touch x)',
  'a\\b\\u003cimg src=x onerror=globalThis.hit=1\\u003e',
  'a | b',
  '&lt;b&gt; &amp; &#60;',
  "' onfocus='globalThis.hit=1' autofocus='",
  '{{constructor}} ${7*7} `x`',
  '🏋️‍♀️ 💪🏽 👩‍👩‍👧',
  'שלום עולם (10) مرحبا',
  '\u2028line\u2029paragraph',
  'javascript:globalThis.hit=1',
  '__proto__',
];

const quoted = (text) => `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

for (const text of HOSTILE) {
  test(`shown as written, and nothing else: ${text}`, async (t) => {
    const name = squeezed(text);
    const source = [
      `title ${quoted(text)}`,
      `movement ${quoted(name)} < cue ${quoted(`know ${text}`)}; why ${quoted(`why ${text}`)}; easier ${quoted(`easy ${name}`)} >`,
      `note ${quoted(text)}`,
      `circuit ${quoted(text)} rounds 2 < ${quoted(name)} 30s ${quoted(`cue ${text}`)}; rest 10s >`,
      `record ${quoted(text)}`,
    ].join('\n');
    let page;
    try {
      page = await open(t, build(source)[0]);
    } catch (error) {
      // What the language has no place for is refused in words, by its name.
      assert.match(String(error.stderr), /control-character|name-character|movement/, String(error.stderr));
      t.skip('not a text of this language');
      return;
    }
    const shown = async (id) => squeezed(await page.text(id));
    const capitalised = name[0].toUpperCase() + name.slice(1);
    assert.equal(squeezed(await page.title()), name);
    assert.equal(await shown('title'), name);
    assert.equal(await shown('note'), name);
    const sheet = squeezed(await page.evaluate(() => document.getElementById('sheet').textContent));
    for (const part of [name, `know ${name}`, `why ${name}`, `cue ${name}`, `easy ${name}`]) {
      assert.ok(sheet.includes(part), `${part} in ${sheet}`);
    }
    await page.click('#toggle');
    await page.click('#skip');
    assert.equal((await shown('name')).toLowerCase(), capitalised.toLowerCase());
    assert.ok((await shown('cues')).includes(`cue ${name}`));
    await page.click('#swap');
    assert.ok(squeezed(await page.text('swap-list')).includes(`asy ${name}`));
    await page.keyboard.press('Escape');
    for (let nth = 0; nth < 4; nth += 1) await page.click('#skip');
    assert.ok(squeezed(await page.text('results')).toLowerCase().includes(name.toLowerCase()));
    assert.equal(await page.evaluate(() => globalThis.hit), undefined);
    assert.equal(await page.locator('img').count(), 0);
    page.assertClean();
  });
}

test('a script that does not belong to the page does not run', async (t) => {
  const [file] = buildExample('one-liner');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace('</body>', '<script>globalThis.hit=1</script><p style="color:red">x</p></body>'));
  const page = await open(t, file);
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
  assert.equal(page.wrong.length, 2, page.wrong.join('\n'));
  assert.ok(page.wrong.every((line) => /Content Security Policy/.test(line)));
});

test('the keyboard suffices, and the focus is never lost', async (t) => {
  const page = await open(t, build('workout "Keys" < squat 10; rest 10s; amrap 1min < push-up 5 >; plank 20s >')[0]);
  const focus = () => page.evaluate(() => document.activeElement.id);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Space');
  assert.equal(await page.text('toggle'), 'Pause');
  await press('ArrowRight');
  assert.equal(await page.text('name'), 'Squat');
  // By Tab to the button, and pressed there: it goes away, and the focus goes on to one that stays.
  for (let nth = 0; nth < 30 && (await focus()) !== 'done'; nth += 1) await press('Tab');
  assert.equal(await focus(), 'done');
  await press('Enter');
  assert.equal(await page.text('name'), 'Rest');
  assert.equal(await focus(), 'toggle');
  await press('Space');
  assert.equal(await page.text('toggle'), 'Go on');
  await press('Space', 'n');
  await press('d', 'd', 'u');
  assert.equal(await page.text('round-count'), '1');
  await press('o');
  assert.ok(await page.seen('swap-panel'));
  await press('Tab', 'Enter');
  assert.ok(!(await page.seen('swap-panel')));
  await press('?');
  assert.ok(await page.seen('help-panel'));
  await press('d');
  assert.equal(await page.text('round-count'), '1', 'a panel has the keys to itself');
  await press('Escape');
  assert.ok(!(await page.seen('help-panel')));
  await press('s');
  assert.ok(await page.seen('sheet'));
  assert.equal(await focus(), 'show-player');
  await press('s');
  assert.ok(!(await page.seen('sheet')));
  assert.equal(await focus(), 'show-sheet');
  await press('p');
  assert.equal(await page.getAttribute('html', 'data-projector'), 'true');
  await press('p', 't');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  await press('b', 'b', 'n', 'n', 'n', 'n');
  assert.ok(await page.seen('summary'));
  await press('r');
  assert.equal(await page.text('toggle'), 'Start');
  page.assertClean();
});

test('the keys of the timer rest while the sheet is shown', async (t) => {
  const page = await open(t, buildExample('lower')[0], { viewport: { width: 600, height: 300 } });
  await page.keyboard.press('s');
  await page.locator(':focus').blur();
  for (const key of ['Space', 'ArrowRight', 'n', 'd', 'ArrowLeft', 'Space']) await page.keyboard.press(key);
  await page.run(1);
  assert.ok(await page.evaluate(() => scrollY > 0), 'the space bar turns the page');
  await page.keyboard.press('s');
  assert.equal(await page.text('toggle'), 'Start');
  assert.deepEqual(await page.said(), []);
  page.assertClean();
});

test('a held key does its work once', async (t) => {
  const page = await open(t, buildExample('lower')[0]);
  await page.keyboard.press('Space');
  await page.keyboard.down('ArrowRight');
  await page.keyboard.down('ArrowRight');
  await page.keyboard.down('ArrowRight');
  assert.equal(await page.text('name'), 'Squat');
});

test('a screen reader hears what begins, and no seconds', async (t) => {
  const page = await open(t, buildExample('lower')[0]);
  await page.evaluate(() => {
    globalThis.announced = [];
    const live = document.getElementById('announce');
    new MutationObserver(() => globalThis.announced.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
  });
  await page.click('#toggle');
  await page.pass(10 + 30 + 15);
  await page.click('#toggle');
  assert.deepEqual(await page.evaluate(() => globalThis.announced), [
    'Get ready',
    'Squat, 30 s. Round 1 of 5',
    'Rest, 15 s. Round 1 of 5',
    'Single-leg balance, right leg, 30 s. Round 1 of 5',
    'Paused. Single-leg balance, right leg, 30 s. Round 1 of 5',
  ]);
  const lively = await page.locator('[aria-live], [role="status"], [role="alert"], [role="timer"]').evaluateAll((all) =>
    all.filter((one) => one.getAttribute('aria-live') !== 'off').map((one) => one.id));
  assert.deepEqual(lively.sort(), ['announce', 'copied', 'results-heard', 'results-said', 'silent']);
});

test('every control has a name, a role and room for a finger', async (t) => {
  const page = await open(t, buildExample('all-the-blocks')[0], { viewport: { width: 360, height: 740 } });
  await page.click('#toggle');
  await page.click('#skip');
  const problems = () => page.evaluate(() => {
    const found = [];
    const ids = new Set();
    for (const one of document.querySelectorAll('[id]')) {
      if (ids.has(one.id)) found.push(`two of #${one.id}`);
      ids.add(one.id);
    }
    for (const one of document.querySelectorAll('button, a[href], textarea, [tabindex="0"], dialog, [role="img"], [role="group"], section')) {
      const by = one.getAttribute('aria-labelledby');
      const name = one.getAttribute('aria-label') ?? (by ? by.split(' ').map((id) => document.getElementById(id).textContent).join(' ') : null) ?? one.textContent;
      if (name.trim() === '') found.push(`no name: ${one.outerHTML.slice(0, 80)}`);
    }
    for (const one of document.querySelectorAll('[aria-labelledby], [aria-controls], [aria-describedby]')) {
      for (const id of (one.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)) if (!document.getElementById(id)) found.push(`nothing has the id ${id}`);
    }
    for (const one of document.querySelectorAll('#player button')) {
      const { width, height } = one.getBoundingClientRect();
      if (width > 0 && (width < 48 || height < 48)) found.push(`small: #${one.id} ${width}x${height}`);
    }
    const titles = [...document.querySelectorAll('h1, [role="heading"][aria-level="1"]')];
    if (titles.filter((one) => one.checkVisibility({ visibilityProperty: true })).length !== 1) found.push('one title');
    if (!document.documentElement.lang) found.push('no lang');
    return found;
  });
  const { stages } = playbook(buildExample('all-the-blocks')[0]);
  for (let nth = 0; nth < stages.length; nth += 1) {
    assert.deepEqual(await problems(), [], `stage ${nth}`);
    await page.keyboard.press('n');
  }
  assert.ok(await page.seen('summary'));
  assert.deepEqual(await problems(), []);
  page.assertClean();
});

test('text stands out enough, in the dark too', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    for (const projector of [false, true]) {
      const page = await open(t, buildExample('cindy')[0], { colorScheme });
      if (projector) await page.keyboard.press('p');
      await page.keyboard.press('Space');
      await page.keyboard.press('n');
      const weak = await page.evaluate(() => {
        const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
        const light = (colour) => {
          const [r, g, b] = parts(colour).map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = (one) => {
          for (let at = one; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (parts(colour)[3] !== 0) return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        const found = [];
        for (const one of document.querySelectorAll('#player *')) {
          const own = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
          if (!own || !one.checkVisibility() || one.closest('[aria-disabled="true"]')) continue;
          const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
          const contrast = (a + 0.05) / (b + 0.05);
          if (contrast < 4.5) found.push(`${one.id || one.className} ${contrast.toFixed(2)}`);
        }
        return found;
      });
      assert.deepEqual(weak, [], `${colorScheme}, projector ${projector}`);
    }
  }
});

const LONG = 'Alternating single-arm dumbbell snatch from the hang with a pause above the knees';
const long = build([
  `title ${quoted(`${LONG}, and then some more of it`)}`,
  `movement "${LONG}" < cue "Keep the back long and the bell close"; easier "Kettlebell deadlift from a raised surface, with a longer pause" >`,
  `movement "${'Donaudampfschifffahrt'.repeat(3)}" < cue "x" >`,
  `circuit "A block with a rather long name of its own" rounds 12 < "${LONG}" 10 per arm @ 2x22.5kg tempo 3-1-X-0; "${'Donaudampfschifffahrt'.repeat(3)}" 30s >`,
  `emom 40min < "${LONG}" 5 @ 22.5kg; squat 10; push-up 5 >`,
].join('\n'))[0];

for (const [width, height] of [[320, 568], [360, 640], [390, 844], [844, 390], [667, 375], [768, 1024], [1280, 800], [1920, 1080], [3840, 2160]]) {
  test(`it fits ${width} by ${height}`, async (t) => {
    for (const file of [long, buildExample('all-the-blocks')[0]]) {
      const page = await open(t, file, { viewport: { width, height } });
      const fits = async (state) => {
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${state}: ${wide} wide`);
        const out = await page.evaluate(() => [...document.querySelectorAll('#player *, #sheet *')].filter((one) => {
          if (!one.checkVisibility() || one.closest('svg, .unseen, .sheet-tools, thead')) return false;
          const { left, right, width } = one.getBoundingClientRect();
          return width > 0 && (left < -1 || right > innerWidth + 1);
        }).map((one) => `${one.tagName}#${one.id}.${one.className}`));
        assert.deepEqual(out, [], state);
        // The buttons that run the workout are always in sight.
        for (const id of (await page.seen('toggle')) ? ['toggle', 'skip', 'back'] : []) {
          const box = await page.locator(`#${id}`).boundingBox();
          assert.ok(box.y >= 0 && box.y + box.height <= height + 1, `${state}: #${id} is out of sight`);
        }
        // Each says its word in one line, and the strip lies above them.
        const broken = await page.evaluate(() => [...document.querySelectorAll('.controls button')].filter((one) => {
          if (!one.checkVisibility() || one.querySelector('svg')) return false;
          const words = document.createRange();
          words.selectNodeContents(one);
          return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size > 1 || one.scrollWidth > one.clientWidth;
        }).map((one) => one.id));
        assert.deepEqual(broken, [], `${state}: the words of buttons are broken`);
        if (await page.seen('strip')) {
          const strip = await page.locator('#strip').boundingBox();
          const controls = await page.locator('.controls').boundingBox();
          assert.ok(strip.y + strip.height <= controls.y + 1, `${state}: the strip lies behind the buttons`);
        }
        // How much is to be done is in sight, whatever its name, and above what fades out.
        const hidden = await page.evaluate(() => {
          const { bottom } = document.querySelector('.what').getBoundingClientRect();
          const all = ['name', 'side', 'dose'].map((id) => document.getElementById(id));
          return all.filter((one) => one.checkVisibility() && one.textContent !== '' && one.getBoundingClientRect().bottom > bottom - 9).map((one) => one.id);
        });
        assert.deepEqual(hidden, [], `${state}: out of sight`);
        // And where there is any height, so is the clock.
        if (height >= 480 && (await page.seen('dial'))) {
          const dial = await page.locator('#dial').boundingBox();
          const controls = await page.locator('.controls').boundingBox();
          assert.ok(dial.y >= 0 && dial.y + dial.height <= controls.y + 1, `${state}: the clock is out of sight`);
          // And of the movement's name at least the first line.
          const name = await page.locator('#name').boundingBox();
          const what = await page.locator('.what').boundingBox();
          assert.ok(name.y + 16 <= what.y + what.height, `${state}: the name is out of sight`);
        }
      };
      await fits('ready');
      await page.keyboard.press('Space');
      await page.keyboard.press('n');
      const kinds = new Set();
      for (const [nth, stage] of playbook(file).stages.slice(0, 120).entries()) {
        const kind = `${stage.kind} ${stage.ends} ${stage.inside?.length ?? 0}`;
        if (!kinds.has(kind)) {
          kinds.add(kind);
          await fits(`stage ${nth}`);
          await page.keyboard.press('p');
          await fits(`stage ${nth}, projector`);
          await page.keyboard.press('p');
        }
        await page.keyboard.press('n');
      }
      await page.keyboard.press('s');
      await fits('sheet');
      // No table is scrolled or cut, and no word of its heads or of the facts is broken.
      const cut = await page.evaluate(() => {
        const lines = (one) => {
          const words = document.createRange();
          words.selectNodeContents(one);
          return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
        };
        const isCut = (one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1;
        return [
          ...[...document.querySelectorAll('#sheet table, #sheet td, #sheet .cell')].filter(isCut),
          ...[...document.querySelectorAll('#sheet dt, #sheet th')].filter((one) => lines(one) > one.textContent.trim().split(/\s+/).length),
        ].map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`);
      });
      assert.deepEqual(cut, [], 'cut or broken on the sheet');
      // And what is written on the strip can be read.
      const small = await page.evaluate(() => [...document.querySelectorAll('#sheet .strip text')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.getBoundingClientRect().height)
        .filter((height) => height < 9));
      assert.deepEqual(small, [], 'too small on the strip');
    }
  });
}

test('digits change without anything moving', async (t) => {
  const page = await open(t, build('squat 75s')[0]);
  await page.keyboard.press('Space');
  await page.keyboard.press('n');
  const places = () => page.evaluate(() => ['name', 'dial', 'next', 'strip', 'toggle'].map((id) => {
    const { x, y, width, height } = document.getElementById(id).getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join();
  }));
  const before = await places();
  for (let nth = 0; nth < 20; nth += 1) {
    await page.pass(3);
    assert.deepEqual(await places(), before);
  }
});

test('in print it is the sheet', async (t) => {
  const page = await open(t, buildExample('session')[0]);
  for (const [format, size] of Object.entries({ A4: /595(\.\d+)? x 84[12]/, Letter: /612(\.\d+)? x 792/ })) {
    const path = `${page.url.replace('file://', '')}.${format}.pdf`;
    await page.pdf({ path, format, preferCSSPageSize: true });
    assert.match(execFileSync('pdfinfo', [path], { encoding: 'utf8' }), size);
    const text = squeezed(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
    for (const part of ['Tuesday Session', 'Date', 'Equipment', 'Strength', '3 rounds.', 'Goblet squat', '16–24 kg', 'How it felt', 'Easier']) {
      assert.ok(text.includes(part), `${part} in ${text.slice(0, 800)}`);
    }
    assert.ok(!text.includes('Voice') && !/\bStart\b/.test(text), 'no buttons on paper');
  }
});

test('a long table is printed with its head on each page, and no row is cut', async (t) => {
  const rows = Array.from({ length: 90 }, (_, nth) => `"Move ${String(nth).padStart(2, '0')}" ${nth + 1} "Cue ${String(nth).padStart(2, '0')}"`);
  const page = await open(t, build(`title "Long"\ncircuit rounds 3 <\n${rows.join('\n')}\n>`)[0]);
  const path = `${page.url.replace('file://', '')}.pdf`;
  await page.pdf({ path, format: 'A4' });
  const pages = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').filter((one) => /Move \d\d/.test(one));
  assert.ok(pages.length >= 3, `${pages.length} pages`);
  for (const one of pages) {
    assert.match(one, /Movement\s+Dose\s+Done/);
    const numbers = (word) => [...one.matchAll(new RegExp(`${word} (\\d\\d)`, 'g'))].map(([, n]) => n).sort();
    assert.deepEqual(numbers('Move'), numbers('Cue'), 'a movement and its cue stand together');
  }
});

test('there is one title, however the page is shown', async (t) => {
  const titles = (page) => page.getByRole('heading', { level: 1 }).allTextContents();
  const file = buildExample('lower')[0];
  for (const viewport of [{ width: 1024, height: 768 }, { width: 360, height: 600 }, { width: 800, height: 360 }]) {
    const page = await open(t, file, { viewport });
    assert.deepEqual(await titles(page), ['Lower Body Blast'], 'before the start');
    await page.keyboard.press('Space');
    await page.pass(30);
    assert.deepEqual(await titles(page), ['Lower Body Blast'], 'while it runs');
    await page.keyboard.press('s');
    assert.deepEqual(await titles(page), ['Lower Body Blast'], 'the sheet');
  }
  const printed = await open(t, file);
  await printed.emulateMedia({ media: 'print' });
  assert.deepEqual(await titles(printed), ['Lower Body Blast'], 'in print');
  const still = await open(t, file, { javaScriptEnabled: false });
  assert.deepEqual(await titles(still), ['Lower Body Blast'], 'without scripts');
});

test('without scripts it is the sheet', async (t) => {
  const page = await open(t, buildExample('lower')[0], { javaScriptEnabled: false });
  assert.ok(await page.locator('#sheet h1').isVisible());
  assert.ok(!(await page.locator('#player').isVisible()));
  assert.ok(!(await page.locator('#print').isVisible()));
});

for (const name of examples) {
  test(`${name} opens, runs and asks for nothing`, async (t) => {
    for (const file of buildExample(name)) {
      const page = await open(t, file);
      await page.keyboard.press('Space');
      await page.pass(16);
      for (let nth = 0; nth < 5; nth += 1) await page.keyboard.press('n');
      page.assertClean();
    }
  });
}
