// Movements, to look up by name, muscle and the equipment that is there, and to write into the text.
/** @import { Movement, Movements as Found } from './api' */
/** @import { Text } from './text.js' */
import { closeDialog, openDialog } from './dialogs.js';
import { $, announce, button, make, picture } from './dom.js';
import { Newest } from './server.js';
import { capital, count } from './words.js';

const TYPING_MS = 150;
// What a gym has stays the same: it is remembered where the browser allows it.
const STORE = 'wodc:equipment';

/** @returns {string[]} */
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export class Movements {
  #newest = new Newest();
  /** @type {Set<string>} */
  #muscles = new Set();
  #equipment = new Set(remembered());
  #typing = 0;
  #isFilled = false;

  /** @param {Text} text */
  constructor(text) {
    this.text = text;
    $('movements-query').addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#look(), TYPING_MS);
    });
    $('movements-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#look();
    });
  }

  open() {
    openDialog('movements');
    $('movements-query').focus();
    this.#look();
  }

  async #look() {
    const query = /** @type {HTMLInputElement} */ ($('movements-query')).value.trim();
    try {
      const found = await this.#newest.ask('movements', {
        query,
        muscles: [...this.#muscles],
        equipment: [...this.#equipment],
      });
      if (!found) return;
      if (!this.#isFilled) this.#fill(found);
      this.#draw(found);
    } catch (error) {
      $('movements-found').textContent = error instanceof Error ? error.message : String(error);
    }
  }

  /** @param {Found} found */
  #fill({ muscles, equipment }) {
    this.#isFilled = true;
    const known = new Set(equipment);
    for (const one of [...this.#equipment]) if (!known.has(one)) this.#equipment.delete(one);
    this.#boxes('muscles', muscles, this.#muscles);
    this.#boxes('equipment', equipment, this.#equipment);
  }

  /** @param {string} name @param {string[]} all @param {Set<string>} chosen */
  #boxes(name, all, chosen) {
    const told = () => ($(`${name}-chosen`).textContent = chosen.size > 0 ? [...chosen].join(', ') : 'any');
    $(`${name}-boxes`).replaceChildren(
      ...all.map((one) => {
        const box = make('input');
        box.type = 'checkbox';
        box.checked = chosen.has(one);
        box.addEventListener('change', () => {
          if (box.checked) chosen.add(one);
          else chosen.delete(one);
          if (name === 'equipment') {
            try {
              localStorage.setItem(STORE, JSON.stringify([...chosen]));
            } catch {
              /* not remembered then */
            }
          }
          told();
          this.#look();
        });
        return make('label', 'box', box, ' ', one);
      }),
    );
    told();
  }

  /** @param {Found} found */
  #draw({ found, movements, near }) {
    const shown = movements.length;
    const said =
      found === 0
        ? 'Nothing is found'
        : found > shown
          ? `${count(found, 'movement')}, the first ${shown} of them`
          : count(found, 'movement');
    $('movements-found').textContent = said;
    announce(said);
    const like = near.map((name) =>
      button(name, () => {
        /** @type {HTMLInputElement} */ ($('movements-query')).value = name;
        this.#look();
      }),
    );
    $('movements-near').replaceChildren(...(like.length > 0 ? ['Did you mean ', ...like] : []));
    $('movements-list').replaceChildren(...movements.map((one) => this.#item(one)));
    $('movements-list').parentElement?.scrollTo(0, 0);
  }

  /** @param {Movement} one */
  #item(one) {
    const figure = make('div', 'figure', ...(one.figure ? [picture(one.figure, '')] : []));
    const put = button('Insert', () => this.#insert(one.name), 'strong');
    put.setAttribute('aria-label', `Insert ${one.name}`);
    /** @type {[string, string[]][]} */
    const facts = [
      ['Muscles', one.muscles],
      ['Needs', one.equipment.length > 0 ? one.equipment : ['nothing']],
      ['Easier', one.easier],
      ['Harder', one.harder],
    ];
    const list = make('dl');
    for (const [name, values] of facts)
      if (values.length > 0) list.append(make('div', '', make('dt', '', name), make('dd', '', values.join(', '))));
    const cues = make('ul', 'cues', ...one.cues.map((cue) => make('li', '', cue)));
    return make(
      'li',
      'movement',
      figure,
      make('div', 'about', make('div', 'top', make('h3', '', capital(one.name)), put), list, cues),
    );
  }

  // At the caret, with a blank where words would touch; what is selected is replaced.
  /** @param {string} name */
  #insert(name) {
    const { start, end } = this.text.selection;
    const { value } = this.text;
    const before = start > 0 && /\S/.test(value[start - 1]) ? ' ' : '';
    const isEnd = end === value.length || value[end] === '\n';
    const after = isEnd || /\S/.test(value[end]) ? ' ' : '';
    const caret = start + before.length + name.length + after.length;
    closeDialog('movements');
    this.text.area.focus({ preventScroll: true });
    this.text.edit([{ start, end, text: before + name + after }], undefined, { start: caret, end: caret });
    this.text.reveal(caret);
    announce(`${name} is inserted`);
  }
}
