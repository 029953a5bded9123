// What the text makes: sheet, page, cues, card; of a plan its weeks. It is made again after changes, and stays what it was
// while there are mistakes.
/** @import { Change, Made, Place } from './api' */
/** @import { Text } from './text.js' */
import { rangeAfter } from './change.js';
import { $, copy, download, isTouched, make, tell } from './dom.js';
import { rendered } from './markdown.js';
import { Gone, Newest, ask } from './server.js';
import { state, subject } from './state.js';

// After the last key, so that typing is not slowed down by it.
const CALM_MS = 350;

/** @typedef {'sheet' | 'page' | 'weeks' | 'cues' | 'card'} Tab */
/** @type {Record<Tab, 'html' | 'cues' | 'md'>} */
const FORMATS = { sheet: 'html', page: 'html', weeks: 'html', cues: 'cues', card: 'md' };
/** @type {Record<'workout' | 'plan', Tab[]>} */
const TABS = { workout: ['sheet', 'page', 'cues', 'card'], plan: ['weeks', 'card'] };

const HERE = `.studio-here { outline: 3px solid #1f6feb !important; outline-offset: 2px; border-radius: 2px; }
[data-at] { cursor: pointer; }
#show-player, #print { display: none; }
@media print { .studio-here { outline: none !important; } }`;

export class Preview {
  /** @type {Tab} */
  tab = 'sheet';
  #calm = 0;
  #newest = new Newest();
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {Record<string, [Place, Place]>} */
  #places = {};
  /** What keys do, also in the frame. @type {(event: KeyboardEvent) => void} */
  keys = () => {};
  /** What each format was last made from. @type {Partial<Record<string, string>>} */
  #madeOf = {};
  /** The newest text of cues and card. */
  #text = '';
  /** A page that waits until the workout that runs in the old one is over. @type {(() => void) | null} */
  #held = null;

  /** @param {Text} text @param {() => void} toText shows the text, where only one part is seen */
  constructor(text, toText) {
    this.text = text;
    this.toText = toText;
    for (const tab of this.#buttons()) {
      tab.addEventListener('click', () => this.choose(/** @type {Tab} */ (tab.dataset.tab)));
      tab.addEventListener('keydown', (event) => this.#arrow(event));
    }
    $('print').addEventListener('click', () => this.print());
    $('pdf').addEventListener('click', () => this.pdf());
    $('calendar').addEventListener('click', () => this.calendar());
    $('copy-made').addEventListener('click', async () => {
      tell(
        (await copy(this.#text, $('copy-made')))
          ? 'Copied.'
          : 'The browser does not let it be copied: select the text.',
      );
    });
    $('show-new').addEventListener('click', () => this.#held?.());
    text.whenChanged(({ change }) => this.#moved(change));
    text.whenMoved(() => this.#mark(true));
  }

  /** @returns {HTMLButtonElement[]} */
  #buttons() {
    return [...document.querySelectorAll(/** @type {'button'} */ ('#tabs [role=tab]'))];
  }

  /** Forgets what was made: another file is open. */
  clear() {
    this.#newest.cancel();
    this.#madeOf = {};
    this.#places = {};
    // Also what is still being loaded.
    $('frames').replaceChildren();
    this.#frame = null;
    this.#held = null;
    $('running').hidden = true;
    this.#text = '';
    $('made-text').replaceChildren();
    this.#note('');
  }

  /** @param {Tab} tab */
  choose(tab) {
    this.tab = tab;
    this.draw();
    this.#view(this.#frame);
    this.#make();
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    const shown = this.#buttons().filter((tab) => !tab.hidden);
    const next = shown[(shown.findIndex((tab) => tab === event.target) + move + shown.length) % shown.length];
    event.preventDefault();
    next.focus();
    next.click();
  }

  /** Shows which tabs there are. */
  draw() {
    const one = subject();
    const tabs = TABS[one?.kind ?? (this.tab === 'weeks' ? 'plan' : 'workout')];
    if (one && !tabs.includes(this.tab)) this.tab = tabs[0];
    for (const tab of this.#buttons()) {
      const isChosen = tab.dataset.tab === this.tab;
      tab.hidden = !tabs.includes(/** @type {Tab} */ (tab.dataset.tab));
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      if (isChosen) $('made').setAttribute('aria-labelledby', tab.id);
    }
    const isText = FORMATS[this.tab] !== 'html';
    $('made-text').hidden = !isText;
    $('frames').classList.toggle('behind', isText);
    $('copy-made').hidden = !isText;
    $('pdf').hidden = !state.files?.pdf;
    $('calendar').hidden = one?.kind !== 'plan';
  }

  /** After each look at the text: makes it again, soon. */
  looked() {
    this.draw();
    clearTimeout(this.#calm);
    const has = subject() !== null;
    if (!has) {
      const hasErrors = state.look?.diagnostics.some(({ severity }) => severity === 'error');
      this.#note(
        !hasErrors
          ? 'There is no workout yet.'
          : this.#frame || this.#text
            ? 'This is of the text before the mistakes.'
            : 'There is something to see once the mistakes are mended.',
      );
      return;
    }
    this.#calm = setTimeout(() => this.#make(), CALM_MS);
  }

  /** @param {string} words */
  #note(words) {
    if ($('made-note').textContent !== words) $('made-note').textContent = words;
    $('made-note').hidden = words === '';
  }

  #key() {
    return JSON.stringify([state.name, this.text.value, state.number, state.level]);
  }

  /** @param {string} what */
  #asked(what) {
    return { name: state.name, text: this.text.value.toWellFormed(), number: state.number, what, level: state.level };
  }

  async #make() {
    const format = FORMATS[this.tab];
    const key = this.#key();
    if (!subject() || state.lookedAt !== this.text.value) return;
    if (this.#madeOf[format] === key) return this.#note('');
    try {
      const made = await this.#newest.ask('make', this.#asked(format));
      if (!made || FORMATS[this.tab] !== format) return;
      this.#madeOf[format] = key;
      this.#note('');
      if (format === 'html') this.#load(made);
      else this.#write(made.text ?? '');
    } catch (error) {
      if (!(error instanceof Gone)) this.#note(`This can't be made: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** @param {string} text */
  #write(text) {
    const format = FORMATS[this.tab];
    // The other of the two was written over.
    delete this.#madeOf[format === 'md' ? 'cues' : 'md'];
    this.#text = text;
    const place = $('made-text');
    const { scrollTop } = place;
    if (format === 'md') place.replaceChildren(...rendered(text, 3));
    else place.replaceChildren(make('pre', 'plain', text));
    place.scrollTop = scrollTop;
  }

  // The new page is loaded behind the old one, so that nothing flickers and what was read stays in place.
  /** @param {Made} made @returns {Promise<void>} */
  #load({ address, places }) {
    const old = this.#frame;
    const frame = make('iframe');
    frame.title = subject()?.title ?? 'What it makes';
    frame.allow = 'screen-wake-lock; fullscreen';
    frame.className = 'loading';
    frame.src = address ?? '';
    $('frames').append(frame);
    for (const other of document.querySelectorAll('#frames iframe'))
      if (other !== old && other !== frame) other.remove();
    return new Promise((resolve) =>
      frame.addEventListener(
        'load',
        () => {
          if (!frame.isConnected) return resolve();
          const show = () => {
            this.#held = null;
            $('running').hidden = true;
            this.#places = places ?? {};
            this.#swap(old, frame);
            resolve();
          };
          if (!this.#runs(old)) return show();
          this.#held = show;
          $('running').hidden = false;
          resolve();
        },
        { once: true },
      ),
    );
  }

  /** @param {HTMLIFrameElement | null} old @param {HTMLIFrameElement} frame */
  #swap(old, frame) {
    this.#frame = frame;
    this.#listen(frame);
    this.#view(frame);
    const y = old?.contentWindow?.scrollY ?? 0;
    frame.contentWindow?.scrollTo(0, y);
    frame.className = '';
    old?.remove();
    this.#mark(false);
  }

  // Whether somebody is in the middle of a workout.
  /** @param {HTMLIFrameElement | null} frame */
  #runs(frame) {
    const phase = frame?.contentDocument?.getElementById('player')?.dataset.phase;
    return phase === 'lead_in' || phase === 'stage';
  }

  // The page has the sheet and the player in one: which of them is seen is its own attribute.
  /** @param {HTMLIFrameElement | null} frame */
  #view(frame) {
    const root = frame?.contentDocument?.documentElement;
    if (!root?.dataset.view) return;
    const wanted = this.tab === 'page' ? 'player' : 'sheet';
    if (FORMATS[this.tab] === 'html' && root.dataset.view !== wanted) root.dataset.view = wanted;
    if (wanted === 'sheet') this.#mark(true);
  }

  /** @param {HTMLIFrameElement} frame */
  #listen(frame) {
    const inside = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
    const page = frame.contentDocument;
    if (!inside || !page) return;
    const sheet = new inside.CSSStyleSheet();
    sheet.replaceSync(HERE);
    page.adoptedStyleSheets.push(sheet);
    page.addEventListener('keydown', (event) => this.keys(event));
    page.addEventListener('click', (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target.closest('button, a, input, textarea, select, summary, label')) return;
      const at = target.closest('[data-at]')?.getAttribute('data-at');
      const place = at ? this.#places[at] : undefined;
      if (!place) return;
      this.toText();
      this.text.select(place[0], place[1], !isTouched());
    });
    // Its own buttons lead from the player to the sheet and back: the tab goes with them.
    new inside.MutationObserver(() => {
      const isPlayer = page.documentElement.dataset.view === 'player';
      if (frame !== this.#frame || FORMATS[this.tab] !== 'html' || this.tab === 'weeks') return;
      if (isPlayer !== (this.tab === 'page')) this.choose(isPlayer ? 'page' : 'sheet');
    }).observe(page.documentElement, { attributes: true, attributeFilter: ['data-view'] });
  }

  /** @param {Change} change */
  #moved(change) {
    for (const at of Object.keys(this.#places)) this.#places[at] = rangeAfter(this.#places[at], change);
  }

  // Marks on the sheet what the caret's line makes.
  /** @param {boolean} isScrolled whether to go there */
  #mark(isScrolled) {
    const page = this.#frame?.contentDocument;
    const inside = this.#frame?.contentWindow;
    if (!page || !inside) return;
    const { value, selection } = this.text;
    const start = value.lastIndexOf('\n', selection.start - 1) + 1;
    const next = value.indexOf('\n', selection.start);
    const end = next < 0 ? value.length : next;
    // The smallest that begins in this line, else the smallest around the caret.
    const width = (/** @type {[Place, Place]} */ [from, to]) => to - from;
    const all = Object.entries(this.#places);
    const inLine = all.filter(([, [from]]) => from >= start && from <= end);
    const around = all
      .filter(([, [from, to]]) => from <= selection.start && selection.start <= to)
      .sort(([, a], [, b]) => width(a) - width(b))
      .slice(0, 1);
    const wanted = new Set((inLine.length > 0 ? inLine : around).map(([at]) => at));
    for (const element of page.querySelectorAll('.studio-here')) element.classList.remove('studio-here');
    if (wanted.size === 0) return;
    const found = [...page.querySelectorAll('[data-at]')].filter((element) =>
      wanted.has(element.getAttribute('data-at') ?? ''),
    );
    for (const element of found) element.classList.add('studio-here');
    const [first] = found;
    if (!isScrolled || !first || this.tab === 'page') return;
    const { top, bottom } = first.getBoundingClientRect();
    if (top >= 0 && bottom <= inside.innerHeight) return;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
    inside.scrollTo({ top: inside.scrollY + top - inside.innerHeight / 3, behavior });
  }

  // The sheet of the text as it is, or as it was before the mistakes.
  async #sheet() {
    if (subject() && state.lookedAt === this.text.value && this.#madeOf.html !== this.#key()) {
      const key = this.#key();
      const made = await ask('make', this.#asked('html'));
      this.#madeOf.html = key;
      await this.#load(made);
    }
    return this.#frame;
  }

  async print() {
    try {
      const frame = await this.#sheet();
      if (!frame?.contentWindow) return tell('There is nothing to print yet.');
      if (!subject()) tell('This is the sheet of the text before the mistakes.');
      frame.contentWindow.focus();
      frame.contentWindow.print();
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  }

  async pdf() {
    if (!subject()) return tell('The PDF can be made once the mistakes are mended.');
    // Opened at once: later, browsers take it for something that nobody asked for.
    const page = open('about:blank', '_blank');
    try {
      const { address } = await ask('make', this.#asked('pdf'));
      const url = new URL(address ?? '', location.href).href;
      if (page) page.location.replace(url);
      else tell('The PDF is made.', { label: 'Open it', press: () => void open(url, '_blank') });
    } catch (error) {
      page?.close();
      tell(error instanceof Error ? error.message : String(error));
    }
  }

  async calendar() {
    if (!subject()) return tell('The calendar can be made once the mistakes are mended.');
    try {
      const { text } = await ask('make', this.#asked('ics'));
      download(
        text ?? '',
        `${(state.name ?? 'plan')
          .split('/')
          .pop()
          ?.replace(/\.wod$/, '')}.ics`,
        'text/calendar',
      );
      tell('The calendar is saved with your downloads.');
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  }
}
