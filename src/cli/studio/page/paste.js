// What is pasted in several lines, a whiteboard or a message, is mended as far as it is certain, as a step of its own.
/** @import { Change, Place } from './api' */
/** @import { Looker } from './look.js' */
/** @import { Text } from './text.js' */
import { rangeAfter } from './change.js';
import { tell } from './dom.js';
import { ask } from './server.js';
import { state } from './state.js';
import { count } from './words.js';

// Somebody may type while it is mended: it is tried again with the new text.
const TRIES = 3;

export class Paste {
  /** Where the newest paste is. @type {[Place, Place] | null} */
  #range = null;

  /** @param {Text} text @param {Looker} looker */
  constructor(text, looker) {
    this.text = text;
    this.looker = looker;
    text.whenChanged(({ change, isPasted }) => {
      if (this.#range) this.#range = rangeAfter(this.#range, change);
      if (isPasted && change.inserted.trim().includes('\n')) this.#mend(change);
    });
  }

  /** @param {Change} change */
  async #mend({ at, inserted }) {
    this.#range = [at, at + inserted.length];
    try {
      for (let tried = 0; tried < TRIES && this.#range; tried++) {
        const { value } = this.text;
        const { text, mended } = await ask('mend', {
          name: state.name,
          text: value.toWellFormed(),
          within: this.#range,
        });
        if (this.text.value !== value) continue;
        if (mended > 0 && !this.text.replace(text, 'pasted and mended')) return;
        return await this.#say(mended);
      }
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    } finally {
      this.#range = null;
    }
  }

  /** @param {number} mended */
  async #say(mended) {
    await this.looker.isFresh();
    const range = this.#range;
    const left = (state.look?.diagnostics ?? []).filter(
      (one) => range && one.file === null && one.end >= range[0] && one.start <= range[1],
    ).length;
    if (mended > 0)
      tell(`Pasted: ${count(mended, 'thing')} mended, ${left} left.`, {
        label: 'As it was pasted',
        press: () => this.text.undo(),
      });
    else if (left > 0) tell(`Pasted: ${count(left, 'thing')} to look at.`);
  }
}
