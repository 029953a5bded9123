// The text as it was on earlier days.
/** @import { Text } from './text.js' */
import { closeDialog, openDialog } from './dialogs.js';
import { $, make, tell } from './dom.js';
import { drawnLines } from './lines.js';
import { Newest, ask } from './server.js';
import { state } from './state.js';
import { when } from './words.js';

export class Versions {
  #newest = new Newest();
  /** @type {{ text: string, said: string } | null} */
  #shown = null;

  /** @param {Text} text */
  constructor(text) {
    this.text = text;
    $('take-version').addEventListener('click', () => this.#take());
  }

  async open() {
    if (state.name === null) return;
    this.#clear('');
    $('versions-list').replaceChildren();
    openDialog('versions');
    try {
      const { versions } = await ask('open', { name: state.name });
      if (versions.length === 0)
        return this.#clear(
          'There is none yet. wodc keeps the text as it was whenever you go on with a file after some hours.',
        );
      this.#clear('Choose one to see what is different.');
      $('versions-list').replaceChildren(...versions.map((time) => this.#item(time)));
    } catch (error) {
      this.#clear(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {string} words */
  #clear(words) {
    this.#shown = null;
    $('version-lines').replaceChildren(...(words ? [make('p', 'help', words)] : []));
    $('take-version').hidden = true;
  }

  /** @param {number} time */
  #item(time) {
    const said = when(time);
    const input = make('input');
    input.type = 'radio';
    input.name = 'version';
    input.addEventListener('change', () => this.#show(time, said));
    return make('label', 'kind', input, make('span', '', said.slice(0, 1).toUpperCase() + said.slice(1)));
  }

  /** @param {number} time @param {string} said */
  async #show(time, said) {
    try {
      const version = await this.#newest.ask('version', { name: state.name, time });
      if (!version) return;
      const different = await this.#newest.ask('difference', { before: this.text.value, after: version.text });
      if (!different) return;
      this.#shown = { text: version.text, said };
      $('version-lines').replaceChildren(
        make('p', 'help', `From now to ${said}: − goes, + comes.`),
        drawnLines(different.lines),
      );
      $('take-version').hidden = version.text === this.text.value;
    } catch (error) {
      this.#clear(error instanceof Error ? error.message : String(error));
    }
  }

  #take() {
    if (!this.#shown) return;
    const { text, said } = this.#shown;
    closeDialog('versions');
    this.text.replace(text, 'earlier version');
    tell(`This is the text of ${said}.`, { label: 'Undo', press: () => this.text.undo() });
  }
}
