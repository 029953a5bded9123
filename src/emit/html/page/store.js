// What is kept in the browser: the session, by its playbook's key, and the user's preferences. Where the browser keeps
// nothing, as in a private window, everything else works.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const SESSION = 'wodc:session:';
  const TASTES = 'wodc:tastes';
  const RESULTS = 'wodc:results:';
  // Results stay longer than a session, as somebody may have forgotten to save them; but not for ever, and not all.
  const RESULTS_KEPT_MS = 60 * 24 * 3_600_000;
  const MOST_RESULTS = 30;
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

  // Tells whether it could be written.
  /** @param {string} key @param {unknown} value */
  function write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      // Full, or forbidden.
      return false;
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

  // The keys that begin so.
  /** @param {string} beginning */
  function keys(beginning) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
    } catch {
      // Forbidden.
      return [];
    }
  }

  // Removes every session that will not be resumed, of any page: old ones, those that a wrong clock has put into the
  // future, and those that can't be read.
  function sweep() {
    for (const key of keys(SESSION)) {
      if (!isOfToday(read(key))) drop(key);
    }
  }

  // The results that are kept, the newest first. Those that are too old, too many or can't be read are removed.
  function allResults() {
    const all = keys(RESULTS).map((key) => ({ key, kept: read(key) }));
    const fit = all.filter(({ kept }) => {
      return Number.isFinite(kept?.at) && typeof kept.text === 'string' && Math.abs(Date.now() - kept.at) < RESULTS_KEPT_MS;
    }).sort((one, other) => other.kept.at - one.kept.at).slice(0, MOST_RESULTS);
    for (const { key } of all) if (!fit.some((one) => one.key === key)) drop(key);
    return fit;
  }

  /** @param {Wodc.Playbook} book @param {string} began */
  const resultsKey = (book, began) => `${RESULTS}${book.key}:${began}`;

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

    // Returns the notes that belong to a session, or that were made today without one; null if there are none.
    notes(book, hasSession) {
      const own = allResults().filter(({ key }) => key.startsWith(resultsKey(book, '')));
      const today = new Date();
      /** @type {(kept: any) => boolean} */
      const isOfNow = (kept) => hasSession ? isOfToday(kept) : new Date(kept.at).toDateString() === today.toDateString();
      const found = own.find(({ kept }) => isOfNow(kept) && !kept.isOver && wodc.areNotes(kept.notes, book));
      return found ? found.kept.notes : null;
    },

    // Keeps notes, with the text that they make. Where there is no room, the oldest results of other days make some. Tells
    // whether they could be kept.
    keepNotes(book, notes, text, isOver) {
      if (notes.began === undefined) return true;
      const key = resultsKey(book, notes.began);
      const value = { at: Date.now(), notes, text, isOver };
      for (;;) {
        if (write(key, value)) return true;
        const oldest = allResults().filter((other) => other.key !== key).at(-1);
        if (!oldest) return false;
        drop(oldest.key);
      }
    },

    dropNotes(book, notes) {
      if (notes.began !== undefined) drop(resultsKey(book, notes.began));
    },

    // Returns the texts of the results of this workout from other times, the oldest first.
    earlier(book, notes) {
      const own = notes.began === undefined ? null : resultsKey(book, notes.began);
      const others = allResults().filter(({ key }) => key.startsWith(resultsKey(book, '')) && key !== own);
      return others.map(({ kept }) => kept.text).filter((text) => text !== '').reverse();
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
