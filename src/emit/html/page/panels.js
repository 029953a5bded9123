// The dialogs: replacing a movement, the keys, and starting over.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const { $, attribute, make, own } = wodc.page;
  const { words } = wodc;

  for (const close of document.querySelectorAll('[data-close]')) {
    close.addEventListener('click', () => close.closest('dialog')?.close());
  }

  wodc.panels = {
    isOpen: () => document.querySelector('dialog[open]') !== null,

    // Lists the alternatives for each of these tasks, the written form first, and calls `choose` with the chosen one.
    swap(session, tasks, choose) {
      const rows = tasks.flatMap((at) => {
        const task = session.book.tasks[at];
        const taken = session.swapIndex(at);
        const written = { index: null, ...task, mark: 'as written' };
        const others = (task.swaps ?? []).map((swap, index) => ({ index, ...swap, mark: swap.easier ? 'easier' : 'instead' }));
        return [written, ...others].map((form) => {
          const isTaken = (taken ?? null) === form.index;
          const button = make('button');
          button.type = 'button';
          attribute(button, 'aria-pressed', isTaken);
          const name = make('span', undefined, 'movement');
          name.append(own(form.name));
          button.append(name, ' ', make('span', words.how({ ...form, side: '' }), 'how'), ' ', make('span', form.mark, 'mark'));
          button.addEventListener('click', () => {
            $('swap-panel').close();
            choose(at, form.index);
          });
          const row = make('li', undefined, form.index === null ? 'written' : '');
          row.append(button);
          return row;
        });
      });
      $('swap-list').replaceChildren(...rows);
      $('swap-panel').showModal();
      /** @type {HTMLElement | null} */ ($('swap-list').querySelector('[aria-pressed="true"]'))?.focus();
    },

    help: () => $('help-panel').showModal(),
    restart: () => $('restart-panel').showModal(),
  };
})((globalThis.wodc ??= {}));
