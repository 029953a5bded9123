// The parts of the page, where there is no room for all of them: which is seen, and how to get from one to the next.
import { $ } from './dom.js';

/** @typedef {'files' | 'writing' | 'result'} Part */
/** @type {Part[]} */
const PARTS = ['files', 'writing', 'result'];
// Where two parts fit, as studio.css has it.
const hasTwo = matchMedia('(min-width: 44rem)');

/** @param {Part} part */
export function showPart(part) {
  document.body.dataset.part = part;
  // Beside the text there is room for one more, where two fit.
  if (part !== 'writing') document.body.dataset.beside = part;
  else if (document.body.dataset.beside === 'files') document.body.dataset.beside = 'result';
  draw();
}

function draw() {
  const { part, beside } = document.body.dataset;
  for (const one of PARTS)
    $(`to-${one}`).setAttribute('aria-pressed', String(one === (hasTwo.matches ? beside : part)));
}

export function wireParts() {
  for (const part of PARTS) {
    $(`to-${part}`).addEventListener('click', () => {
      showPart(part);
      focusPart(part);
    });
  }
  hasTwo.addEventListener('change', draw);
  document.body.dataset.beside = 'result';
  showPart('writing');
}

/** @param {Part} part */
function focusPart(part) {
  if (part === 'writing') return;
  $(`${part}-title`).focus({ preventScroll: true });
}

/** Goes to the next part, or the one before, as F6 does elsewhere. @param {boolean} isBack */
export function nextPart(isBack) {
  const order = ['files', 'writing', 'remarks-around', 'result'];
  const at = order.findIndex((id) => $(id).contains(document.activeElement));
  // The remarks are below the text, inside the same part.
  const inside = $('remarks-around').contains(document.activeElement) ? 2 : at;
  const next = order[(inside + (isBack ? -1 : 1) + order.length) % order.length];
  showPart(next === 'remarks-around' ? 'writing' : /** @type {Part} */ (next));
  if (next === 'writing') $('text').focus();
  else if (next === 'remarks-around') $('remarks-title').focus();
  else $(`${next}-title`).focus();
}
