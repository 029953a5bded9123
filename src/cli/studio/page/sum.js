// Always in sight: how long it takes, at each level, against the time that a class has.
/** @import { Level, LevelTime } from './api' */
import { $, make, tell } from './dom.js';
import { ask } from './server.js';
import { state, subject } from './state.js';
import { capital, fit } from './words.js';

const TYPING_MS = 500;

/** `about 12:00`, in less room. @param {string} said @returns {(string | Node)[]} */
function clock(said) {
  const rest = said.replace(/^about /, '');
  if (rest === said) return [said];
  const sign = make('span', '', '~');
  sign.setAttribute('aria-hidden', 'true');
  return [sign, make('span', 'unseen', 'about '), rest];
}

/** `4 minutes left`, on a narrow screen `4 min left`. @param {string} said @returns {(string | Node)[]} */
function short(said) {
  const [before, minutes, after] = said.split(/(minutes?)/);
  if (!minutes) return [said];
  const sign = make('span', 'in-short', 'min');
  sign.setAttribute('aria-hidden', 'true');
  return [before, make('span', 'in-full', minutes), sign, after];
}

export class Sum {
  #typing = 0;

  /** @param {{ level: () => void, subject: () => void }} chosen */
  constructor(chosen) {
    this.chosen = chosen;
    const minutes = /** @type {HTMLInputElement} */ ($('minutes'));
    minutes.addEventListener('input', () => {
      this.draw();
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#keep(), TYPING_MS);
    });
    for (const input of this.#radios()) {
      input.addEventListener('change', () => {
        state.level = /** @type {Level | ''} */ (input.value) || null;
        chosen.level();
      });
    }
    $('subject').addEventListener('change', () => {
      state.number = /** @type {HTMLSelectElement} */ ($('subject')).selectedIndex;
      this.draw();
      chosen.subject();
    });
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  #radios() {
    return document.querySelectorAll('input[name=level]');
  }

  /** @returns {number | null} */
  get minutes() {
    const { valueAsNumber } = /** @type {HTMLInputElement} */ ($('minutes'));
    return Number.isInteger(valueAsNumber) && valueAsNumber > 0 && valueAsNumber <= 1440 ? valueAsNumber : null;
  }

  /** What was said before, on this computer. @param {number | null} minutes */
  set minutes(minutes) {
    const input = /** @type {HTMLInputElement} */ ($('minutes'));
    if (document.activeElement !== input) input.value = minutes === null ? '' : String(minutes);
    this.draw();
  }

  async #keep() {
    const input = /** @type {HTMLInputElement} */ ($('minutes'));
    if (this.minutes === null && input.value !== '') return;
    try {
      await ask('minutes', { minutes: this.minutes });
    } catch (error) {
      tell(`The length of your class is not kept: ${error instanceof Error ? error.message : error}`);
    }
  }

  draw() {
    const { look } = state;
    this.#subjects();
    const one = subject();
    const isKnown = [...this.#radios()].some((input) => input.closest('label')?.textContent !== '');
    $('levels').hidden = !one && !isKnown;
    // While there is an error nothing is known; what was known before is said to be of before.
    $('sum').classList.toggle('old', look !== null && look.subjects.length === 0);
    if (!one) {
      const hasErrors = look?.diagnostics.some(({ severity }) => severity === 'error');
      const ofMistakes = isKnown ? 'Times are of before the mistakes' : 'Times come once the mistakes are mended';
      if (look) $('sum-note').textContent = hasErrors ? ofMistakes : 'No workout yet';
      return;
    }
    $('sum-note').textContent = one.about ?? '';
    $('levels').hidden = one.kind === 'plan';
    $('class').hidden = one.kind === 'plan';
    const own = one.level !== null && state.level === null ? one.level : 'intermediate';
    for (const input of this.#radios()) {
      input.checked = (input.value || null) === state.level;
      const level = input.value || own;
      const time = one.levels.find((other) => other.level === level);
      const label = /** @type {HTMLElement} */ (input.closest('label'));
      if (time) this.#level(label, time, input.value === '');
    }
  }

  /** @param {HTMLElement} label @param {LevelTime} time @param {boolean} isOwn */
  #level(label, time, isOwn) {
    const said = this.minutes === null ? null : fit(time, this.minutes, isOwn);
    const name = isOwn ? 'As written' : capital(time.level);
    const parts = [
      make('span', 'name', name),
      ' ',
      make('span', 'time', ...clock(time.said)),
      ' ',
      make('span', 'fit', ...short(said?.said ?? '')),
    ];
    const words = /** @type {HTMLElement} */ (label.querySelector('.words'));
    const fresh = make('span', 'words', ...parts);
    if (!words.isEqualNode(fresh)) words.replaceWith(fresh);
    label.dataset.fit = said?.kind ?? '';
  }

  /** Forgets the times: another file is open. */
  clear() {
    for (const words of document.querySelectorAll('#levels .words')) words.replaceChildren();
    $('levels').hidden = true;
    $('which').hidden = true;
    $('sum-note').textContent = '';
  }

  #subjects() {
    const subjects = state.look?.subjects ?? [];
    if (subjects.length === 0) return;
    state.number = Math.min(state.number, subjects.length - 1);
    const select = /** @type {HTMLSelectElement} */ ($('subject'));
    const titles = subjects.map(({ title, kind }) => (kind === 'plan' ? `${title} (plan)` : title));
    if (JSON.stringify(titles) !== JSON.stringify([...select.options].map(({ text }) => text))) {
      select.replaceChildren(...titles.map((title) => make('option', '', title)));
    }
    select.selectedIndex = state.number;
    $('which').hidden = subjects.length < 2;
  }
}
