// What could be meant, below the caret, while a word is written. Nothing is chosen until somebody chooses, so Enter is a
// new line as ever.
/** @import { Completion } from './api' */
/** @import { Text } from './text.js' */
import { $, announce, make } from './dom.js';
import { Gone, Newest } from './server.js';
import { state } from './state.js';
import { count } from './words.js';

const KINDS = {
  word: 'word',
  movement: 'movement',
  option: 'option',
  unit: 'unit',
  value: 'value',
  title: 'title',
  file: 'file',
  rule: 'rule',
};

export class Complete {
  #list = $('completions');
  /** @type {Completion[]} */
  #items = [];
  #chosen = -1;
  #newest = new Newest();
  /** Where the list was closed by hand: it does not come back in the same word. */
  #closedAt = -1;

  /** @param {Text} text */
  constructor(text) {
    this.text = text;
    text.whenChanged(({ change, isTyped }) => {
      const isWriting = isTyped && /\p{L}$/u.test(change.inserted) && change.inserted.length < 40;
      if (isWriting && this.#wordStart() !== this.#closedAt) this.ask(false);
      else this.close();
    });
    text.whenMoved(() => {
      if (this.isOpen && this.#place !== text.selection.end) this.close();
    });
    text.area.addEventListener('blur', () => this.close());
    text.area.addEventListener('keydown', (event) => this.#key(event));
    // The focus stays in the text.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = /** @type {HTMLElement} */ (event.target).closest('[role=option]');
      if (option) this.#accept([...this.#list.children].indexOf(option));
    });
  }

  /** The caret that it is for. */
  #place = -1;
  /** The text that its items are of, and the caret in it. */
  #of = { value: '', at: -1 };

  get isOpen() {
    return !this.#list.hidden;
  }

  #wordStart() {
    const before = this.text.value.slice(0, this.text.selection.end);
    return before.length - (/[\p{L}\p{N}'’-]*$/u.exec(before)?.[0].length ?? 0);
  }

  /** @param {boolean} isAsked whether somebody wants to see it, even if there is nothing */
  async ask(isAsked) {
    const { start, end } = this.text.selection;
    const { value } = this.text;
    if (start !== end || state.name === null) return;
    // What is listed is of the text before: it stays in sight until there is more, and nothing of it is chosen.
    this.#place = end;
    this.#choose(-1);
    try {
      const answer = await this.#newest.ask('complete', { name: state.name, text: value.toWellFormed(), at: end });
      if (!answer || this.text.value !== value || this.text.selection.end !== end) return;
      // What is written in full already needs no list.
      const items = answer.items.filter(({ edit }) => isAsked || value.slice(edit.start, edit.end) !== edit.text);
      if (items.length === 0) {
        this.close();
        if (isAsked) announce('No suggestions');
      } else this.#open(items, end);
    } catch (error) {
      this.close();
      if (!(error instanceof Gone)) announce(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {Completion[]} items @param {number} place */
  #open(items, place) {
    const wasOpen = this.isOpen;
    this.#items = items;
    this.#of = { value: this.text.value, at: place };
    this.#chosen = -1;
    this.#place = place;
    this.#list.replaceChildren(
      ...items.map((item, index) => {
        const option = make(
          'div',
          'option',
          make('span', 'label', item.label),
          ' ',
          make('span', 'detail', item.detail || KINDS[item.kind]),
        );
        option.id = `completion-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        return option;
      }),
    );
    this.#list.hidden = false;
    this.text.area.removeAttribute('aria-activedescendant');
    this.text.area.setAttribute('aria-controls', 'completions');
    this.#position(items[0].edit.start);
    if (!wasOpen) announce(`${count(items.length, 'suggestion')}, Arrow Down to choose`);
  }

  // Below the word, or above it where there is more room.
  /** @param {number} from */
  #position(from) {
    const list = this.#list;
    const { left, top, bottom } = this.text.layer.rectangle(Math.min(from, this.text.value.length));
    const paper = $('paper').getBoundingClientRect();
    const below = innerHeight - bottom - 8;
    const above = top - 8;
    const isBelow = below >= Math.min(200, list.scrollHeight) || below >= above;
    list.style.maxHeight = `${Math.max(96, Math.min(300, isBelow ? below : above))}px`;
    list.style.left = `${Math.max(paper.left + 4, Math.min(left, Math.min(paper.right, innerWidth) - list.offsetWidth - 8))}px`;
    list.style.top = isBelow ? `${bottom + 2}px` : `${top - 2 - list.offsetHeight}px`;
  }

  close() {
    this.#newest.cancel();
    if (!this.isOpen) return;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.text.area.removeAttribute('aria-activedescendant');
    this.text.area.removeAttribute('aria-controls');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || !this.isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.#items.length - 1;
    const { key } = event;
    if (key === 'ArrowDown') this.#take(this.#chosen >= last ? 0 : this.#chosen + 1);
    else if (key === 'ArrowUp' && this.#chosen >= 0) this.#take(this.#chosen <= 0 ? last : this.#chosen - 1);
    else if (key === 'Enter' && this.#chosen >= 0) this.#accept(this.#chosen);
    else if (key === 'Escape') {
      this.#closedAt = this.#wordStart();
      this.close();
    } else {
      if (key === 'Enter' || key === 'Tab' || key === 'ArrowUp') this.close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Chooses one of those that are listed, and lists no others from then on. @param {number} index */
  #take(index) {
    this.#newest.cancel();
    this.#choose(index);
  }

  /** @param {number} index -1 for none */
  #choose(index) {
    this.#list.children[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = index;
    const option = this.#list.children[index];
    if (!option) return this.text.area.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.text.area.setAttribute('aria-activedescendant', option.id);
  }

  /** @param {number} index */
  #accept(index) {
    const { edit } = this.#items[index];
    const caret = edit.start + edit.text.length;
    this.close();
    // More of the word may have been written than the list knew of.
    const { value, at } = this.#of;
    const { end } = this.text.selection;
    const written = this.text.value.slice(at, Math.max(at, end));
    if (this.text.value !== value.slice(0, at) + written + value.slice(at)) return;
    this.text.edit([{ ...edit, end: edit.end + written.length }], undefined, { start: caret, end: caret });
    this.text.reveal(caret);
  }
}
