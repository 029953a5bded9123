// What outlives the page: the session, by its playbook's key, and what the reader likes. Where the browser keeps
// nothing, as in a private window, everything works but that.
(function (wodc) {
  'use strict';

  const SESSION = 'wodc:session:';
  const TASTES = 'wodc:tastes';
  // Whoever was away for so long was not training: the session waits where it was left.
  const AWAY_MS = 10 * 60_000;
  // Nobody takes up yesterday's session.
  const FORGOTTEN_MS = 12 * 3_600_000;

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full, or forbidden.
    }
  }

  function drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Forbidden.
    }
  }

  wodc.store = {
    // Returns the session of a playbook that was kept, taken up at `now`; null where there is none.
    session(book, now) {
      const kept = read(SESSION + book.key);
      if (!kept?.state || !isSession(kept.state, book)) return null;
      const away = Date.now() - kept.at;
      if (!(away < FORGOTTEN_MS)) return null;
      const { state } = kept;
      const passed = kept.now - state.began;
      if (state.phase === 'stage' || state.phase === 'lead_in') {
        if (state.paused === null && away >= AWAY_MS) state.paused = passed;
      }
      // A clock that was set back has not made time run backwards.
      state.began = now - passed - Math.max(away, 0);
      return state;
    },

    keep(book, state, now) {
      if (state.phase === 'ready') drop(SESSION + book.key);
      else write(SESSION + book.key, { at: Date.now(), now, state });
    },

    tastes() {
      const kept = read(TASTES);
      return kept && typeof kept === 'object' ? kept : {};
    },

    keepTastes(tastes) {
      write(TASTES, tastes);
    },
  };

  // Tells whether it is what this page would have kept: another page may have written anything.
  function isSession(state, book) {
    const numbers = ['index', 'began', 'told', 'heard', 'beat', 'rounds', 'active'];
    const isIn = state.phase === 'stage' ? Number.isInteger(state.index) && state.index >= 0 && state.index < book.stages.length : true;
    return (
      ['ready', 'lead_in', 'stage', 'end'].includes(state.phase) &&
      numbers.every((name) => Number.isFinite(state[name])) &&
      (state.paused === null || Number.isFinite(state.paused)) &&
      typeof state.log === 'object' && state.log !== null &&
      typeof state.swaps === 'object' && state.swaps !== null &&
      isIn
    );
  }
})((globalThis.wodc ??= {}));
