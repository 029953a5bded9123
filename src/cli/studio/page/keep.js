// Saves as somebody types, and knows what of the text is saved. A file that was changed elsewhere meanwhile is merged, or
// asked about.
/** @import { Saved } from './api' */
/** @import { Text } from './text.js' */
import { setTrouble } from './banner.js';
import { answered } from './dialogs.js';
import { $, make, tell } from './dom.js';
import { drawnLines } from './lines.js';
import { ask, Gone } from './server.js';
import { state } from './state.js';

const CALM_MS = 400;
// Browsers send no more than 64 KiB for a page that is left; letters may take several bytes.
const MOST_UNITS_ON_LEAVING = 15_000;
const MERGE_AGAIN_MS = 200;
// What has taken longer than this is said to take its time.
const SLOW_MS = 700;

export class Keep {
  revision = '';
  /** The text as the file has it. */
  saved = '';
  /** Why it could not be saved. @type {string | null} */
  failed = null;
  /** Whether somebody has to decide first. */
  isBlocked = false;
  #timer = 0;
  /** @type {Promise<void> | null} */
  #saving = null;

  /** @param {Text} text */
  constructor(text) {
    this.text = text;
    text.whenChanged(() => this.soon());
    text.area.addEventListener('blur', () => this.flush());
    document.addEventListener('visibilitychange', () => document.hidden && this.flush());
    addEventListener('pagehide', () => this.flush());
    addEventListener('beforeunload', (event) => {
      const isSure = !this.#saving && this.failed === null && !this.isBlocked && this.#size() < MOST_UNITS_ON_LEAVING;
      if (this.text.value === this.saved || state.name === null) return;
      this.flush();
      if (!isSure) event.preventDefault();
    });
    $('decide').addEventListener('click', () => {
      this.isBlocked = false;
      this.flush();
    });
  }

  /** @param {string} saved @param {string} revision */
  open(saved, revision) {
    clearTimeout(this.#timer);
    this.took(saved, revision);
    this.failed = null;
    this.isBlocked = false;
    setTrouble('save', null);
    this.#say();
  }

  /** The file has this text now. @param {string} saved @param {string} revision */
  took(saved, revision) {
    this.saved = saved;
    this.revision = revision;
  }

  isDirty() {
    return state.name !== null && (this.text.value !== this.saved || this.text.journal.isPending());
  }

  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), CALM_MS);
    this.#say();
  }

  /** Waits for what is being saved. */
  async idle() {
    await this.#saving;
  }

  /** Saves what is not saved, now; says whether all is saved then. */
  async flush() {
    clearTimeout(this.#timer);
    if (!this.#saving && this.isDirty() && !this.isBlocked) {
      const slow = setTimeout(() => this.#say(true), SLOW_MS);
      this.#saving = this.#run().finally(() => {
        clearTimeout(slow);
        this.#saving = null;
        this.#say();
      });
    }
    await this.#saving;
    return !this.isDirty();
  }

  #size() {
    const { add } = this.text.journal.pending();
    return add.reduce((sum, { removed, inserted }) => sum + removed.length + inserted.length, this.text.value.length);
  }

  async #run() {
    while (this.isDirty() && !this.isBlocked) {
      const { value, journal } = this.text;
      const body = {
        name: state.name,
        text: value.toWellFormed(),
        revision: this.revision,
        journal: journal.pending(),
      };
      const keepalive = this.#size() < MOST_UNITS_ON_LEAVING;
      journal.sending();
      try {
        const saved = await ask('save', body, { keepalive });
        this.failed = null;
        setTrouble('save', null);
        if (saved.conflict) {
          journal.sendAll();
          await this.#settle(value, saved.conflict);
        } else this.took(value, saved.revision ?? '');
      } catch (error) {
        journal.sendAll();
        this.failed = error instanceof Error ? error.message : String(error);
        // That the server is gone is said by who looks for it.
        setTrouble('save', error instanceof Gone ? null : `Not saved: ${this.failed}`);
        return;
      }
    }
  }

  /** @param {string} mine what was to be saved @param {NonNullable<Saved['conflict']>} conflict */
  async #settle(mine, { text: other, revision, merged }) {
    if (other === mine) return this.took(mine, revision);
    const name = state.name ?? '';
    if (merged !== null) {
      // Somebody is still typing: the next time the new text is merged.
      if (this.text.value !== mine || !this.text.replace(merged, 'changed elsewhere')) {
        await new Promise((resolve) => setTimeout(resolve, MERGE_AGAIN_MS));
        return;
      }
      this.took(other, revision);
      tell(`\`${name}\` was changed elsewhere, too: both changes are in the text now.`, {
        label: 'Undo',
        press: () => this.text.undo(),
      });
      return;
    }
    this.isBlocked = true;
    this.#say();
    $('conflict-name').textContent = name;
    // A file that was removed has no text; one that was emptied is no different for anybody.
    $('conflict-what').textContent =
      other === ''
        ? 'was removed or emptied by another program.'
        : 'was changed by another program in the same lines as here.';
    await this.#showDifference(other);
    const answer = await answered('conflict');
    if (answer === null) return;
    this.isBlocked = false;
    if (answer === 'mine') this.text.remember(other, 'changed elsewhere', 'kept mine');
    else this.text.replace(other, 'changed elsewhere');
    this.took(other, revision);
    tell(
      answer === 'mine'
        ? 'Your text is kept. Undo brings the other’s.'
        : 'This is the other’s text. Undo brings yours.',
    );
  }

  /** @param {string} other */
  async #showDifference(other) {
    const place = $('conflict-lines');
    try {
      const { lines } = await ask('difference', { before: this.text.value, after: other });
      place.replaceChildren(drawnLines(lines), make('p', 'help', '− is in your text alone, + in the other’s.'));
    } catch {
      // Whose text stays can be decided without it.
      place.replaceChildren();
    }
  }

  #say(isSlow = false) {
    const place = $('saved');
    const isSaved = this.text.value === this.saved;
    const words =
      state.name === null
        ? ''
        : this.isBlocked
          ? 'Not saved: changed elsewhere'
          : this.failed !== null
            ? `Not saved: ${this.failed}`
            : isSaved
              ? 'Saved'
              : isSlow
                ? 'Saving …'
                : 'Not saved yet';
    if (place.textContent !== words) place.textContent = words;
    place.classList.toggle('bad', this.isBlocked || this.failed !== null);
    $('decide').hidden = !this.isBlocked;
  }
}
