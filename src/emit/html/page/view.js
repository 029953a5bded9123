// Shows a session. Everything from a workout is put on the page as text. What has not changed is not touched, so that
// screen readers do not repeat it and the page does not flicker.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const { words, WORK } = wodc;
  /** @type {Record<Wodc.Stage['kind'], 'work' | 'rest' | 'change'>} */
  const KINDS = { work: 'work', interval: 'work', amrap: 'work', for_time: 'work', rest: 'rest', transition: 'change', switch: 'change' };
  /** @type {Record<'work' | 'rest' | 'change' | Wodc.Phase, string>} */
  const LABELS = { work: 'Work', rest: 'Rest', change: 'Change', ready: 'Ready', lead_in: 'Starts in', stage: '', end: '' };
  // Names up to each length have this size class; longer ones are `vast`.
  /** @type {[number, string][]} */
  const LENGTHS = [[12, 'short'], [24, 'medium'], [48, 'long']];
  // The most slots of an EMOM that are shown; more could not be seen at a glance.
  const MOST_SLOTS = 40;

  /** @type {Wodc.Page['$']} */
  const $ = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));

  /** @type {Wodc.Page['text']} */
  function text(id, value) {
    const element = $(id);
    if (element.textContent !== value) element.textContent = value;
  }

  /** @type {Wodc.Page['attribute']} */
  function attribute(element, name, value) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }

  // Shows or hides an element. If the focus is inside when it is hidden, the focus moves to the main button.
  /** @type {Wodc.Page['show']} */
  function show(id, shown) {
    const element = $(id);
    if (element.hidden === !shown) return;
    const hadFocus = !shown && element.contains(document.activeElement);
    element.hidden = !shown;
    if (hadFocus) $('toggle').focus();
  }

  /** @type {Wodc.Page['make']} */
  function make(name, content, className) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (content !== undefined) element.textContent = content;
    return element;
  }

  // The coach's own text, in either writing direction.
  /** @type {Wodc.Page['own']} */
  function own(content) {
    return make('bdi', content);
  }

  // The tasks inside a stage if there are several: a single one is shown as the stage itself.
  /** @param {Wodc.Stage | null | undefined} stage */
  function several(stage) {
    const inside = stage?.inside ?? [];
    return inside.length > 1 ? inside : [];
  }

  class View {
    /** @param {Wodc.Session} session */
    constructor(session) {
      this.session = session;
      this.moveMark = wodc.strip($('strip'), session.book);
      /** @type {string | null} */
      this.shown = null;
      /** @type {string | null} */
      this.tempo = null;
      /** @type {string | null} */
      this.announced = null;
    }

    // Shows the session as it is at `now`.
    /** @param {number} now */
    draw(now) {
      const { session } = this;
      const { phase, index, paused, swaps } = session.state;
      const key = JSON.stringify([phase, index, swaps]);
      if (key !== this.shown) {
        this.shown = key;
        this.drawStage();
      }
      const isPaused = paused !== null;
      attribute($('player'), 'data-paused', isPaused);
      this.drawClock(now, isPaused);
      this.drawTempo(now);
      this.moveMark(session.planned(now));
      text('toggle', phase === 'ready' ? 'Start' : phase === 'end' ? 'Start again' : isPaused ? 'Go on' : 'Pause');
      this.announce(isPaused);
    }

    // Draws what changes only from one stage to the next.
    drawStage() {
      const { session } = this;
      const { book } = session;
      const { phase, index } = session.state;
      const stage = session.stage();
      const kind = stage ? KINDS[stage.kind] : phase;
      attribute($('player'), 'data-phase', phase);
      attribute($('player'), 'data-kind', kind);
      for (const id of ['restart', 'back', 'skip']) {
        attribute($(id), 'aria-disabled', phase === 'ready' || (phase === 'end' && id !== 'restart'));
      }
      show('now', phase !== 'end');
      show('summary', phase === 'end');
      if (phase === 'end') {
        show('done', false);
        attribute($('player'), 'data-main', 'toggle');
        this.drawSummary();
        return;
      }
      const task = stage ? this.main(stage) : { name: phase === 'ready' ? book.title : 'Get ready' };
      this.drawWhere(stage, task.name);
      this.drawName(task.name, several(stage).length > 0);
      // Before the start it shows the title, and the small title above is hidden.
      attribute($('name'), 'aria-level', phase === 'ready' ? 1 : 2);
      text('side', task.side ?? '');
      text('dose', task.dose ?? '');
      text('target', task.target ?? '');
      show('note', Boolean(this.notes(stage, index)));
      text('note', this.notes(stage, index));
      this.drawInside(stage);
      this.drawSlots(stage);
      this.drawFigure(stage);
      this.drawCues(task);
      const swappable = this.swappable();
      show('swap', swappable.length > 0);
      const { by } = session.ending();
      const isAmrap = stage?.kind === 'amrap';
      attribute($('player'), 'data-main', phase === 'stage' && (by !== 'clock' || isAmrap) ? 'done' : 'toggle');
      show('done', phase === 'stage' && (by !== 'clock' || isAmrap));
      text('done', isAmrap ? 'One more round' : 'Done');
      show('rounds', isAmrap);
      this.drawNext(stage);
      text('label', LABELS[kind]);
    }

    // The task that is shown large: the stage's own, or the only one inside it.
    /** @param {Wodc.Stage} stage */
    main(stage) {
      return this.session.task(stage.inside?.length === 1 ? stage.inside[0] : stage.task);
    }

    // The parts and counts of a stage, without what is written large below.
    /** @param {Wodc.Stage | null} stage @param {string} name */
    drawWhere(stage, name) {
      const { by } = this.session.book;
      const told = stage ? [words.parts(stage), ...words.counts(stage)] : by ? [`by ${by}`] : [];
      if (told[0] === name) told.shift();
      $('where').replaceChildren(...told.filter(Boolean).flatMap((told) => [own(told), ' ']));
    }

    // With a list of tasks below, the block's name is only a heading.
    /** @param {string} name @param {boolean} isBlock */
    drawName(name, isBlock) {
      $('name').replaceChildren(own(name));
      const letters = [...name].length;
      const [, size] = LENGTHS.find(([most]) => letters <= most) ?? [0, 'vast'];
      attribute($('name'), 'data-size', isBlock && size !== 'vast' ? 'block' : size);
    }

    // The coach's notes before this stage.
    /** @param {Wodc.Stage | null} stage @param {number} index */
    notes(stage, index) {
      const { stages, last_notes: last } = this.session.book;
      const notes = stage ? (stage.notes ?? []) : (stages[0]?.notes ?? []);
      return [...notes, ...(stage && index === stages.length - 1 ? (last ?? []) : [])].join('\n');
    }

    // The tasks inside an interval, a round of an AMRAP, or a whole `for time`.
    /** @param {Wodc.Stage | null} stage */
    drawInside(stage) {
      const inside = several(stage);
      show('inside', inside.length > 0);
      attribute($('inside'), 'data-many', inside.length > 6);
      $('inside').replaceChildren(...inside.map((at) => {
        const task = this.session.task(at);
        const item = make('li');
        const how = words.how(task);
        const name = make('span', undefined, 'movement');
        name.append(own(task.name));
        item.append(name, ' ', make('span', how, 'how'));
        return item;
      }));
    }

    // The intervals of an EMOM as a row of slots.
    /** @param {Wodc.Stage | null} stage */
    drawSlots(stage) {
      const { n, of } = (stage?.kind === 'interval' && stage.round) || { n: 0, of: 0 };
      const isShown = of > 1 && of <= MOST_SLOTS;
      show('slots', isShown);
      if (!isShown) return;
      $('slots').replaceChildren(...Array.from({ length: of }, (_, at) => {
        const slot = make('li', String(at + 1), at + 1 < n ? 'behind' : '');
        if (at + 1 === n) slot.setAttribute('aria-current', 'step');
        return slot;
      }));
    }

    // The figure of the movement, or, before it is its turn, of the next one. It is taken from the sheet.
    /** @param {Wodc.Stage | null} stage */
    drawFigure(stage) {
      const { session } = this;
      const next = stage ? session.state.index + 1 : 0;
      const shown = stage && WORK.has(stage.kind) ? stage : session.nextWork(next);
      const name = shown && several(shown).length === 0 ? this.main(shown).name.toLowerCase() : '';
      const notes = [...document.querySelectorAll('#sheet [data-movement]')];
      const drawn = notes.find((one) => one.getAttribute('data-movement') === name)?.querySelector('.figure');
      show('figure', Boolean(drawn));
      $('figure').replaceChildren(...(drawn ? [drawn.cloneNode(true)] : []));
    }

    // The cues.
    /** @param {Wodc.Doing} task */
    drawCues(task) {
      const cues = task.cues ?? [];
      show('cues', cues.length > 0);
      $('cues').replaceChildren(...cues.map((cue) => {
        const item = make('li');
        item.append(own(cue));
        return item;
      }));
    }

    // What comes next, with its dose.
    /** @param {Wodc.Stage | null} stage */
    drawNext(stage) {
      const { session } = this;
      const { stages } = session.book;
      const at = stage ? session.state.index + 1 : 0;
      const next = stages[at];
      const task = next ? this.main(next) : { name: 'the end' };
      text('next-word', next ? (stage ? 'Next' : 'First') : 'Then');
      $('next-name').replaceChildren(own(task.name));
      let how = words.how(task);
      const inside = several(next);
      if (inside.length > 0) {
        const first = inside.slice(0, 3).map((index) => words.task(session.task(index)));
        how = first.join(' · ') + (inside.length > 3 ? ' …' : '');
      }
      // Before a rest or a change, say what comes after it, too.
      const work = next && !WORK.has(next.kind) && session.nextWork(at);
      if (work) how = [how, `then ${words.short(this.main(work))}`].filter(Boolean).join(', ');
      text('next-how', how);
    }

    // The digits, the line below them, and the ring.
    /** @param {number} now @param {boolean} isPaused */
    drawClock(now, isPaused) {
      const { session } = this;
      const { phase } = session.state;
      if (phase === 'end') return;
      const stage = session.stage();
      const { by, ms } = session.ending();
      const passed = session.passed(now);
      let digits = words.left((ms ?? 0) - passed);
      let under = '';
      let part = ms ? 1 - passed / ms : 1;
      if (phase === 'ready') {
        [digits, under] = words.length(session.book);
      } else if (by !== 'clock') {
        digits = words.up(passed);
        const isFit = stage && session.isAsWritten(stage) && stage.duration_ms > 0;
        if (ms !== null) under = `${words.left(ms - passed)} left`;
        else if (isFit) under = `about ${words.up(Math.round(stage.duration_ms / 1000) * 1000)}`;
        if (ms === null) part = isFit ? Math.min(passed / stage.duration_ms, 1) : 0;
      }
      if (isPaused) under = 'paused';
      text('digits', digits);
      attribute($('digits'), 'data-length', digits.length);
      text('under', under);
      attribute($('arc'), 'stroke-dashoffset', Math.round(1000 - 1000 * Math.min(Math.max(part, 0), 1)));
      const total = session.book.time;
      text('elapsed', phase === 'ready' ? total : `${words.up(session.active(now))} of ${total}`);
      if (stage?.kind === 'amrap') {
        const { rounds } = session.state;
        text('round-count', String(rounds));
        text('round-word', rounds === 1 ? 'round' : 'rounds');
        attribute($('uncount'), 'aria-disabled', rounds === 0);
      }
    }

    /** @param {number} now */
    drawTempo(now) {
      const metronome = this.session.metronome(now);
      show('tempo', metronome !== null);
      if (!metronome) return;
      const { phases } = metronome;
      const key = JSON.stringify(phases);
      if (this.tempo !== key) {
        this.tempo = key;
        $('phases').replaceChildren(...phases.map(({ name, seconds }) => {
          const item = make('li');
          item.append(make('span', name, 'phase'), make('span', seconds === null ? 'fast' : String(seconds), 'seconds'));
          if (seconds === 0) item.className = 'none';
          return item;
        }));
      }
      [...$('phases').children].forEach((item, at) => {
        const isOn = at === metronome.phase;
        attribute(item, 'data-on', isOn);
        const { seconds } = phases[at];
        const count = isOn && seconds !== null ? String(Math.floor(metronome.within / 1000) + 1) : seconds === null ? 'fast' : String(seconds);
        const figure = item.lastChild;
        if (figure && figure.textContent !== count) figure.textContent = count;
      });
      text('rep', `Repetition ${metronome.rep}`);
    }

    drawSummary() {
      const { session } = this;
      const summary = session.summary();
      text('total', words.up(Math.round(summary.total_ms / 1000) * 1000));
      $('results').replaceChildren(...summary.lines.map((line) => {
        const item = make('li', undefined, line.skipped ? 'skipped' : '');
        const name = make('span', undefined, 'entry');
        name.append(own(words.entry(line)));
        item.append(name, ' ', make('span', words.result(line), 'result'));
        return item;
      }));
      $('copy-text').value = words.summary(session.book, summary);
      show('copy-text', false);
      text('copied', '');
    }

    // The current tasks that have alternatives.
    swappable() {
      const { session } = this;
      const stage = session.stage();
      if (!stage) return [];
      return [...new Set([stage.task, ...(stage.inside ?? [])])].filter((at) => session.book.tasks[at].swaps?.length);
    }

    // Tells screen readers what has started, but never the seconds.
    /** @param {boolean} isPaused */
    announce(isPaused) {
      const { session } = this;
      const { phase, index } = session.state;
      const stage = session.stage();
      const key = JSON.stringify([phase, index, isPaused, session.state.swaps]);
      if (key === this.announced) return;
      const isFirst = this.announced === null;
      this.announced = key;
      if (isFirst && phase === 'ready') return;
      let said = phase === 'end' ? 'Done. The summary is below.' : phase === 'lead_in' ? 'Get ready' : 'Ready';
      if (stage) {
        const inside = (stage.inside ?? []).map((at) => words.task(session.task(at)));
        said = [words.task(this.main(stage)), ...(inside.length > 1 ? inside : []), ...words.counts(stage)].join('. ');
      }
      text('announce', isPaused ? `Paused. ${said}` : said);
    }
  }

  wodc.View = View;
  wodc.page = { $, text, attribute, show, make, own };
})((globalThis.wodc ??= {}));
