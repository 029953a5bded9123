// The state machine of a session, as docs/player.md describes it. It has no page and no clock: the caller passes in the
// time, in milliseconds of any clock that never goes backwards, and gets back what to say and beep.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  // Words that are later than this are left out.
  const LATEST_SAY_MS = 2000;
  // A beep that is later than this would be out of step with the digits.
  const LATEST_BEEP_MS = 500;
  // `back` within this time of a stage's start goes to the stage before.
  const BACK_MS = 3000;
  // `done` within this time after the clock has ended a stage is meant for that stage: it takes a moment to see and tap.
  const LATE_DONE_MS = 1000;
  // The last seconds are counted down, but not in stages that are shorter than `SHORTEST_COUNTED_MS`.
  const COUNTED_S = 3;
  const SHORTEST_COUNTED_MS = 5000;
  // How long the metronome shows "as fast as you can".
  const EXPLOSIVE_MS = 1000;
  // What the phases of a tempo are called.
  const PHASES = ['Down', 'Hold', 'Up', 'Hold'];

  /** @type {Set<string>} */
  const WORK = new Set(['work', 'interval', 'amrap', 'for_time']);

  class Session {
    // Starts a session of a playbook at its beginning, or resumes it from a kept `state`.
    /** @param {Wodc.Playbook} book @param {Wodc.State} [state] */
    constructor(book, state) {
      this.book = book;
      this.state = state ?? fresh();
      this.workFrom = workFrom(book.stages);
    }

    // ---- what the athlete does; each returns what to say and beep ----

    /** @param {number} now */
    start(now) {
      if (this.state.phase !== 'ready') return [];
      if (this.book.lead_in_ms > 0) this.enter('lead_in', 0, now);
      else this.enterStage(0, now);
      return this.look(now);
    }

    /** @param {number} now */
    pause(now) {
      const heard = this.look(now);
      if (this.isRunning()) this.state.paused = this.passed(now);
      return heard;
    }

    /** @param {number} now @returns {Wodc.Heard[]} */
    resume(now) {
      const { state } = this;
      if (state.paused === null) return [];
      state.began = now - state.paused;
      state.paused = null;
      return this.look(now);
    }

    /** @param {number} now */
    done(now) {
      const heard = this.look(now);
      if (this.state.phase !== 'stage' || this.isLateDone(now)) return heard;
      if (this.ending().by === 'clock') {
        if (this.stage()?.kind === 'amrap') this.state.rounds += 1;
        return heard;
      }
      this.leave(now, false);
      return heard.concat(this.look(now));
    }

    // Whether `done` is still meant for the stage before, which the clock has ended meanwhile.
    /** @param {number} now */
    isLateDone(now) {
      const { index } = this.state;
      const before = this.book.stages[index - 1];
      const entry = this.state.log[index - 1];
      if (!before || !entry || entry.skipped || this.passed(now) >= LATE_DONE_MS) return false;
      const { by, ms } = this.endingOf(before);
      return ms !== null && entry.ms >= ms && (by === 'done_or_clock' || before.kind === 'amrap');
    }

    // Uncounts a round that was counted by mistake.
    uncount() {
      if (this.state.rounds > 0) this.state.rounds -= 1;
    }

    /** @param {number} now */
    skip(now) {
      const heard = this.look(now);
      if (this.state.phase === 'lead_in') this.enterStage(0, now);
      else if (this.state.phase === 'stage') this.leave(now, true);
      else return heard;
      return heard.concat(this.look(now));
    }

    /** @param {number} now */
    back(now) {
      const heard = this.look(now);
      const { phase, index } = this.state;
      const passed = this.passed(now);
      if (phase === 'lead_in') {
        this.enter('lead_in', 0, now);
      } else if (phase === 'stage') {
        this.state.active += passed;
        this.enter('stage', passed < BACK_MS ? Math.max(index - 1, 0) : index, now);
      } else {
        return heard;
      }
      return heard.concat(this.look(now));
    }

    /** @returns {Wodc.Heard[]} */
    restart() {
      this.state = fresh();
      return [];
    }

    // Replaces a task by one of its swaps, both given by index; null restores what was written. The task is that of this
    // stage, or one inside it.
    /** @param {number} now @param {number} task @param {number | null} swap */
    swap(now, task, swap) {
      const heard = this.look(now);
      const stage = this.stage();
      const written = this.book.tasks[task];
      if (!stage || !(stage.task === task || stage.inside?.includes(task))) return heard;
      if (swap !== null && !written.swaps?.[swap]) return heard;
      const before = this.task(stage.task).dose;
      if (swap === null) delete this.state.swaps[kinOf(written)];
      else this.state.swaps[kinOf(written)] = swap;
      // With another dose the stage starts again.
      if (this.task(stage.task).dose !== before) {
        this.state.active += this.passed(now);
        this.enter('stage', this.state.index, now);
      }
      return heard.concat(this.look(now));
    }

    // ---- what the clock does ----

    // Moves past the stages that the clock has ended by now, and returns what to say and beep.
    /** @param {number} now */
    look(now) {
      /** @type {Wodc.Heard[]} */
      const heard = [];
      const { state } = this;
      while (state.phase !== 'ready' && state.paused === null) {
        const { ms } = this.ending();
        const passed = this.passed(now);
        this.tell(ms === null ? passed : Math.min(passed, ms), ms, now, heard);
        if (ms === null || passed < ms) break;
        this.leave(state.began + ms, false);
      }
      return heard;
    }

    // ---- what is shown ----

    isRunning() {
      const { phase, paused } = this.state;
      return paused === null && (phase === 'lead_in' || phase === 'stage');
    }

    stage() {
      return this.state.phase === 'stage' ? this.book.stages[this.state.index] : null;
    }

    // Milliseconds of this phase that have passed.
    /** @param {number} now */
    passed(now) {
      const { phase, paused, began } = this.state;
      return phase === 'ready' ? 0 : Math.max(paused ?? now - began, 0);
    }

    // Who ends this phase, `clock`, `done` or `done_or_clock`, and after how many milliseconds the clock does.
    /** @returns {Wodc.Ending} */
    ending() {
      const { phase } = this.state;
      if (phase === 'lead_in') return { by: 'clock', ms: this.book.lead_in_ms };
      const stage = this.stage();
      return stage ? this.endingOf(stage) : { by: 'done', ms: null };
    }

    // The same for any stage.
    /** @param {Wodc.Stage} stage @returns {Wodc.Ending} */
    endingOf(stage) {
      const swap = this.swapOf(stage.task);
      if (swap && swap.dose !== this.book.tasks[stage.task].dose) {
        return swap.duration_ms === undefined ? { by: 'done', ms: null } : { by: 'clock', ms: swap.duration_ms };
      }
      if (stage.ends === 'done') return { by: 'done', ms: null };
      if (stage.measured) return { by: stage.ends, ms: this.measuredMs(stage.measured) };
      return { by: stage.ends, ms: stage.ends === 'clock' ? stage.duration_ms : (stage.cap_ms ?? stage.duration_ms) };
    }

    // How long a rest is that is measured by the work before it; what was not done counts as long as it was planned.
    /** @param {Wodc.Measured} measured */
    measuredMs({ work, rest, from, to }) {
      const took = this.book.stages.slice(from, to).map((stage, at) => {
        return WORK.has(stage.kind) ? (this.state.log[from + at]?.ms ?? stage.duration_ms) : 0;
      });
      return Math.round((took.reduce((a, b) => a + b, 0) * rest) / work);
    }

    // What is done for a task: the task itself, or its replacement.
    /** @param {number} index */
    task(index) {
      const task = this.book.tasks[index];
      const swap = this.swapOf(index);
      return swap ? { ...swap, swaps: task.swaps } : task;
    }

    // Whether the dose of a stage is the written one, even if the movement was replaced.
    /** @param {Wodc.Stage} stage */
    isAsWritten(stage) {
      return this.task(stage.task).dose === this.book.tasks[stage.task].dose;
    }

    // Milliseconds of training so far, without pauses.
    /** @param {number} now */
    active(now) {
      const { phase, active } = this.state;
      return phase === 'stage' ? active + this.passed(now) : active;
    }

    // Milliseconds of the planned timeline that are over.
    /** @param {number} now */
    planned(now) {
      const stage = this.stage();
      if (stage) return stage.start_ms + Math.min(this.passed(now), stage.duration_ms);
      return this.state.phase === 'end' ? this.book.likely_ms : 0;
    }

    // The metronome of a stage with a tempo or a hold: which phase it is in, its count, and the repetition.
    /** @param {number} now @returns {Wodc.Metronome | null} */
    metronome(now) {
      const stage = this.stage();
      const phases = stage ? phasesOf(this.task(stage.task)) : [];
      const lengths = phases.map(({ ms }) => ms);
      const whole = lengths.reduce((a, b) => a + b, 0);
      if (!whole) return null;
      const passed = Math.max(this.passed(now) - this.state.beat, 0);
      let within = passed % whole;
      const phase = lengths.findIndex((ms) => within < ms || ((within -= ms), false));
      return { phase, within, length: lengths[phase], rep: Math.floor(passed / whole) + 1, lengths, phases };
    }

    // Restarts the metronome's count.
    /** @param {number} now */
    beat(now) {
      this.state.beat = this.passed(now);
      this.state.heard = this.state.beat - 1;
    }

    // The summary for the end: one line for each stage of work that was done or skipped.
    /** @returns {Wodc.Summary} */
    summary() {
      const { log, active } = this.state;
      const lines = this.book.stages.flatMap((stage, index) => {
        const entry = log[index];
        if (!entry || !WORK.has(stage.kind)) return [];
        const written = this.book.tasks[stage.task];
        const task = written.swaps?.[entry.swap ?? -1] ?? written;
        return [{ stage, task, ms: entry.ms, rounds: entry.rounds, skipped: entry.skipped === true }];
      });
      return { total_ms: active, lines };
    }

    // ---- within ----

    /** @param {number} index */
    swapOf(index) {
      const task = this.book.tasks[index];
      const at = task.swaps && this.state.swaps[kinOf(task)];
      return at === undefined ? undefined : task.swaps?.[at];
    }

    // The index of the swap that replaces a task; undefined if none does.
    /** @param {number} index */
    swapIndex(index) {
      const task = this.book.tasks[index];
      return task.swaps && this.state.swaps[kinOf(task)];
    }

    /** @param {Wodc.Phase} phase @param {number} index @param {number} at */
    enter(phase, index, at) {
      const { state } = this;
      state.phase = phase;
      state.index = index;
      state.began = at;
      if (state.paused !== null) state.paused = phase === 'end' ? null : 0;
      state.told = 0;
      state.heard = -1;
      state.beat = 0;
      state.rounds = 0;
    }

    // Enters a stage, or the end after the last.
    /** @param {number} index @param {number} at */
    enterStage(index, at) {
      this.enter(index < this.book.stages.length ? 'stage' : 'end', index, at);
    }

    // Leaves the lead-in or a stage at a moment.
    /** @param {number} at @param {boolean} skipped */
    leave(at, skipped) {
      const { state } = this;
      if (state.phase === 'lead_in') {
        this.enterStage(0, at);
        return;
      }
      const stage = this.book.stages[state.index];
      const ms = this.passed(at);
      /** @type {Wodc.Entry} */
      const entry = { ms };
      if (skipped) entry.skipped = true;
      if (stage.kind === 'amrap') entry.rounds = state.rounds;
      if (this.swapOf(stage.task)) entry.swap = this.swapIndex(stage.task);
      state.log[state.index] = entry;
      state.active += ms;
      this.enterStage(state.index + 1, at);
    }

    // Adds what is due to be said and beeped by `until` in this phase, which the clock ends after `ms`.
    /** @param {number} until @param {number | null} ms @param {number} now @param {Wodc.Heard[]} heard */
    tell(until, ms, now, heard) {
      const { state } = this;
      for (const beep of this.beeps(ms, until)) {
        if (beep.at > state.heard && beep.at <= until && now - (state.began + beep.at) <= LATEST_BEEP_MS) {
          heard.push({ beep: beep.tone });
        }
      }
      state.heard = until;
      const [says, from] = this.says();
      while (state.told < says.length) {
        const say = says[state.told];
        const after = say.after_ms + from;
        if (after > until || (ms !== null && after >= ms)) break;
        state.told += 1;
        // Checked before the words are made: after a long sleep everything is overdue, and making words is slow.
        const text = now - (state.began + after) <= LATEST_SAY_MS ? this.words(say) : null;
        if (text !== null) heard.push({ say: text, kind: say.kind });
      }
    }

    /** @returns {[Wodc.Say[], number]} */
    says() {
      if (this.state.phase === 'lead_in') return [this.book.lead_in, this.book.lead_in_ms];
      return [this.stage()?.says ?? this.book.closing, 0];
    }

    // The beeps of this phase that may be due: the countdown of its last seconds, its start, and the beat of a tempo or a hold.
    /** @param {number | null} ms @param {number} until */
    beeps(ms, until) {
      const { state } = this;
      /** @type {{ at: number, tone: Wodc.Tone }[]} */
      const beeps = [];
      const stage = this.stage();
      if (stage) beeps.push({ at: 0, tone: WORK.has(stage.kind) ? 'go' : 'rest' });
      if (state.phase === 'end') beeps.push({ at: 0, tone: 'end' });
      if (ms !== null && ms >= SHORTEST_COUNTED_MS) {
        for (let left = COUNTED_S; left > 0; left -= 1) beeps.push({ at: ms - left * 1000, tone: 'count' });
      }
      const lengths = stage ? phasesOf(this.task(stage.task)).map(({ ms }) => ms) : [];
      const whole = lengths.reduce((a, b) => a + b, 0);
      if (whole) {
        // At most one repetition of beats: older ones are too late anyway.
        let at = state.beat + Math.floor(Math.max(until - state.beat, 0) / whole) * whole;
        for (const length of lengths) {
          for (let second = 0; second < length; second += 1000) {
            beeps.push({ at: at + second, tone: second === 0 ? 'turn' : 'tick' });
          }
          at += length;
        }
      }
      return beeps;
    }

    // The words of an utterance, with the names of what is actually done; null if it is about a movement that was
    // replaced.
    /** @param {Wodc.Say} say */
    words({ kind, text }) {
      const stage = this.stage();
      if (!stage || kind === 'note') return text;
      const isWork = WORK.has(stage.kind);
      const done = this.partsFrom(this.state.index);
      const swapped = done.filter(({ swap }) => swap);
      if (kind === 'cue') return swapped.some(({ inside, task }) => !inside || task.cues?.includes(text)) ? null : text;
      const runsOtherwise = swapped.some(({ inside, task, swap }) => !inside && swap?.dose !== task.dose);
      if (kind === 'clock' && isWork && runsOtherwise) return null;
      const [, now, then] = /^(.*?(?:Next|When done): )(.*)$/s.exec(text) ?? [null, text, ''];
      if (!isWork) return renamed(now, then ? [] : done, false) + renamed(then, done, true);
      return renamed(now, done, false) + renamed(then, this.partsFrom(this.state.index + 1), true);
    }

    // The first stage of work from this index on.
    /** @param {number} index @returns {Wodc.Stage | undefined} */
    nextWork(index) {
      return this.book.stages[this.workFrom[index]];
    }

    // The tasks of the first stage of work from this index on, with their replacements: its own, then those inside.
    /** @param {number} index @returns {Wodc.Part[]} */
    partsFrom(index) {
      const stage = this.nextWork(index);
      const tasks = stage ? new Set([stage.task, ...(stage.inside ?? [])]) : [];
      return [...tasks].map((at) => ({ task: this.book.tasks[at], swap: this.swapOf(at), inside: at !== stage?.task }));
    }
  }

  // For each stage, the index of the first stage of work from it on; -1 where there is none.
  /** @param {Wodc.Stage[]} stages */
  function workFrom(stages) {
    /** @type {number[]} */
    const found = [];
    let work = -1;
    for (let index = stages.length - 1; index >= 0; index -= 1) {
      if (WORK.has(stages[index].kind)) work = index;
      found[index] = work;
    }
    return found;
  }

  /** @returns {Wodc.State} */
  function fresh() {
    return {
      // `ready`, `lead_in`, `stage` or `end`; which stage; when it began, by the clock that is passed in.
      phase: 'ready',
      index: 0,
      began: 0,
      // How much of it had passed when it was paused; null while it runs.
      paused: null,
      // How many of its utterances are over; until when its beeps are; since when the metronome counts.
      told: 0,
      heard: -1,
      beat: 0,
      // The rounds of an AMRAP so far.
      rounds: 0,
      // Milliseconds of the stages before; what became of each stage; the replacements.
      active: 0,
      log: {},
      swaps: {},
    };
  }

  // Identifies the tasks that are swapped together: those of one movement with the same alternatives.
  /** @param {Wodc.Task} task */
  function kinOf(task) {
    return JSON.stringify([task.name, (task.swaps ?? []).map((swap) => swap.name)]);
  }

  // The phases of a repetition that the metronome counts: those of its tempo, or the movement and its hold.
  /** @param {Wodc.Doing} task @returns {Wodc.Beat[]} */
  function phasesOf({ tempo, hold }) {
    if (tempo) {
      return tempo.map((seconds, at) => ({ name: PHASES[at], seconds, ms: seconds === null ? EXPLOSIVE_MS : seconds * 1000 }));
    }
    if (!hold) return [];
    return [
      { name: 'Move', seconds: hold.move_ms / 1000, ms: hold.move_ms },
      { name: 'Hold', seconds: hold.hold_ms / 1000, ms: hold.hold_ms },
    ];
  }

  // Replaces the names of movements in each sentence. Where the rest of the sentence would be wrong for the replacement,
  // only its name is said, or all names where there are several.
  /** @param {string} text @param {Wodc.Part[]} work @param {boolean} beginsSmall */
  function renamed(text, work, beginsSmall) {
    if (!work.some(({ swap }) => swap)) return text;
    return text.split(/(?<=\. )/).map((sentence, nth) => {
      const other = replaced(sentence, work);
      if (other !== null) return other;
      const names = namesOf(work);
      return (beginsSmall && nth === 0 ? small(names) : names) + (sentence.endsWith('. ') ? '. ' : '.');
    }).join('');
  }

  // The names of all tasks inside a stage, or of its own task if there are none inside.
  /** @param {Wodc.Part[]} work */
  function namesOf(work) {
    const inside = work.filter((part) => part.inside);
    return (inside.length ? inside : work).map(({ task, swap }) => (swap ?? task).name).join(', then ');
  }

  // The sentence with the names of what is done; null if its other words do not fit.
  /** @param {string} sentence @param {Wodc.Part[]} work */
  function replaced(sentence, work) {
    const names = work.map((part) => ({ ...part, letters: [...part.task.name].map((letter) => letter.toLowerCase()) }));
    const signs = [...sentence];
    let text = '';
    for (let at = 0; at < signs.length;) {
      const found = isLetter(signs[at - 1]) ? [] : longest(signs, at, names);
      if (found.length === 0) {
        text += signs[at];
        at += 1;
        continue;
      }
      const end = at + found[0].letters.length;
      // The same words may name several movements; then the replacement must be the same for all of them.
      const [name, ...others] = new Set(found.map(fitting));
      const stays = name === undefined;
      if (name === null || others.length > 0) return null;
      if (!stays && !takesItsEnd(signs.slice(end).join(''), name)) return null;
      if (stays) text += signs.slice(at, end).join('');
      else text += /^\p{Lu}/u.test(signs[at]) ? name : small(name);
      at = end;
    }
    return text;
  }

  // The movements whose name is at this place, ignoring case: those with the longest name only.
  /** @template {{ letters: string[] }} Name @param {string[]} signs @param {number} at @param {Name[]} names */
  function longest(signs, at, names) {
    const found = names.filter(({ letters }) => letters.length > 0
      && letters.every((letter, nth) => signs[at + nth]?.toLowerCase() === letter));
    const length = Math.max(...found.map(({ letters }) => letters.length));
    return found.filter(({ letters }) => letters.length === length);
  }

  // The replacement's name; undefined if there is none, null if the sentence's other words would not fit it.
  /** @param {Wodc.Part} part */
  function fitting({ task, swap }) {
    if (!swap) return undefined;
    /** @type {(a: string | undefined, b: string | undefined) => boolean} */
    const isSame = (a = '', b = '') => a === b;
    const fits = isSame(swap.side, task.side) && isSame(swap.dose, task.dose) && isSame(swap.target, task.target);
    return fits ? swap.name : null;
  }

  /** @param {string | undefined} sign */
  function isLetter(sign) {
    return sign !== undefined && /^\p{Alphabetic}/u.test(sign);
  }

  // Whether a name fits before what followed another: the end of a word, or the `s` of a plural.
  /** @param {string} after @param {string} name */
  function takesItsEnd(after, name) {
    const [letters] = /^\p{Alphabetic}*/u.exec(after) ?? [''];
    return letters === '' || (letters === 's' && !/[sxzhy]$/.test(name));
  }

  /** @param {string} name */
  function small(name) {
    const [first = ''] = name;
    return first.toLowerCase() + name.slice(first.length);
  }

  wodc.Session = Session;
  wodc.WORK = WORK;
  wodc.kinOf = kinOf;
})((globalThis.wodc ??= {}));
