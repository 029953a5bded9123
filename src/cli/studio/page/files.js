// The files of the folder, and new ones.
/** @import { FileEntry } from './api' */
import { closeDialog, openDialog } from './dialogs.js';
import { $, make } from './dom.js';
import { ask } from './server.js';
import { state } from './state.js';
import { capital, count } from './words.js';

// A list that is longer has a field to search in.
const SEEN_AT_ONCE = 12;

export class FileList {
  /** @param {(name: string) => void} open */
  constructor(open) {
    this.open = open;
    $('files-query').addEventListener('input', () => this.draw());
    $('new').addEventListener('click', () => this.#ask());
    $('first-new').addEventListener('click', () => this.#ask());
    $('new-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#create();
    });
  }

  draw() {
    const { files } = state;
    if (!files) return;
    $('folder').textContent = files.folder;
    const query = /** @type {HTMLInputElement} */ ($('files-query')).value.trim().toLowerCase();
    const found = files.files.filter(({ name, titles }) =>
      [name, ...titles].some((one) => one.toLowerCase().includes(query)),
    );
    const focused = document.activeElement?.getAttribute('data-name');
    $('files-search').hidden = files.files.length <= SEEN_AT_ONCE;
    const items = found.map((file) => this.#item(file));
    $('files-list').replaceChildren(...items);
    if (focused)
      items
        .find((item) => item.firstElementChild?.getAttribute('data-name') === focused)
        ?.querySelector('button')
        ?.focus();
    const words =
      files.files.length === 0
        ? 'There is no workout in this folder yet.'
        : found.length === 0
          ? 'Nothing is called that.'
          : files.more > 0
            ? `And ${count(files.more, 'more file')} that ${files.more === 1 ? 'is' : 'are'} not listed.`
            : '';
    $('files-more').textContent = words;
    $('troubles').replaceChildren(...files.troubles.map((trouble) => make('p', '', trouble)));
    $('troubles').hidden = files.troubles.length === 0;
  }

  /** @param {FileEntry} file */
  #item({ name, titles }) {
    const press = make('button', 'file', make('span', 'file-name', name.replace(/\.wod$/, '')));
    press.type = 'button';
    press.dataset.name = name;
    const told = titles.filter((title) => title !== '');
    if (told.length > 0)
      press.append(
        ' ',
        make('span', 'titles', told.slice(0, 4).join(' · ') + (told.length > 4 ? ` and ${told.length - 4} more` : '')),
      );
    if (name === state.name) press.setAttribute('aria-current', 'true');
    press.addEventListener('click', () => this.open(name));
    return make('li', '', press);
  }

  #ask() {
    const kinds = state.files?.kinds ?? [];
    $('kinds').replaceChildren(
      ...kinds.map(({ name, about }, index) => {
        const input = make('input');
        input.type = 'radio';
        input.name = 'kind';
        input.value = name;
        input.checked = index === 0;
        return make(
          'label',
          'kind',
          input,
          make('span', '', make('strong', '', capital(name)), ' ', make('span', 'help', about)),
        );
      }),
    );
    $('new-why').hidden = true;
    /** @type {HTMLInputElement} */ ($('new-name')).value = '';
    openDialog('new-dialog');
    $('new-name').focus();
  }

  async #create() {
    const name = /** @type {HTMLInputElement} */ ($('new-name')).value.trim();
    const kind = /** @type {HTMLInputElement | null} */ (document.querySelector('input[name=kind]:checked'))?.value;
    try {
      const created = await ask('create', { name, kind });
      closeDialog('new-dialog');
      this.open(created.name);
    } catch (error) {
      $('new-why').textContent = error instanceof Error ? error.message : String(error);
      $('new-why').hidden = false;
      $('new-name').focus();
    }
  }
}
