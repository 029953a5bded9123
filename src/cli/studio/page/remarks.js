// What is said about the text, under it: each with its place, and a button for everything that can be done about it.
/** @import { Action, Diagnostic } from './api' */
/** @import { Looker } from './look.js' */
/** @import { Text } from './text.js' */
import { lineOf } from './change.js';
import { $, announce, button, coded, isTouched, make, tell } from './dom.js';
import { rendered } from './markdown.js';
import { ask } from './server.js';
import { state } from './state.js';
import { SEVERITY } from './text.js';
import { count } from './words.js';

// Said once nobody has typed for so long, so that it does not talk into the writing.
const CALM_MS = 1200;

const same = (/** @type {Diagnostic} */ one, /** @type {Diagnostic} */ other) =>
  one.rule === other.rule && one.message === other.message;
const key = (/** @type {Diagnostic} */ { severity, rule, message, help, file, actions }) =>
  JSON.stringify([severity, rule, message, help, file, actions.map(({ title, kind }) => [title, kind])]);

/** @param {Diagnostic[]} all */
export function counted(all) {
  const of = (/** @type {Diagnostic['severity']} */ severity) => all.filter((one) => one.severity === severity).length;
  const parts = [
    [of('error'), 'mistake'],
    [of('warning'), 'warning'],
    [of('note'), 'note'],
  ];
  return parts
    .filter(([number]) => number)
    .map(([number, thing]) => count(Number(number), String(thing)))
    .join(', ');
}

export class Remarks {
  #said = '';
  #calm = 0;
  /** @type {string[]} */
  #keys = [];

  /** @param {Text} text @param {Looker} looker @param {(name: string) => void} open */
  constructor(text, looker, open) {
    this.text = text;
    this.looker = looker;
    this.open = open;
    $('mend').addEventListener('click', () => this.mendAll());
    text.whenMoved(() => this.#here());
  }

  get #all() {
    return state.look?.diagnostics ?? [];
  }

  draw() {
    const { look } = state;
    const all = this.#all;
    const summary = counted(all);
    const more = look && look.more > 0 ? `, and ${look.more} more` : '';
    $('remarks-count').textContent = !look ? '' : summary === '' ? 'Nothing is wrong' : summary + more;
    $('remarks').hidden = all.length === 0;
    $('mend').hidden = !look || look.certain === 0;
    $('mend').textContent = `Mend all that is certain (${look?.certain ?? 0})`;
    this.#list(all);
    this.#here();
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => {
      if (look && summary !== this.#said) announce(summary || 'Nothing is wrong');
      this.#said = summary;
    }, CALM_MS);
  }

  // Remarks that stay keep their elements, and with them the focus.
  /** @param {Diagnostic[]} all */
  #list(all) {
    const list = $('remarks');
    const old = new Map(
      [...list.children].map((element, index) => [this.#keys[index], /** @type {HTMLElement} */ (element)]),
    );
    const hadFocus = list.contains(document.activeElement);
    const focused = [...list.children].findIndex((element) => element.contains(document.activeElement));
    /** @type {Map<string, number>} */
    const seen = new Map();
    this.#keys = all.map((one) => {
      const plain = key(one);
      const times = seen.get(plain) ?? 0;
      seen.set(plain, times + 1);
      return `${times} ${plain}`;
    });
    const wanted = all.map((one, index) => old.get(this.#keys[index]) ?? this.#item(one));
    for (const [index, element] of wanted.entries()) {
      const line = element.querySelector('.line-number');
      const words = `line ${all[index].line}`;
      if (line && line.textContent !== words) line.textContent = words;
      element.dataset.index = String(index);
    }
    if (wanted.length !== list.children.length || wanted.some((element, index) => list.children[index] !== element)) {
      const active = /** @type {HTMLElement | null} */ (document.activeElement);
      list.replaceChildren(...wanted);
      if (hadFocus && active?.isConnected) active.focus({ preventScroll: true });
      else if (hadFocus) this.#focus(Math.min(focused, wanted.length - 1));
    }
  }

  /** @param {Diagnostic} one */
  #item(one) {
    const item = make('li', `remark ${one.severity}`);
    const mine = () => this.#all[Number(item.dataset.index)];
    const place =
      one.file === null
        ? button('', () => this.#go(mine()), 'link line-number')
        : button(one.file, () => this.open(one.file ?? ''), 'link');
    item.append(
      make(
        'p',
        'said',
        make('strong', 'severity', SEVERITY[one.severity]),
        ' ',
        place,
        ' ',
        make('span', '', ...coded(one.message)),
      ),
    );
    if (one.help) item.append(make('p', 'help', ...coded(one.help)));
    const actions = make('div', 'actions');
    for (const [number, action] of one.actions.entries()) {
      const press = button('', () => this.#act(mine(), number), action.kind === 'fix' ? 'strong' : '');
      press.append(...coded(action.title));
      actions.append(press);
    }
    actions.append(this.#why(one, item));
    item.append(actions);
    return item;
  }

  // The rule's page, when somebody asks for it.
  /** @param {Diagnostic} one @param {HTMLElement} item */
  #why(one, item) {
    const why = button(
      'Why?',
      async () => {
        const open = item.querySelector('.rule');
        why.setAttribute('aria-expanded', String(!open));
        if (open) return open.remove();
        const page = make('div', 'rule');
        item.append(page);
        try {
          const { markdown } = await ask('explain', { rule: one.rule });
          page.replaceChildren(...rendered(markdown, 3));
        } catch (error) {
          page.textContent = error instanceof Error ? error.message : String(error);
        }
      },
      'quiet',
    );
    why.setAttribute('aria-expanded', 'false');
    why.setAttribute('aria-label', `Why? About ${one.rule}`);
    return why;
  }

  /** @param {Diagnostic | undefined} one */
  #go(one) {
    if (one) this.text.select(one.start, one.end);
  }

  // What was found in a text that has changed since is looked for again.
  /** @param {Diagnostic | undefined} one @param {number} number */
  async #act(one, number) {
    if (!one) return;
    const { title } = one.actions[number];
    await this.looker.isFresh();
    const found = this.#all
      .filter((other) => same(one, other))
      .sort((a, b) => Math.abs(a.start - one.start) - Math.abs(b.start - one.start))[0];
    const action = found?.actions.find((other) => other.title === title);
    if (!found || !action || state.lookedAt !== this.text.value)
      return tell('The text has changed meanwhile: look at it again.');
    this.#apply(action);
  }

  /** @param {Action} action */
  #apply(action) {
    const first = Math.min(...action.edits.map(({ start }) => start));
    const before = this.text.value;
    const isDone = this.text.edit(
      action.edits,
      action.kind === 'allow' ? 'allowed' : action.kind === 'define' ? 'defined' : 'mended',
    );
    if (!isDone) return;
    const line = lineOf(before, first);
    // Where words are to be filled in, they are selected.
    const blank = action.edits.length === 1 ? action.edits[0].text.indexOf('…') : -1;
    if (blank >= 0) this.text.select(first + blank, first + blank + 1, !isTouched());
    else this.#settle(action.edits.length === 1 ? first + action.edits[0].text.length : first);
    announce(`Line ${line} is changed`);
  }

  // After a button is gone: on to the text, but where a keyboard on the screen would cover it.
  /** @param {number} place */
  #settle(place) {
    if (isTouched()) $('remarks-title').focus();
    this.text.select(place, place, !isTouched());
  }

  async mendAll() {
    const before = this.text.value;
    try {
      const { text, mended } = await ask('mend', { name: state.name, text: before });
      if (this.text.value !== before) return tell('The text has changed meanwhile: try again.');
      if (!this.text.replace(text, 'mended')) return;
      this.#settle(this.text.selection.start);
      await this.looker.isFresh();
      const left = this.#all.length;
      tell(`${count(mended, 'thing')} mended, ${left} left`);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  }

  /** Goes to the next remark, or the one before. @param {boolean} isBack */
  next(isBack) {
    const places = this.#all.filter((one) => one.file === null).sort((one, other) => one.start - other.start);
    if (places.length === 0) return tell(state.look ? 'Nothing is wrong.' : 'One moment …');
    const { start, end } = this.text.selection;
    const isAt = places.some((one) => one.start === start && one.end === end);
    const found = isBack
      ? (places.findLast((one) => one.start < start) ?? places[places.length - 1])
      : (places.find((one) => (isAt ? one.start > start : one.start >= start)) ?? places[0]);
    this.text.select(found.start, found.end);
    announce(`${SEVERITY[found.severity]}, line ${found.line}: ${found.message.replaceAll('`', '')}`);
  }

  /** Goes from the text to the buttons of the remark at the caret. */
  toButtons() {
    const index = this.#hereIndex();
    if (index < 0) return this.#all.length > 0 ? this.#focus(0) : tell('Nothing is wrong.');
    this.#focus(index);
  }

  /** @param {number} index */
  #focus(index) {
    const item = $('remarks').children[index];
    const target = item?.querySelector('.actions button') ?? $('text');
    /** @type {HTMLElement} */ (target).focus();
  }

  #hereIndex() {
    const { start, end } = this.text.selection;
    const line = this.text.layer.lineAt(start);
    const inside = this.#all.findIndex((one) => one.file === null && one.start <= start && end <= one.end);
    return inside >= 0
      ? inside
      : this.#all.findIndex((one) => one.file === null && this.text.layer.lineAt(one.start) === line);
  }

  // The remark of the caret's line is marked, and can be seen.
  #here() {
    const index = this.#hereIndex();
    const list = $('remarks');
    for (const [at, item] of [...list.children].entries()) item.classList.toggle('here', at === index);
    const item = /** @type {HTMLElement | undefined} */ (list.children[index]);
    const around = $('remarks-around');
    if (!item || list.contains(document.activeElement)) return;
    const { top, bottom } = item.getBoundingClientRect();
    // The heading stays above the remarks.
    const from = /** @type {HTMLElement} */ (around.firstElementChild).getBoundingClientRect().bottom;
    const to = around.getBoundingClientRect().bottom;
    if (top < from) around.scrollTop -= from - top;
    else if (bottom > to) around.scrollTop += Math.min(bottom - to, top - from);
  }
}
