// A page in a real browser, with a clock that the test moves, a voice that is written down, and an eye on everything
// that must not happen.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// A test waits for what it needs, never for a time. A machine that is busy with other things may need this long for what
// takes a moment elsewhere; what takes longer will never come.
const LONGEST_WAIT_MS = 180_000;

// Until it stands still, a page's clock runs with the machine's. It can only be stopped at a time still to come, and a
// busy machine may be slow to do that: so the time is hours away.
const INSTALLED = new Date('2026-01-05T00:00:00');
const STOPPED = new Date('2026-01-05T08:00:00');

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS, timeout: LONGEST_WAIT_MS });
});
after(() => browser?.close());

// Opens a page in a browser of its own, and closes it after the test.
export async function open(t, file, options = {}) {
  const { before: first, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, colorScheme: 'light', reducedMotion: 'reduce', ...rest });
  t.after(() => context.close());
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  const wrong = [];
  const asked = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => asked.push(request.url()));
  // Time stands still but for what the test lets pass.
  await page.clock.install({ time: INSTALLED });
  await page.clock.pauseAt(STOPPED);
  await page.addInitScript(listen);
  await page.addInitScript(restore);
  if (first) await page.addInitScript(first);
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return Object.assign(page, {
    wrong,
    asked,
    url,
    said: () => page.evaluate(() => globalThis.heard.said.splice(0)),
    // How often the voice was cut short.
    cut: () => page.evaluate(() => globalThis.heard.cut),
    beeped: () => page.evaluate(() => globalThis.heard.beeped.splice(0)),
    // Waits until the page has what is asked for.
    async until(wanted, argument) {
      await page.waitForFunction(wanted, argument);
    },
    // So many seconds pass, and the page looks at least once in each.
    async pass(seconds) {
      for (let left = Math.round(seconds * 1000); left > 0; left -= 1000) await page.clock.fastForward(Math.min(left, 1000));
    },
    // So many seconds pass, with every look.
    run: (seconds) => page.clock.runFor(Math.round(seconds * 1000)),
    // So many seconds pass, and the page sleeps.
    sleep: (seconds) => page.clock.fastForward(Math.round(seconds * 1000)),
    // Comes back to the page after so many seconds elsewhere, with what it has kept, and with these texts put in its
    // store under their keys. What one document writes last, a busy browser may not show the next: so the store is
    // carried over by hand, and on leaving the page can neither keep nor remove anything.
    async comeBack({ after = 0, entries = [] } = {}) {
      const store = await page.evaluate((entries) => {
        dispatchEvent(new Event('pagehide'));
        const store = JSON.stringify([...Object.entries(localStorage), ...entries]);
        Storage.prototype.setItem = () => {};
        Storage.prototype.removeItem = () => {};
        return store;
      }, entries);
      if (after > 0) {
        await page.goto('about:blank');
        await page.clock.fastForward(Math.round(after * 1000));
      }
      await page.evaluate((store) => (window.name = store), store);
      if (after > 0) await page.goto(url);
      else await page.reload();
    },
    text: (id) => page.evaluate((id) => document.getElementById(id).textContent.trim(), id),
    seen: (id) => page.locator(`#${id}`).isVisible(),
    assertClean() {
      assert.deepEqual(wrong, []);
      assert.deepEqual([...new Set(asked)], [url], 'nothing but the page itself is asked for');
    },
  });
}

// Opens an address in a browser of its own, with a clock that runs, and closes it after the test.
export async function visit(t, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, ...options });
  t.after(() => context.close());
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

// Puts in store what a test has left in the window's name, which outlives a document. A blank page has no store.
function restore() {
  if (window.name === '' || location.protocol !== 'file:') return;
  for (const [key, text] of JSON.parse(window.name)) localStorage.setItem(key, text);
  window.name = '';
}

// Takes the place of what sounds.
function listen() {
  const heard = { said: [], beeped: [], cut: 0, isSlow: false };
  globalThis.heard = heard;
  class Utterance {
    constructor(text) {
      this.text = text;
    }
  }
  // As browsers speak: what is given waits until the script is through, then one after the other is begun. Each lasts
  // until the next begins or something cuts it; of a slow voice (`heard.isSlow`), until `heard.next()`.
  const waiting = [];
  heard.next = () => {
    const utterance = waiting.shift();
    voice.pending = waiting.length > 0;
    voice.speaking = utterance !== undefined;
    utterance?.onstart?.();
  };
  const voice = {
    speaking: false,
    pending: false,
    speak: (utterance) => {
      heard.said.push(utterance.text);
      waiting.push(utterance);
      voice.pending = true;
      queueMicrotask(() => {
        while (waiting.length > 0 && !(heard.isSlow && voice.speaking)) heard.next();
      });
    },
    // What has not begun is never heard.
    cancel: () => {
      heard.cut += 1;
      for (const { text } of waiting.splice(0)) {
        const at = heard.said.lastIndexOf(text);
        if (at >= 0) heard.said.splice(at, 1);
      }
      voice.speaking = false;
      voice.pending = false;
    },
    getVoices: () => [],
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: voice });
  Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });
  class Param {
    value = 0;
    setValueAtTime() {}
    linearRampToValueAtTime() {}
  }
  class Node {
    frequency = new Param();
    gain = new Param();
    connect(other) {
      return other;
    }
    start() {
      heard.beeped.push(this.frequency.value);
    }
    stop() {}
  }
  class Context {
    state = 'running';
    currentTime = 0;
    createOscillator = () => new Node();
    createGain = () => new Node();
    resume = async () => {};
  }
  Object.assign(globalThis, { AudioContext: Context });
}
