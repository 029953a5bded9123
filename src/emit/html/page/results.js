// What was done, and how a results file says it. It has no page and no clock, so Node can load it. Everything about
// training comes from the playbook: what is asked for, in which units, and how names are spelled.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  // The longest that a remark and a note can be.
  const LONGEST_REMARK = 300;
  const LONGEST_NOTE = 2000;
  // The most rounds that anybody does.
  const MOST_ROUNDS = 9999;

  class Results {
    // Notes what is done in a session, or goes on with notes that were kept.
    /** @param {Wodc.Session} session @param {Wodc.Notes} [notes] */
    constructor(session, notes) {
      this.session = session;
      this.asks = session.book.asks;
      this.notes = notes ?? fresh();
      this.places = placesOf(this.asks.lines);
    }

    // ---- what the athlete writes down ----

    // Says when it was done, the first time that anything is.
    /** @param {Date} now */
    begin(now) {
      this.notes.began ??= moment(now);
    }

    // Forgets everything.
    clear() {
      this.notes = fresh();
    }

    // Changes what is noted of a set. What is `undefined` is as asked again.
    /** @param {string} key @param {Partial<Wodc.Noted>} change */
    note(key, change) {
      const noted = { ...this.notes.sets[key], ...change };
      this.notes.sets[key] = /** @type {Wodc.Noted} */ (Object.fromEntries(Object.entries(noted).filter(([, value]) => value !== undefined)));
    }

    // Notes that a set was done as it was asked for, and keeps the remark.
    /** @param {string} key */
    asAsked(key) {
      this.note(key, { amount: undefined, weight: undefined, mark: 'done' });
    }

    /** @param {number} stage @param {Partial<Wodc.NotedScore>} change */
    noteScore(stage, change) {
      this.notes.scores[stage] = { ...this.notes.scores[stage], ...change };
    }

    // ---- what is known ----

    // Everything about a set: what was asked for, changed by what was noted.
    /** @param {string} key @returns {Wodc.SetView} */
    set(key) {
      const { line: at, set: nth } = this.places[key];
      const line = this.asks.lines[at];
      const set = line.sets[nth];
      const noted = this.notes.sets[key] ?? {};
      const swap = this.swapOf(set);
      const form = swap ? { ...swap.asked, name: swap.name } : { ...line, ...set };
      const measures = this.asks.measures;
      const load = form.load === undefined ? null : measures[form.load];
      return {
        key,
        line: at,
        name: form.name,
        spelled: form.spelled,
        label: setLabel(line, nth),
        side: swap && !swap.side ? '' : (set.side ?? ''),
        isSwapped: swap !== undefined,
        isOrMore: set.or_more === true && !swap,
        isTimed: line.timed,
        before: swap ? [] : beforeOf(line, set),
        dose: measures[form.dose],
        load,
        asked: form.amount ?? null,
        askedWeight: form.weight ?? null,
        amount: noted.amount ?? form.amount ?? null,
        weight: load && (noted.weight ?? form.weight ?? this.weightBefore(key, form.load)),
        ms: noted.ms ?? this.timeOf(set, line),
        rpe: noted.rpe ?? null,
        bpm: noted.bpm ?? null,
        remark: noted.remark ?? '',
        status: noted.mark ?? this.statusOf(set),
      };
    }

    // The keys of the sets of each line.
    keys() {
      return this.asks.lines.map((line, at) => line.sets.map((_, nth) => keyOf(at, nth)));
    }

    // All sets of a stage.
    /** @param {number} stage */
    setsOf(stage) {
      const keys = Object.keys(this.places).filter((key) => {
        const { line, set } = this.places[key];
        return this.asks.lines[line].sets[set].stage === stage;
      });
      return keys.map((key) => this.set(key));
    }

    // The sets of a stage that have more to say than that they were done.
    /** @param {number} stage */
    ofStage(stage) {
      return this.setsOf(stage).filter((set) => isOfInterest(set));
    }

    // The sets of the last stage before this one that has some, unless another stage of work came between.
    /** @param {number} index @returns {Wodc.SetView[]} */
    justDone(index) {
      const { stages } = this.session.book;
      for (let at = index - 1; at >= 0; at -= 1) {
        const entry = this.session.state.log[at];
        if (wodc.WORK.has(stages[at].kind)) return entry && !entry.skipped ? this.ofStage(at) : [];
      }
      return [];
    }

    // The result of an AMRAP or a `for time`.
    /** @param {Wodc.Score} score @returns {Wodc.ScoreView} */
    score(score) {
      const stage = this.session.book.stages[score.stage];
      const entry = this.session.state.log[score.stage];
      const noted = this.notes.scores[score.stage] ?? {};
      const isTime = stage.kind === 'for_time';
      const isOver = entry && !entry.skipped && !isCapped(stage, entry);
      return {
        ...score,
        isTime,
        rounds: noted.rounds ?? (isTime || !isOver ? null : (entry.rounds ?? null)),
        reps: noted.reps ?? null,
        ms: noted.ms ?? (isTime && isOver ? toTheSecond(entry.ms) : null),
      };
    }

    // ---- in words of the language ----

    // The `done` block; empty if there is nothing to say.
    /** @param {Date} now */
    block(now) {
      const { notes, asks } = this;
      const lines = notes.skipped === undefined ? this.lines() : [`skipped${quotedIf(notes.skipped)}`];
      if (lines.length === 0) return '';
      return `done ${notes.began ?? moment(now)} ${asks.title} <\n${lines.map((line) => `  ${line}\n`).join('')}>\n`;
    }

    // The block as a file of its own.
    /** @param {Date} now */
    file(now) {
      const block = this.block(now);
      return this.asks.whose ? `${this.asks.whose}\n\n${block}` : block;
    }

    // The name of that file: `sam-2026-01-09.wod`.
    /** @param {Date} now */
    fileName(now) {
      return `${this.asks.file}-${(this.notes.began ?? moment(now)).slice(0, 10)}.wod`;
    }

    lines() {
      const { notes, asks } = this;
      const lines = asks.lines.flatMap((_, at) => this.line(at));
      const rounds = [];
      for (const score of asks.scores ?? []) {
        const { isTime, rounds: whole, reps, ms, spelled, name } = this.score(score);
        if (isTime && ms !== null) lines.push(`${spelled} in ${time(ms)}`);
        if (!isTime && whole !== null) rounds.push({ name, text: `${whole}${reps ? ` + ${reps}` : ''}` });
      }
      // A session has one line for its rounds.
      if (rounds.length === 1) lines.push(`rounds ${rounds[0].text}`);
      else lines.push(...rounds.map(({ name, text }) => `note ${quoted(`${name}: rounds ${text}`)}`));
      if (notes.felt !== undefined) lines.push(`${asks.scale.word} ${notes.felt}`);
      (asks.records ?? []).forEach((what, at) => {
        const text = clean(notes.records[at] ?? '');
        if (text) lines.push(`note ${quoted(`${what}: ${text}`)}`);
      });
      const note = clean(notes.note ?? '');
      if (note) lines.push(`note ${quoted(note)}`);
      return lines;
    }

    // What was done of a statement: a line for each movement that was done, as one may have been replaced on the way.
    /** @param {number} at @returns {string[]} */
    line(at) {
      const line = this.asks.lines[at];
      const sets = line.sets.map((_, nth) => this.set(keyOf(at, nth)));
      const names = [...new Set(sets.map(({ spelled }) => spelled))];
      return names.flatMap((spelled) => {
        const own = sets.filter((set) => set.spelled === spelled);
        const asked = own.every(({ isSwapped }) => !isSwapped) && line.asked ? ` asked ${line.asked}` : '';
        const said = saidOf(own);
        if (said) return [`${spelled} ${said}${asked}`];
        const isSkipped = own.length > 0 && own.every(({ status }) => status === 'left');
        return isSkipped ? [`${spelled} skipped${asked}`] : [];
      });
    }

    // ---- within ----

    // What is done instead of what was written.
    /** @param {Wodc.AskedSet} set @returns {Wodc.Swap | undefined} */
    swapOf({ stage, task }) {
      const { book, state } = this.session;
      const entry = book.stages[stage].task === task ? state.log[stage] : undefined;
      const index = entry ? entry.swap : this.session.swapIndex(task);
      return index === undefined ? undefined : book.tasks[task].swaps?.[index];
    }

    // A stage that was done is done as asked. A `for time` that was cut off by its cap may lack anything.
    /** @param {Wodc.AskedSet} set @returns {Wodc.SetView['status']} */
    statusOf({ stage }) {
      const entry = this.session.state.log[stage];
      if (!entry) return 'open';
      if (entry.skipped) return 'left';
      return isCapped(this.session.book.stages[stage], entry) ? 'open' : 'done';
    }

    /** @param {Wodc.AskedSet} set @param {Wodc.AskedLine} line */
    timeOf({ stage }, { timed }) {
      const entry = this.session.state.log[stage];
      return timed && entry && !entry.skipped ? toTheSecond(entry.ms) : null;
    }

    // The load that was noted last before this set, where none is asked for.
    /** @param {string} key @param {number | undefined} measure */
    weightBefore(key, measure) {
      const { line, set } = this.places[key];
      for (let nth = set - 1; nth >= 0; nth -= 1) {
        const weight = this.notes.sets[keyOf(line, nth)]?.weight;
        if (weight !== undefined) return this.asks.lines[line].load === measure ? weight : null;
      }
      return null;
    }
  }

  /** @returns {Wodc.Notes} */
  function fresh() {
    return { sets: {}, scores: {}, records: {} };
  }

  /** @param {number} line @param {number} set */
  const keyOf = (line, set) => `${line}.${set}`;

  /** @param {Wodc.AskedLine[]} lines @returns {Record<string, { line: number, set: number }>} */
  function placesOf(lines) {
    return Object.fromEntries(lines.flatMap(({ sets }, line) => sets.map((_, set) => [keyOf(line, set), { line, set }])));
  }

  // `Set 2 of 3, right`; on two sides both are one set.
  /** @param {Wodc.AskedLine} line @param {number} nth */
  function setLabel({ sets }, nth) {
    const alike = sets.filter(({ side }) => side === sets[nth].side);
    const label = alike.length > 1 ? `Set ${alike.indexOf(sets[nth]) + 1} of ${alike.length}` : '';
    return [label, sets[nth].side].filter(Boolean).join(', ');
  }

  // What was done before of a set, and what is aimed at, each under its name. Empty where nothing is known.
  /** @param {Wodc.AskedLine} line @param {Wodc.AskedSet} set @returns {[string, string][]} */
  function beforeOf({ last }, set) {
    const day = last ? `Last time, ${last.day}` : 'Last time';
    /** @type {[string, string | undefined][]} */
    const all = [[day, set.last], ['Best', set.best], ['Aim', set.aim]];
    return all.flatMap(([name, told]) => (told ? [[name, told]] : []));
  }

  // Whether there is a figure to write down: repetitions, a load, a time that was taken, or what nobody knows before.
  /** @param {Wodc.SetView} set */
  function isOfInterest({ dose, load, isTimed, asked }) {
    return load !== null || isTimed || asked === null || dose.unit !== 's';
  }

  // The sets that were done or missed, as a list: `5, 5 right @ 60kg "slow"`. A load holds for the sets before it that have
  // none; a time is that of all.
  /** @param {Wodc.SetView[]} sets */
  function saidOf(sets) {
    const told = sets.filter(({ status, amount }) => status === 'missed' || (status === 'done' && amount !== null));
    const loads = told.map(({ load, weight }) => (load && weight !== null ? figure(load, weight) : ''));
    const times = told.map(({ ms, status }) => (status === 'done' ? ms : null));
    const isSplit = times.length > 1;
    const said = told.map(({ dose, amount, status, side, rpe, bpm, remark }, at) => {
      const parts = [status === 'missed' ? 'missed' : figure(dose, amount ?? 0)];
      if (side) parts.push(side);
      const load = loads[at] === loads[at + 1] ? '' : loads[at];
      const how = [load, rpe === null ? '' : `rpe ${rpe / 1000}`, bpm === null ? '' : `${bpm}bpm`].filter(Boolean);
      if (how.length > 0) parts.push(`@ ${how.join(' and ')}`);
      const own = times[at];
      const words = [isSplit && own !== null ? time(own) : '', clean(remark)].filter(Boolean).join(', ');
      if (words) parts.push(quoted(words));
      return parts.join(' ');
    }).join(', ');
    const all = times.reduce((/** @type {number | null} */ sum, ms) => (sum === null || ms === null ? null : sum + ms), 0);
    return said && all ? `${said} in ${time(all)}` : said;
  }

  /** @param {Wodc.Stage} stage @param {Wodc.Entry} entry */
  function isCapped(stage, entry) {
    return stage.kind === 'for_time' && stage.cap_ms !== undefined && entry.ms >= stage.cap_ms;
  }

  // ---- figures and texts ----

  /** @param {number} ms */
  const toTheSecond = (ms) => Math.max(Math.round(ms / 1000), 1) * 1000;

  /** @param {number} n @param {number} [letters] */
  const padded = (n, letters = 2) => String(n).padStart(letters, '0');

  // `2026-01-09 18:40`, on the clock on the wall.
  /** @param {Date} at */
  function moment(at) {
    const day = [padded(at.getFullYear(), 4), padded(at.getMonth() + 1), padded(at.getDate())].join('-');
    return `${day} ${padded(at.getHours())}:${padded(at.getMinutes())}`;
  }

  // `1:32`, `1:02:10`.
  /** @param {number} ms */
  function time(ms) {
    const s = Math.round(ms / 1000);
    const [hours, minutes] = [Math.floor(s / 3600), Math.floor(s / 60) % 60];
    return hours > 0 ? `${hours}:${padded(minutes)}:${padded(s % 60)}` : `${minutes}:${padded(s % 60)}`;
  }

  // Thousandths as a figure: `62.5`; a time of a minute or more as `1:30`.
  /** @param {Wodc.Measure} measure @param {number} milli */
  function plain(measure, milli) {
    return measure.unit === 's' && milli >= 60_000 && milli % 1000 === 0 ? time(milli) : String(milli / 1000);
  }

  // A figure with what it is in: `62.5kg`, `2x24kg`, `45s`, `1:30`.
  /** @param {Wodc.Measure} measure @param {number} milli */
  function figure(measure, milli) {
    const text = plain(measure, milli);
    return `${measure.before ?? ''}${text}${text.includes(':') ? '' : (measure.unit ?? '')}`;
  }

  // The thousandths of a figure that was typed; null if it is none that can be written down.
  /** @param {Wodc.Measure} measure @param {string} typed */
  function read(measure, typed) {
    const text = typed.trim().replace(',', '.');
    const clock = measure.unit === 's' ? ofClock(text) : null;
    const milli = clock ?? (/^\d{1,6}(\.\d{0,3})?$/.test(text) ? Math.round(Number(text) * 1000) : NaN);
    const isFit = milli >= measure.least && milli <= measure.most && (!measure.whole || milli % 1000 === 0);
    return isFit ? milli : null;
  }

  // The milliseconds of `1:30` or `1:02:10`; null for anything else.
  /** @param {string} text */
  function ofClock(text) {
    const found = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text.trim());
    if (!found) return null;
    const [, hours = '0', minutes, seconds] = found;
    const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return ms > 0 && ms <= 86_400_000 ? ms : null;
  }

  // A text on one line, without what editors do not show.
  /** @param {string} text */
  function clean(text) {
    return text.replace(/[\s\u2028\u2029\u0085]+/gu, ' ').replace(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2060-\u206f\ufeff]/gu, '').trim();
  }

  /** @param {string} text */
  function quoted(text) {
    return `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
  }

  /** @param {string} text */
  function quotedIf(text) {
    const cleaned = clean(text);
    return cleaned ? ` ${quoted(cleaned)}` : '';
  }

  // ---- what was kept ----

  /** @type {(value: unknown, least: number, most: number) => boolean} */
  const isWhole = (value, least, most) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  /** @type {(value: unknown, longest: number) => boolean} */
  const isText = (value, longest) => typeof value === 'string' && value.length <= longest;
  /** @type {(value: unknown) => boolean} */
  const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  /** @type {(value: unknown, is: (value: any) => boolean) => boolean} */
  const isNoneOr = (value, is) => value === undefined || is(value);

  // Whether these can be notes about a playbook, since other pages may have written anything.
  /** @param {any} notes @param {Wodc.Playbook} book @returns {boolean} */
  function areNotes(notes, book) {
    if (!isTable(notes) || !isTable(notes.sets) || !isTable(notes.scores) || !isTable(notes.records)) return false;
    const { lines, scale, scores = [], records = [] } = book.asks;
    const places = placesOf(lines);
    /** @param {any} noted @param {string} key */
    const isNoted = (noted, key) => Object.hasOwn(places, key) && isTable(noted) &&
      isNoneOr(noted.amount, (amount) => isWhole(amount, 0, 1e9)) &&
      isNoneOr(noted.weight, (weight) => isWhole(weight, 1, 1e9)) &&
      isNoneOr(noted.ms, (ms) => isWhole(ms, 1, 86_400_000)) &&
      isNoneOr(noted.rpe, (rpe) => isWhole(rpe, 1000, 10_000)) &&
      isNoneOr(noted.bpm, (bpm) => isWhole(bpm, 20, 300)) &&
      isNoneOr(noted.mark, (mark) => ['open', 'done', 'missed', 'left'].includes(mark)) &&
      isNoneOr(noted.remark, (remark) => isText(remark, LONGEST_REMARK));
    /** @param {any} noted @param {string} stage */
    const isScore = (noted, stage) => scores.some((score) => String(score.stage) === stage) && isTable(noted) &&
      isNoneOr(noted.rounds, (rounds) => isWhole(rounds, 0, MOST_ROUNDS)) &&
      isNoneOr(noted.reps, (reps) => isWhole(reps, 0, MOST_ROUNDS)) &&
      isNoneOr(noted.ms, (ms) => isWhole(ms, 1, 86_400_000));
    return (
      isNoneOr(notes.began, (began) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(began)) &&
      Object.entries(notes.sets).every(([key, noted]) => isNoted(noted, key)) &&
      Object.entries(notes.scores).every(([stage, noted]) => isScore(noted, stage)) &&
      Object.entries(notes.records).every(([at, text]) => Object.hasOwn(records, at) && isText(text, LONGEST_REMARK)) &&
      isNoneOr(notes.felt, (felt) => isWhole(felt, scale.least, scale.most)) &&
      isNoneOr(notes.note, (note) => isText(note, LONGEST_NOTE)) &&
      isNoneOr(notes.skipped, (why) => isText(why, LONGEST_REMARK))
    );
  }

  wodc.Results = Results;
  wodc.areNotes = areNotes;
  wodc.figures = { plain, figure, read, time, ofClock, LONGEST_REMARK, LONGEST_NOTE, MOST_ROUNDS };
})((globalThis.wodc ??= {}));
