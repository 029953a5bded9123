// The studio's keys. Those that browsers and screen readers have for themselves are left to them.
import { nextPart } from './parts.js';

/** @typedef {'undo' | 'redo' | 'save' | 'about' | 'print' | 'complete' | 'next' | 'before' | 'buttons' | 'movements'} Name */

/** @param {KeyboardEvent} event @returns {Name | 'part' | 'part-before' | null} */
function named(event) {
  const { key, shiftKey } = event;
  if (key === 'F8') return shiftKey ? 'before' : 'next';
  if (key === 'F6') return shiftKey ? 'part-before' : 'part';
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  if (letter === 'y' && !shiftKey) return 'redo';
  if (letter === 's' && !shiftKey) return 'save';
  if (letter === 'p' && !shiftKey) return 'print';
  if (letter === 'i' && !shiftKey) return 'about';
  if (letter === 'm' && !shiftKey) return 'movements';
  if (key === ' ') return 'complete';
  return key === '.' ? 'buttons' : null;
}

// Those that mean something else in other fields than the text.
const OF_TEXT = new Set(['undo', 'redo', 'about', 'complete', 'buttons', 'movements']);

/** Does what a key is for. @param {Record<Name, () => unknown>} actions @returns {(event: KeyboardEvent) => void} */
export function keyed(actions) {
  return (event) => {
    const name = named(event);
    const target = /** @type {HTMLElement} */ (event.target);
    if (name === null || event.isComposing || document.querySelector('dialog[open]')) return;
    if (OF_TEXT.has(name) && target.id !== 'text' && target.matches('input, select, textarea')) return;
    event.preventDefault();
    if (name === 'part' || name === 'part-before') nextPart(name === 'part-before');
    else actions[name]();
  };
}

export function wireMenus() {
  // A menu goes when Escape is pressed, or when something else is.
  document.addEventListener('keydown', ({ key }) => {
    const menu = key === 'Escape' ? document.querySelector('details.menu[open]') : null;
    if (!menu) return;
    menu.removeAttribute('open');
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of document.querySelectorAll('details.menu[open]'))
      if (!menu.contains(/** @type {Node} */ (target))) menu.removeAttribute('open');
  });
}
