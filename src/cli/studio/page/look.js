// Asks what is said of the text after each change: once at a time, and then of the newest.
/** @import { Change, Look } from './api' */
/** @import { Text } from './text.js' */
import { rangeAfter, endAfter } from './change.js';
import { announce } from './dom.js';
import { Gone, ask } from './server.js';
import { state } from './state.js';

/** What was said of a text, after it has changed. @param {Look} look @param {Change} change @returns {Look} */
function after(look, change) {
  return {
    ...look,
    highlights: look.highlights.map(([start, end, kind]) => [...rangeAfter([start, end], change), kind]),
    times: look.times.map(({ at, said }) => ({ at: endAfter(at, change), said })),
    subjects: look.subjects.map((one) => {
      const [start, end] = rangeAfter([one.start, one.end], change);
      return { ...one, start, end };
    }),
    diagnostics: look.diagnostics.map((one) => {
      const [start, end] = one.file === null ? rangeAfter([one.start, one.end], change) : [0, 0];
      return { ...one, start, end };
    }),
  };
}

export class Looker {
  #isBusy = false;
  #isStale = false;
  /** @type {Change[]} */
  #meanwhile = [];
  /** @type {(() => void)[]} */
  #waiting = [];
  /** @type {string | null} */
  #failed = null;

  /** @param {Text} text @param {() => void} show */
  constructor(text, show) {
    this.text = text;
    this.show = show;
    text.whenChanged(({ change }) => {
      if (this.#isBusy) this.#meanwhile.push(change);
      if (state.look) this.#moved(change);
      this.look();
    });
  }

  /** Looks at the text as it is now. */
  look() {
    this.#isStale = true;
    if (!this.#isBusy) this.#run();
  }

  /** Waits until what is known is of the text as it is; at once if it is already. */
  async isFresh() {
    if (!this.#isBusy && !this.#isStale) return;
    await /** @type {Promise<void>} */ (new Promise((resolve) => this.#waiting.push(resolve)));
  }

  // Keeps the places of what was said right; the line is counted anew.
  /** @param {Change} change */
  #moved(change) {
    if (!state.look) return;
    state.look = after(state.look, change);
    for (const one of state.look.diagnostics) if (one.file === null) one.line = this.text.layer.lineAt(one.start) + 1;
  }

  async #run() {
    this.#isBusy = true;
    while (this.#isStale && state.name !== null) {
      this.#isStale = false;
      this.#meanwhile = [];
      const { name, level } = state;
      const text = this.text.value;
      try {
        const look = await ask('look', { name, text: text.toWellFormed(), level });
        if (name !== state.name) continue;
        this.#failed = null;
        state.look = this.#meanwhile.reduce(after, look);
        state.lookedAt = text;
        this.text.show(state.look);
        this.show();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        if (!(error instanceof Gone) && why !== this.#failed) announce(`The text can't be looked at: ${why}`);
        this.#failed = why;
      }
    }
    this.#isBusy = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
