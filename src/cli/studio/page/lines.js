// What is different between two texts, line by line.
import { make } from './dom.js';

/** @typedef {{ kind: 'same' | 'gone' | 'new', line: string }} Line */

// So many pairs of lines are compared at most; of longer texts all that is between what is the same at both ends is shown.
const MOST_PAIRS = 4_000_000;
// Lines around a difference that are shown with it.
const AROUND = 2;

/** @param {string[]} gone @param {string[]} come @returns {Line[]} */
function compared(gone, come) {
  /** @type {Line[]} */
  const all = [];
  if (gone.length * come.length > MOST_PAIRS) {
    return [
      ...gone.map((line) => ({ kind: /** @type {const} */ ('gone'), line })),
      ...come.map((line) => ({ kind: /** @type {const} */ ('new'), line })),
    ];
  }
  // How many lines are the same at most, from each pair of lines on.
  const width = come.length + 1;
  const most = new Uint32Array((gone.length + 1) * width);
  for (let one = gone.length - 1; one >= 0; one--) {
    for (let other = come.length - 1; other >= 0; other--) {
      most[one * width + other] =
        gone[one] === come[other]
          ? most[(one + 1) * width + other + 1] + 1
          : Math.max(most[(one + 1) * width + other], most[one * width + other + 1]);
    }
  }
  let one = 0,
    other = 0;
  while (one < gone.length || other < come.length) {
    if (one < gone.length && other < come.length && gone[one] === come[other]) {
      all.push({ kind: 'same', line: gone[one++] });
      other++;
    } else if (
      other >= come.length ||
      (one < gone.length && most[(one + 1) * width + other] >= most[one * width + other + 1])
    ) {
      all.push({ kind: 'gone', line: gone[one++] });
    } else all.push({ kind: 'new', line: come[other++] });
  }
  return all;
}

/** @param {string} before @param {string} after @returns {Line[]} */
export function differentLines(before, after) {
  const old = before.split('\n');
  const fresh = after.split('\n');
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  const same = (/** @type {string} */ line) => ({ kind: /** @type {const} */ ('same'), line });
  return [
    ...old.slice(0, head).map(same),
    ...compared(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    ...old.slice(old.length - tail).map(same),
  ];
}

const SIGNS = { same: ' ', gone: '−', new: '+' };
const SAID = { same: '', gone: 'without: ', new: 'with: ' };

/** Shows what is different, with a sign and words, not by colour alone. @param {string} before @param {string} after */
export function drawnLines(before, after) {
  const lines = differentLines(before, after);
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'same'),
  );
  const list = make('div', 'different');
  let isCut = false;
  for (const [index, { kind, line }] of lines.entries()) {
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
  if (lines.every(({ kind }) => kind === 'same')) list.replaceChildren(make('p', '', 'The text is the same.'));
  return list;
}
