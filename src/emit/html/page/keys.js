// The keys, and the table of them in the help.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const { $, make } = wodc.page;

  // Each row: how the key is written, the browser's names for it, what it does in words, and its action.
  /** @type {[string, string[], string, Wodc.Action][]} */
  const KEYS = [
    ['Space', [' '], 'start, pause, go on', 'toggle'],
    ['D', ['d'], 'done; in an AMRAP, one more round', 'done'],
    ['→', ['ArrowRight', 'n'], 'skip to the next', 'skip'],
    ['←', ['ArrowLeft', 'b'], 'back', 'back'],
    ['R', ['r'], 'start over', 'restart'],
    ['O', ['o', 'x'], 'do something else instead', 'swap'],
    ['U', ['u'], 'one round less, in an AMRAP', 'uncount'],
    ['C', ['c'], 'begin the count of the tempo anew', 'beat'],
    ['E', ['e'], 'write down the last set, or all results', 'results'],
    ['A', ['a'], 'the last set was as asked', 'asAsked'],
    ['F', ['f'], 'the last set was missed', 'missed'],
    ['V', ['v'], 'voice on or off', 'voice'],
    ['M', ['m'], 'beeps on or off', 'beeps'],
    ['P', ['p'], 'projector view', 'projector'],
    ['T', ['t'], 'dark or light', 'theme'],
    ['S', ['s'], 'sheet or timer', 'sheet'],
    ['?', ['?', 'h'], 'these keys', 'help'],
  ];

  // The actions whose keys work while the sheet is shown.
  /** @type {Wodc.Action[]} */
  const ON_THE_SHEET = ['sheet', 'theme', 'help', 'voice', 'beeps', 'results'];

  wodc.keys = (actions) => {
    $('keys').replaceChildren(...KEYS.map(([written, , does]) => {
      const row = make('tr');
      const key = make('td');
      key.append(make('kbd', written));
      row.append(key, make('td', does));
      return row;
    }));

    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || wodc.panels.isOpen()) return;
      const on = event.target instanceof Element ? event.target : null;
      if (on?.closest('textarea, input, select')) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const key = KEYS.find(([, names]) => names.includes(name));
      if (!key) return;
      // While the sheet is shown, keys do not run the timer behind it.
      if (document.documentElement.dataset.view === 'sheet' && !ON_THE_SHEET.includes(key[3])) return;
      // With a button focused, the space bar presses that button, as everywhere.
      if (name === ' ' && on?.closest('button, a, summary')) return;
      event.preventDefault();
      if (event.repeat) return;
      actions[key[3]]();
    });
  };
})((globalThis.wodc ??= {}));
