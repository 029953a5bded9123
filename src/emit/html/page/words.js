// Writes times and tasks.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  // `0:05`, `12:30`, `1:02:03`.
  /** @param {number} seconds */
  function clock(seconds) {
    const s = Math.max(Math.floor(seconds), 0);
    /** @type {(n: number) => string} */
    const two = (n) => String(n).padStart(2, '0');
    const hours = Math.floor(s / 3600);
    const minutes = Math.floor(s / 60) % 60;
    return hours > 0 ? `${hours}:${two(minutes)}:${two(s % 60)}` : `${minutes}:${two(s % 60)}`;
  }

  // Longer estimates are given in minutes: "about 23:47" would claim a precision that nobody has.
  const IN_MINUTES_MS = 5 * 60_000;

  wodc.words = {
    // How long a workout takes: the figure, and its unit or meaning.
    length({ likely_ms: ms, estimated }) {
      if (!estimated) return [clock(ms / 1000), 'in all'];
      return ms < IN_MINUTES_MS ? [clock(ms / 1000), 'about'] : [String(Math.round(ms / 60_000)), 'minutes, about'];
    },

    // `Single-leg balance, right leg`.
    short: (task) => [task.name, task.side].filter(Boolean).join(', '),

    // Elapsed time is rounded down to whole seconds, remaining time up.
    up: (ms) => clock(ms / 1000),
    left: (ms) => clock(Math.ceil(ms / 1000)),

    // `Round 2 of 5`, `Set 1 of 3`.
    count: (what, count) => `${what} ${count.n} of ${count.of}`,

    // `right leg, 30 s, 24 kg`.
    how(task) {
      return [task.side, task.dose, task.target].filter(Boolean).join(', ');
    },

    // `Goblet squat, 10, 24 kg`.
    task(task) {
      return [task.name, this.how(task)].filter(Boolean).join(', ');
    },

    // The names of the parts that a stage belongs to.
    parts: (stage) => stage.parts.join(' › '),

    // Its round and its set.
    counts(stage) {
      const counts = [];
      if (stage.round) counts.push(this.count(stage.kind === 'interval' ? 'Interval' : 'Round', stage.round));
      if (stage.set) counts.push(this.count('Set', stage.set));
      return counts;
    },

    // The result of a line of the summary: its time, its rounds, or that it was skipped.
    result(line) {
      if (line.skipped) return 'skipped';
      const time = clock(Math.round(line.ms / 1000));
      if (line.rounds === undefined) return time;
      return `${line.rounds} ${line.rounds === 1 ? 'round' : 'rounds'} in ${time}`;
    },

    // The task of a line of the summary, with its round and set.
    entry(line) {
      const { stage, task } = line;
      return [task.name, this.how(task), ...this.counts(stage)].filter(Boolean).join(', ');
    },

    // The whole summary as text.
    summary(book, summary) {
      const lines = [`${book.title}: ${clock(Math.round(summary.total_ms / 1000))}`];
      let part = null;
      for (const line of summary.lines) {
        const here = this.parts(line.stage);
        if (here !== part && here) lines.push('', here);
        part = here;
        lines.push(`- ${this.entry(line)}: ${this.result(line)}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
})((globalThis.wodc ??= {}));
