// Says above everything that something keeps the text from being saved, and offers to take it elsewhere.
/** @import { Text } from './text.js' */
import { $, announce, copy, download, tell } from './dom.js';
import { state } from './state.js';

/** What is wrong, by who found it; the gravest first. @type {{ reach: string | null, save: string | null }} */
const troubles = { reach: null, save: null };

/** @param {keyof typeof troubles} who @param {string | null} words */
export function setTrouble(who, words) {
  const before = troubles.reach ?? troubles.save;
  troubles[who] = words;
  const now = troubles.reach ?? troubles.save;
  if (now === before) return;
  $('gone').hidden = now === null;
  if (now === null) return;
  $('gone-words').textContent = now;
  announce(now);
}

/** @param {Text} text */
export function wireBanner(text) {
  $('gone-copy').addEventListener('click', async () => {
    tell(
      (await copy(text.value, $('gone-copy')))
        ? 'Copied.'
        : 'The browser does not let it be copied: save it as a file.',
    );
  });
  $('gone-save').addEventListener('click', () => {
    download(text.value, state.name?.split('/').pop() ?? 'workout.wod', 'text/plain;charset=utf-8');
  });
}
