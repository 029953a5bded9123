// What was changed, to be undone and done again, through reloads and restarts of the server.
/** @import { Change, Journal as Kept, Save } from './api' */

// Enough for weeks of work on a file, and little to send.
const MOST_CHANGES = 2000;
const MOST_UNITS = 1_000_000;
// Who stops for longer begins something else.
const PAUSE_MS = 1000;

/** One change that is both, if a person would undo them together. @param {Change} last @param {Change} next @returns {Change | null} */
function joined(last, next) {
  if (last.what || next.what || next.time - last.time > PAUSE_MS) return null;
  const { time } = next;
  if (next.removed === '' && last.inserted !== '' && next.at === last.at + last.inserted.length) {
    const isNewWord = /\s$/.test(last.inserted) && /^\S/.test(next.inserted);
    if (isNewWord || next.inserted.includes('\n')) return null;
    return { ...last, inserted: last.inserted + next.inserted, time };
  }
  if (next.inserted !== '' || last.inserted !== '') return null;
  if (next.at + next.removed.length === last.at)
    return { at: next.at, removed: next.removed + last.removed, inserted: '', time };
  if (next.at === last.at) return { at: last.at, removed: last.removed + next.removed, inserted: '', time };
  return null;
}

const units = (/** @type {Change} */ change) => change.removed.length + change.inserted.length;

export class Journal {
  /** @param {Kept} kept */
  constructor({ changes, done }) {
    /** @type {Change[]} */
    this.changes = [...changes];
    this.done = Math.min(done, changes.length);
    /** How many at the beginning are the same as the server has them, once it has let go of the first `drop`. */
    this.same = this.changes.length;
    this.drop = 0;
    this.sentDone = this.done;
    this.isOpen = false;
    this.units = this.changes.reduce((sum, change) => sum + units(change), 0);
  }

  /** @param {Change} change @param {boolean} isTyped */
  record(change, isTyped) {
    for (const undone of this.changes.splice(this.done)) this.units -= units(undone);
    const last = this.changes.at(-1);
    const both = isTyped && this.isOpen && last ? joined(last, change) : null;
    if (both && last) {
      this.changes[this.changes.length - 1] = both;
      this.units += units(both) - units(last);
      this.same = Math.min(this.same, this.changes.length - 1);
    } else {
      this.same = Math.min(this.same, this.changes.length);
      this.changes.push(change);
      this.units += units(change);
    }
    this.done = this.changes.length;
    this.isOpen = isTyped;
    this.bound();
  }

  // Lets go of the oldest.
  bound() {
    while (this.changes.length > MOST_CHANGES || (this.units > MOST_UNITS && this.changes.length > 0)) {
      const [oldest] = this.changes.splice(0, 1);
      this.units -= units(oldest);
      this.done = Math.max(0, this.done - 1);
      if (this.same > 0) {
        this.same--;
        this.drop++;
      }
    }
  }

  /** The next change begins a new step. */
  close() {
    this.isOpen = false;
  }

  canUndo() {
    return this.done > 0;
  }

  canRedo() {
    return this.done < this.changes.length;
  }

  /** What leads back by one step. A text that the step did not lead to has none. @param {string} text @returns {Change | null} */
  undo(text) {
    this.close();
    const step = this.changes[this.done - 1];
    if (!step) return null;
    if (!text.startsWith(step.inserted, step.at) || step.at > text.length) {
      this.forget();
      return null;
    }
    this.done--;
    return { ...step, removed: step.inserted, inserted: step.removed };
  }

  /** What leads forward by one step. @param {string} text @returns {Change | null} */
  redo(text) {
    this.close();
    const step = this.changes[this.done];
    if (!step) return null;
    if (!text.startsWith(step.removed, step.at) || step.at > text.length) {
      this.forget();
      return null;
    }
    this.done++;
    return step;
  }

  /** Lets go of all: it belongs to another text. */
  forget() {
    this.changes = [];
    this.done = 0;
    this.units = 0;
    this.sendAll();
  }

  isPending() {
    return this.drop > 0 || this.same < this.changes.length || this.done !== this.sentDone;
  }

  /** What the server does not have yet. @returns {Save['journal']} */
  pending() {
    return { drop: this.drop, keep: this.same, add: this.changes.slice(this.same), done: this.done };
  }

  /** To be called when `pending` is sent: what changes from here on is for the next time. */
  sending() {
    this.drop = 0;
    this.same = this.changes.length;
    this.sentDone = this.done;
  }

  /** What the server has is not known: everything is sent the next time. */
  sendAll() {
    this.drop = 0;
    this.same = 0;
    this.sentDone = -1;
  }
}
