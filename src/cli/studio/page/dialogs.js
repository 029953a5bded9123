// Dialogs. The browser keeps the focus inside, takes Escape, and gives the focus back.
import { $ } from './dom.js';

/** @param {string} id @returns {HTMLDialogElement} */
const dialog = (id) => $(id);

/** @param {string} id */
export function openDialog(id) {
  const element = dialog(id);
  if (!element.open) element.showModal();
}

/** @param {string} id */
export function closeDialog(id) {
  dialog(id).close();
}

/** Makes the buttons that close a dialog do so, and a click beside it. */
export function wireDialogs() {
  for (const element of document.querySelectorAll('dialog')) {
    for (const close of element.querySelectorAll('.close')) close.addEventListener('click', () => element.close());
    element.addEventListener('pointerdown', (event) => {
      if (event.target === element && element.id !== 'conflict') element.close();
    });
  }
}

/**
 * Opens a dialog and waits until it is answered: the value of the button that closed it, else null.
 * @param {string} id
 * @returns {Promise<string | null>}
 */
export function answered(id) {
  const element = dialog(id);
  element.returnValue = '';
  openDialog(id);
  return new Promise((resolve) =>
    element.addEventListener('close', () => resolve(element.returnValue || null), { once: true }),
  );
}
