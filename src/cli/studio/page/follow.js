// Follows what happens in the folder, and knows when the server is gone.
/** @import { Keep } from './keep.js' */
/** @import { Text } from './text.js' */
import { setTrouble } from './banner.js';
import { announce, tell } from './dom.js';
import { Gone, Refused, ask, whenReached } from './server.js';
import { state } from './state.js';

// How long to wait before asking again when there was no answer, in milliseconds.
const PATIENCE_MS = 1500;

/** @type {Record<import('./server.js').Reached, string | null>} */
const TROUBLES = {
  there: null,
  gone: 'wodc is not running any more. Your text stays here; it is saved as soon as wodc is back.',
  anew: 'wodc was started anew and has another address now: open the one that it shows. Your text stays here until then.',
};

const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

// Waits until somebody looks: a browser keeps few connections to one place, and other tabs need them.
async function looked() {
  while (document.hidden) {
    await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
  }
}

export class Follow {
  #isThere = true;

  /** @param {Text} text @param {Keep} keep @param {() => void} drawFiles @param {() => void} back when the server is there again */
  constructor(text, keep, drawFiles, back) {
    this.text = text;
    this.keep = keep;
    this.drawFiles = drawFiles;
    this.back = back;
    whenReached((reached) => this.#reached(TROUBLES[reached]));
  }

  /** @param {string | null} trouble */
  #reached(trouble) {
    const isThere = trouble === null;
    setTrouble('reach', trouble);
    if (isThere === this.#isThere) return;
    this.#isThere = isThere;
    if (!isThere) return;
    announce('wodc is back');
    this.back();
  }

  /** Reads the list of files. */
  async files() {
    state.files = await ask('files', {});
    this.drawFiles();
  }

  async run() {
    for (;;) {
      await looked();
      try {
        const seen = state.files?.version;
        if (seen === undefined) await this.files();
        else {
          const { version } = await ask('changes', { after: seen });
          if (version === seen) continue;
          await this.files();
          await this.#elsewhere();
        }
      } catch (error) {
        if (!(error instanceof Gone) && !(error instanceof Refused)) console.error(error);
        // The folder may have changed while nobody could be asked.
        if (state.files) state.files.version = -1;
        await patience();
      }
    }
  }

  // Takes what the open file has become, if it was changed by anybody else.
  async #elsewhere() {
    const { keep, text } = this;
    const { name } = state;
    if (name === null) return;
    await keep.idle();
    if (keep.isDirty() || keep.isBlocked) return void (await keep.flush());
    let opened;
    try {
      opened = await ask('open', { name });
    } catch (error) {
      if (!(error instanceof Refused) || name !== state.name) throw error;
      return tell(`\`${name}\` can't be read any more: ${error.message}. What you see is kept here.`);
    }
    if (name !== state.name || opened.revision === keep.revision) return;
    if (opened.text === text.value) return keep.took(opened.text, opened.revision);
    if (keep.isDirty() || !text.replace(opened.text, 'changed elsewhere')) return void (await keep.flush());
    keep.took(opened.text, opened.revision);
    text.journal.sendAll();
    keep.soon();
    tell(`\`${name}\` was changed elsewhere: this is the new text.`, { label: 'Undo', press: () => text.undo() });
  }
}
