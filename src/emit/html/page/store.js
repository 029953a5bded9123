// What is kept in the browser: the session, by its playbook's key, and the user's preferences. Where the browser keeps
// nothing, as in a private window, everything else works.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const SESSION = 'wodc:session:';
  const TASTES = 'wodc:tastes';
  // After an absence of this length the session is paused where it was left.
  const AWAY_MS = 10 * 60_000;
  // Sessions that are older than this are dropped.
  const FORGOTTEN_MS = 12 * 3_600_000;

  // The values that each preference may have.
  /** @type {Record<string, unknown[]>} */
  const TASTE_VALUES = { voice: [true, false], beeps: [true, false], projector: [true, false], theme: [null, 'dark', 'light'] };

  /** @param {string} key @returns {any} */
  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {unknown} value */
  function write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full, or forbidden.
    }
  }

  /** @param {string} key */
  function drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Forbidden.
    }
  }

  // Removes every session that will not be resumed, of any page: old ones, those that a wrong clock has put into the
  // future, and those that can't be read.
  function sweep() {
    /** @type {string[]} */
    let keys = [];
    try {
      keys = Object.keys(localStorage);
    } catch {
      // Forbidden.
    }
    for (const key of keys) {
      if (key.startsWith(SESSION) && !isOfToday(read(key))) drop(key);
    }
  }

  /** @param {any} kept */
  function isOfToday(kept) {
    return Number.isFinite(kept?.at) && Math.abs(Date.now() - kept.at) < FORGOTTEN_MS;
  }

  wodc.store = {
    // Returns the kept session of a playbook, resumed at `now`; null if there is none.
    session(book, now) {
      sweep();
      const kept = read(SESSION + book.key);
      if (!isOfToday(kept) || !isSession(kept, book)) return null;
      const away = Date.now() - kept.at;
      const { state } = kept;
      const passed = kept.now - state.began;
      if (state.phase === 'stage' || state.phase === 'lead_in') {
        if (state.paused === null && away >= AWAY_MS) state.paused = passed;
      }
      // If the clock was set back, no time has passed.
      state.began = now - passed - Math.max(away, 0);
      return state;
    },

    keep(book, state, now) {
      if (state.phase === 'ready') drop(SESSION + book.key);
      else write(SESSION + book.key, { at: Date.now(), now, state });
    },

    // Returns the preferences that are known.
    tastes() {
      const kept = read(TASTES) ?? {};
      const known = Object.entries(TASTE_VALUES).filter(([name, values]) => values.includes(kept[name]));
      return Object.fromEntries(known.map(([name]) => [name, kept[name]]));
    },

    keepTastes(tastes) {
      write(TASTES, tastes);
    },
  };

  /** @type {(value: any) => boolean} */
  const isCount = (value) => Number.isInteger(value) && value >= 0;
  /** @type {(value: any) => boolean} */
  const isTime = (value) => Number.isFinite(value) && value >= 0;
  /** @type {(value: unknown) => boolean} */
  const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  // Tells whether a kept value is one that this page would have written, since other pages may have written anything.
  // Each field of a session has a line.
  /** @param {any} kept @param {Wodc.Playbook} book */
  function isSession({ now, state }, book) {
    if (!Number.isFinite(now) || !isTable(state)) return false;
    const { phase, index, began, paused, told, heard, beat, rounds, active, log, swaps } = state;
    /** @type {Record<string, [number, number]>} */
    const places = { lead_in: [0, 0], stage: [0, book.stages.length - 1], end: [book.stages.length, book.stages.length] };
    const [first, last] = Object.hasOwn(places, phase) ? places[phase] : [0, -1];
    return (
      isCount(index) && index >= first && index <= last &&
      Number.isFinite(began) && began <= now &&
      (paused === null || isTime(paused)) &&
      isCount(told) &&
      Number.isFinite(heard) && heard >= -1 &&
      isTime(beat) &&
      isCount(rounds) &&
      isTime(active) &&
      isTable(log) && Object.entries(log).every(([at, entry]) => isEntry(entry, book, at)) &&
      isTable(swaps) && Object.entries(swaps).every(([kind, swap]) => isSwap(swap, book, kind))
    );
  }

  // Tells whether this can be the log entry of the stage with this index.
  /** @param {any} entry @param {Wodc.Playbook} book @param {string} at */
  function isEntry(entry, book, at) {
    const stage = /^\d+$/.test(at) ? book.stages[Number(at)] : undefined;
    return (
      stage !== undefined && isTable(entry) &&
      isTime(entry.ms) &&
      [undefined, true].includes(entry.skipped) &&
      (entry.rounds === undefined || isCount(entry.rounds)) &&
      (entry.swap === undefined || isOneOf(entry.swap, book.tasks[stage.task].swaps))
    );
  }

  // Tells whether this can be the swap of a kind of task.
  /** @param {any} swap @param {Wodc.Playbook} book @param {string} kind */
  function isSwap(swap, book, kind) {
    return book.tasks.some((task) => wodc.kinOf(task) === kind && isOneOf(swap, task.swaps));
  }

  /** @param {any} index @param {Wodc.Swap[] | undefined} list */
  function isOneOf(index, list) {
    return isCount(index) && index < (list?.length ?? 0);
  }
})((globalThis.wodc ??= {}));
