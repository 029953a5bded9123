// The text: a text area as browsers have it, so that screen readers, phones and input methods work as anywhere, over a
// layer that has the same text in colours. Every change is in the journal, whoever made it.
/** @import { Change, Edit, Journal as Kept, Look, Place } from './api' */
/** @import { Mark } from './layer.js' */
import { changed, difference, edited, endAfter, rangeAfter, startAfter } from './change.js';
import { $ } from './dom.js';
import { Journal } from './journal.js';
import { Layer } from './layer.js';

/** @typedef {{ start: Place, end: Place }} Selection */
/** @typedef {{ change: Change, isTyped: boolean, isPasted: boolean }} Happened */

export class Text {
  /** @type {HTMLTextAreaElement} */
  area = $('text');
  layer = new Layer($('layer'));
  /** What is in the text area, as far as it is in the journal. */
  value = '';
  journal = new Journal({ changes: [], done: 0 });
  isComposing = false;
  /** @type {((happened: Happened) => void)[]} */
  #changed = [];
  /** @type {(() => void)[]} */
  #moved = [];
  /** @type {Look['highlights']} */
  #highlights = [];
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Look['times']} */
  #times = [];
  #caret = -1;

  constructor() {
    const { area } = this;
    area.addEventListener('beforeinput', (event) => this.#before(event));
    area.addEventListener('input', (event) => this.#input(/** @type {InputEvent} */ (event)));
    area.addEventListener('compositionstart', () => this.#compose(true));
    area.addEventListener('compositionend', () => {
      this.#compose(false);
      this.#typed('insertCompositionText');
    });
    // The text area is as high as its text: it is what is around it that scrolls.
    area.addEventListener('scroll', () => (area.scrollTop = area.scrollLeft = 0));
    area.addEventListener('blur', () => this.journal.close());
    // When remarks take room, what is being written stays in sight.
    new ResizeObserver(() => document.activeElement === area && this.reveal(area.selectionEnd)).observe($('paper'));
    document.addEventListener('selectionchange', () => this.#select());
    area.addEventListener('selectionchange', () => this.#select());
  }

  /** @param {(happened: Happened) => void} listener */
  whenChanged(listener) {
    this.#changed.push(listener);
  }

  /** @param {() => void} listener */
  whenMoved(listener) {
    this.#moved.push(listener);
  }

  /** @returns {Selection} */
  get selection() {
    return { start: this.area.selectionStart, end: this.area.selectionEnd };
  }

  /** Shows a file's text. @param {string} value @param {Kept} kept */
  open(value, kept) {
    this.value = value;
    this.journal = new Journal(kept);
    this.area.value = value;
    this.area.setSelectionRange(0, 0);
    this.#highlights = [];
    this.#marks = [];
    this.#times = [];
    this.#draw();
    this.#tellMoved();
    $('paper').scrollTop = 0;
  }

  /**
   * Changes the text as one step that can be undone. While letters are being composed it changes nothing.
   * @param {string} value @param {string} [what] what the step was @param {Selection} [selection] where the caret is then
   */
  replace(value, what, selection) {
    if (value === this.value) return true;
    if (this.isComposing) return false;
    const step = { ...difference(this.value, value), time: Date.now(), ...(what ? { what } : {}) };
    const caret = selection ?? this.#after(step);
    this.#apply(step, caret);
    this.journal.record(step, false);
    this.#tellChanged({ change: step, isTyped: false, isPasted: false });
    return true;
  }

  /** @param {Edit[]} edits @param {string} [what] @param {Selection} [selection] */
  edit(edits, what, selection) {
    return this.replace(edited(this.value, edits), what, selection);
  }

  /**
   * Puts a step into the journal that was made and taken back: undoing gives the other text.
   * @param {string} other @param {string} what @param {string} back
   */
  remember(other, what, back) {
    if (other === this.value) return;
    const there = { ...difference(this.value, other), time: Date.now(), what };
    const again = { at: there.at, removed: there.inserted, inserted: there.removed, time: there.time, what: back };
    this.journal.record(there, false);
    this.journal.record(again, false);
  }

  /** @returns {Change | null} what was undone */
  undo() {
    return this.#step(this.journal.undo(this.value));
  }

  /** @returns {Change | null} what was done again */
  redo() {
    return this.#step(this.journal.redo(this.value));
  }

  /** @param {Change | null} step */
  #step(step) {
    if (!step) {
      this.#tellMoved();
      return null;
    }
    const end = step.at + step.inserted.length;
    // What comes back in several letters is shown selected, as other editors do.
    this.#apply(step, { start: step.inserted.length > 1 ? step.at : end, end });
    this.#tellChanged({ change: step, isTyped: false, isPasted: false });
    this.reveal(end);
    return step;
  }

  /** Shows what is said about the text. @param {Pick<Look, 'highlights' | 'times' | 'diagnostics'>} look */
  show({ highlights, times, diagnostics }) {
    this.#highlights = highlights;
    this.#times = times;
    this.#marks = diagnostics
      .filter((one) => one.file === null)
      .map(({ start, end, severity }) => ({ start, end, severity }));
    this.#draw();
  }

  /** Selects a place, and scrolls there. @param {Place} start @param {Place} [end] @param {boolean} [isFocused] */
  select(start, end = start, isFocused = true) {
    if (isFocused) this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
    this.reveal(start);
    this.#tellMoved();
  }

  /** Scrolls to a place. @param {Place} place */
  reveal(place) {
    const paper = $('paper');
    const { top, bottom } = this.layer.rectangle(place);
    const seen = paper.getBoundingClientRect();
    const margin = Math.min(48, seen.height / 4);
    if (top < seen.top + margin) paper.scrollTop -= seen.top + margin - top;
    else if (bottom > seen.bottom - margin) paper.scrollTop += bottom - seen.bottom + margin;
    const { innerHeight } = window;
    if (top < 0 || bottom > innerHeight)
      this.layer.element.children[this.layer.lineAt(place)]?.scrollIntoView({ block: 'center' });
  }

  // Where the caret is after a change that was not typed: where it was, moved along.
  /** @param {Change} step @returns {Selection} */
  #after(step) {
    const { start, end } = this.selection;
    return { start: startAfter(start, step), end: Math.max(startAfter(start, step), endAfter(end, step)) };
  }

  /** @param {Change} step @param {Selection} selection */
  #apply(step, selection) {
    this.value = changed(this.value, step);
    this.area.setRangeText(step.inserted, step.at, step.at + step.removed.length, 'end');
    if (this.area.value !== this.value) this.area.value = this.value;
    this.area.setSelectionRange(selection.start, selection.end);
    this.#move(step);
    this.#draw();
  }

  // What is known of the text moves along until more is known.
  /** @param {Change} step */
  #move(step) {
    this.#highlights = this.#highlights.map(([start, end, kind]) => [...rangeAfter([start, end], step), kind]);
    this.#marks = this.#marks.map((mark) => {
      const [start, end] = rangeAfter([mark.start, mark.end], step);
      return { ...mark, start, end };
    });
    this.#times = this.#times.map(({ at, said }) => ({ at: endAfter(at, step), said }));
  }

  #draw() {
    this.layer.draw(this.value, { highlights: this.#highlights, marks: this.#marks, times: this.#times });
  }

  /** @param {InputEvent} event */
  #before(event) {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') this.undo();
    else this.redo();
  }

  /** @param {InputEvent} event */
  #input(event) {
    if (this.isComposing || event.isComposing) return;
    this.#typed(event.inputType);
  }

  /** @param {string} inputType */
  #typed(inputType) {
    const { value } = this.area;
    if (value === this.value) return;
    const isPasted = /^insertFrom(Paste|Drop)/.test(inputType);
    const isTyped = !isPasted && inputType !== 'insertReplacementText';
    const change = { ...difference(this.value, value, this.area.selectionEnd), time: Date.now() };
    if (!isTyped) this.journal.close();
    this.value = value;
    this.#move(change);
    this.#draw();
    this.journal.record(change, isTyped);
    this.#tellChanged({ change, isTyped, isPasted });
  }

  // While letters are being composed, the browser shows them with its own marks, and nothing touches them.
  /** @param {boolean} isComposing */
  #compose(isComposing) {
    this.isComposing = isComposing;
    $('paper').classList.toggle('composing', isComposing);
  }

  #select() {
    if (document.activeElement !== this.area || this.area.selectionEnd === this.#caret) return;
    this.#tellMoved();
  }

  /** @param {Happened} happened */
  #tellChanged(happened) {
    for (const listener of this.#changed) listener(happened);
    this.#tellMoved();
  }

  #tellMoved() {
    this.#caret = this.area.selectionEnd;
    this.layer.mark(this.layer.lineAt(this.#caret));
    for (const listener of this.#moved) listener();
  }
}

/** The gravest first, for people. @param {Diagnostic['severity']} severity */
export const SEVERITY = /** @type {const} */ ({ error: 'Mistake', warning: 'Warning', note: 'Note' });
