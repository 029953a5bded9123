// What is different between two texts, line by line.
/** @import { Difference } from './api' */
import { make } from './dom.js';

// Lines around a difference that are shown with it.
const AROUND = 2;

const SIGNS = { same: ' ', gone: '−', new: '+' };
const SAID = { same: '', gone: 'without: ', new: 'with: ' };

/** Shows what is different, with a sign and words, not by colour alone. @param {Difference['lines']} lines */
export function drawnLines(lines) {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(([kind]) => kind !== 'same'),
  );
  const list = make('div', 'different');
  let isCut = false;
  for (const [index, [kind, line]] of lines.entries()) {
    if (!isNear[index]) {
      if (!isCut) list.append(make('div', 'cut', '…'));
      isCut = true;
      continue;
    }
    isCut = false;
    const sign = make('span', 'sign', SIGNS[kind]);
    sign.setAttribute('aria-hidden', 'true');
    list.append(make('div', kind, sign, make('span', 'unseen', SAID[kind]), make('span', 'words', line)));
  }
  if (lines.every(([kind]) => kind === 'same')) list.replaceChildren(make('p', '', 'The text is the same.'));
  return list;
}
