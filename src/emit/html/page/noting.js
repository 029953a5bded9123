// Where the athlete writes down what was done: the line about the last set, the fields of a set, all results, and the
// cells of the sheet. The clock goes on meanwhile.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const { $, text, attribute, show, make, own } = wodc.page;
  const { plain, read, time, ofClock, LONGEST_REMARK, LONGEST_NOTE, MOST_ROUNDS } = wodc.figures;

  /** @type {Wodc.Measure} */
  const ROUNDS = { name: 'rounds', step: 1000, least: 0, most: MOST_ROUNDS * 1000, whole: true };
  /** @type {Wodc.Measure} */
  const REPS = { ...ROUNDS, name: 'reps' };
  // Lines with more sets than these are closed at first.
  const MOST_OPEN = 6;
  // The most sets of one stage whose last time is shown: more could not be read while moving.
  const MOST_BEFORE = 3;

  // `5 × 62.5 kg`, `missed`: what is known of a set, for people.
  /** @param {Wodc.SetView} set */
  function told({ status, dose, amount, load, weight, isTimed, ms }) {
    if (status === 'missed') return 'missed';
    if (status === 'left') return 'not done';
    /** @type {(measure: Wodc.Measure, milli: number) => string} */
    const figure = (measure, milli) => [plain(measure, milli), measure.unit === 's' ? '' : measure.name].filter(Boolean).join(' ');
    const much = amount === null ? 'how many?' : load && dose.whole ? plain(dose, amount) : figure(dose, amount);
    const heavy = load && weight !== null ? ` × ${figure(load, weight)}` : '';
    return `${much}${heavy}${isTimed && ms !== null ? ` in ${time(ms)}` : ''}`;
  }

  /** @param {string} name @param {string} content @param {() => void} action */
  function button(name, content, action) {
    const made = make('button', content, name);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  // A field for a figure. What cannot be read in it is marked, and changes nothing.
  /** @param {string} label @param {Wodc.Field} field */
  function figureField(label, { get, put, measure, isClock, hint }) {
    const input = make('input');
    input.type = 'text';
    input.autocomplete = 'off';
    input.inputMode = isClock || measure.unit === 's' ? 'text' : measure.whole ? 'numeric' : 'decimal';
    attribute(input, 'aria-label', label);
    if (hint) input.placeholder = hint;
    /** @param {number} milli */
    const written = (milli) => (isClock ? time(milli) : plain(measure, milli));
    const refresh = () => {
      if (document.activeElement === input) return;
      const value = get();
      input.value = value === null ? '' : written(value);
      attribute(input, 'aria-invalid', false);
    };
    input.addEventListener('input', () => {
      const typed = input.value.trim();
      const value = isClock ? ofClock(typed) : read(measure, typed);
      attribute(input, 'aria-invalid', typed !== '' && value === null);
      if (typed === '') put(undefined);
      else if (value !== null) put(value);
    });
    input.addEventListener('blur', refresh);
    refresh();
    /** @param {number} by */
    const step = (by) => {
      const value = Math.min(Math.max((get() ?? 0) + by * measure.step, measure.least), measure.most);
      put(value);
      input.value = written(value);
      attribute(input, 'aria-invalid', false);
    };
    return { input, refresh, step };
  }

  // The same with a button for less and one for more.
  /** @param {string} label @param {Wodc.Field} field */
  function stepper(label, field) {
    const { input, refresh, step } = figureField(label, field);
    const group = make('div', undefined, 'stepper');
    const less = button('', '−', () => step(-1));
    const more = button('', '+', () => step(1));
    attribute(less, 'aria-label', `Less: ${label}`);
    attribute(more, 'aria-label', `More: ${label}`);
    group.append(less, input, more, make('span', field.isClock ? 'time' : field.measure.name, 'in'));
    return { element: group, refresh };
  }

  /** @param {string} label @param {number} longest @param {() => string} get @param {(value: string) => void} put */
  function textField(label, longest, get, put) {
    const field = make('label', undefined, 'text');
    const input = make('input');
    input.type = 'text';
    input.autocomplete = 'off';
    input.maxLength = longest;
    input.value = get();
    input.addEventListener('input', () => put(input.value));
    field.append(make('span', label), input);
    return field;
  }

  class Noting {
    // `changed` is called after each change, and `now` gives the time on the wall.
    /** @param {Wodc.Results} results @param {Wodc.NotingOptions} options */
    constructor(results, options) {
      this.results = results;
      this.options = options;
      /** @type {(() => void)[]} */
      this.refreshes = [];
      /** @type {(() => void)[]} */
      this.sheetRefreshes = [];
      /** @type {string | null} */
      this.shown = null;
      /** @type {string[]} */
      this.last = [];
      this.changes = 0;
      this.canWrite = false;
      if (results.asks.lines.some(({ last, sets }) => last || sets.some(({ best }) => best))) {
        const before = make('p', undefined, 'before');
        before.id = 'before';
        before.hidden = true;
        $('how').after(before);
      }
      this.sheet();
    }

    // ---- the line about the last set ----

    // Shows the line, if there is a set to write down. In the next set it is out of the way.
    draw() {
      const { session } = this.results;
      const { phase, index } = session.state;
      const key = JSON.stringify([phase, index, this.changes, session.state.swaps]);
      if (key === this.shown) return;
      this.shown = key;
      const { stages } = session.book;
      const isWork = wodc.WORK.has(stages[index]?.kind) && !wodc.WORK.has(stages[index - 1]?.kind);
      const sets = phase === 'stage' && !isWork ? this.results.justDone(index) : [];
      const isOn = phase === 'stage' && wodc.WORK.has(stages[index].kind);
      this.drawBefore(isOn ? this.results.setsOf(index) : sets, isOn);
      this.last = sets.map((set) => set.key);
      show('noting', sets.length > 0);
      if (sets.length === 0) return;
      const isUnknown = sets.some(({ amount, status }) => amount === null && status === 'done');
      const [set] = sets;
      const which = sets.length > 1 ? `${sets.length} sets` : [set.name, set.label].filter(Boolean).join(', ');
      text('note-what', sets.length > 1 ? 'Write down' : told(set));
      text('note-which', which);
      attribute($('note-set'), 'class', isUnknown ? 'solid' : '');
      const isAsAsked = sets.every(({ key }) => {
        const { mark, amount, weight } = this.results.notes.sets[key] ?? {};
        return mark === 'done' && amount === undefined && weight === undefined;
      });
      show('as-asked', !isAsAsked && sets.every(({ asked }) => asked !== null));
    }

    // Shows what was done before in the set that is on; in a rest, in the one that is written down.
    /** @param {Wodc.SetView[]} sets @param {boolean} isOn */
    drawBefore(sets, isOn) {
      if (!$('before')) return;
      const known = sets.filter(({ before }) => before.length > 0);
      const isShown = known.length > 0 && known.length <= MOST_BEFORE;
      show('before', isShown);
      if (!isShown) return;
      // The movement that is on has its name above.
      const isNamed = isOn && known.length === 1;
      $('before').replaceChildren(...known.map(({ name, label, before }) => {
        const line = make('span');
        if (!isNamed) line.append(own([name, label].filter(Boolean).join(', ')), ' ');
        line.append(...before.flatMap(([what, said]) => [make('span', `${what}: ${said}`, 'one'), ' ']));
        return line;
      }));
    }

    asAsked() {
      if ($('as-asked').hidden || $('noting').hidden) return;
      for (const key of this.last) this.results.asAsked(key);
      this.change();
      text('results-heard', 'Noted: as asked.');
    }

    missed() {
      const [key] = this.last;
      if (key === undefined || $('noting').hidden) return;
      this.results.note(key, { mark: this.results.set(key).status === 'missed' ? 'done' : 'missed' });
      this.change();
      text('results-heard', `Noted: ${told(this.results.set(key))}.`);
    }

    // Something was written down.
    change() {
      this.changes += 1;
      this.results.begin(this.options.now());
      for (const refresh of [...this.refreshes, ...this.sheetRefreshes]) refresh();
      this.options.changed();
      this.draw();
    }

    // Begins anew, after everything was forgotten or another session began.
    anew() {
      this.changes += 1;
      for (const refresh of this.sheetRefreshes) refresh();
    }

    // ---- the fields of a set ----

    // Opens the fields of the last set; without one, all results.
    open() {
      if ($('noting').hidden || this.last.length === 0) {
        this.openAll();
        return;
      }
      this.refreshes = [];
      $('set-list').replaceChildren(...this.last.map((key) => this.fields(key, true)));
      const names = new Set(this.last.map((key) => this.results.set(key).name));
      $('set-head').replaceChildren(own([...names].join(', ')));
      $('set-panel').showModal();
      /** @type {HTMLInputElement | null} */ ($('set-list').querySelector('input'))?.focus();
    }

    // The fields of a set: how much, with what load, how long; whether it was done; a remark.
    /** @param {string} key @param {boolean} [isAlone] */
    fields(key, isAlone) {
      const { results } = this;
      const first = results.set(key);
      const group = make('fieldset', undefined, 'set');
      group.dataset.key = key;
      const legend = make('legend', first.label || 'Done');
      const state = make('span', '', 'state');
      legend.append(' ', state);
      group.append(legend);
      const before = first.before.map(([name, said]) => `${name}: ${said}`).join(' · ');
      if (before) group.append(make('p', before, 'before'));
      /** @param {string} what @param {'amount' | 'weight' | 'ms'} name @param {Wodc.Measure} measure */
      const add = (what, name, measure) => {
        const label = [first.name, first.label, what].filter(Boolean).join(', ');
        const { element, refresh } = stepper(label, {
          measure,
          isClock: name === 'ms',
          get: () => results.set(key)[name],
          put: (value) => {
            results.note(key, value === undefined ? { [name]: value } : { [name]: value, mark: 'done' });
            this.change();
          },
        });
        group.append(element);
        this.refreshes.push(refresh);
      };
      add(first.dose.name, 'amount', first.dose);
      if (first.load) add(first.load.name, 'weight', first.load);
      if (first.isTimed) add('time', 'ms', { name: 'time', unit: 's', step: 1000, least: 1000, most: 86_400_000, whole: false });
      group.append(this.marks(key, isAlone === true));
      group.append(textField('Remark', LONGEST_REMARK, () => results.set(key).remark, (value) => {
        results.note(key, { remark: value || undefined });
        this.change();
      }));
      const refresh = () => {
        const set = results.set(key);
        state.textContent = set.status === 'open' ? 'not yet' : told(set);
        group.dataset.status = set.status;
      };
      this.refreshes.push(refresh);
      refresh();
      return group;
    }

    // As asked, missed, not done: one tap each.
    /** @param {string} key @param {boolean} isAlone */
    marks(key, isAlone) {
      const { results } = this;
      const row = make('p', undefined, 'choices');
      /** @param {string} content @param {Wodc.SetView['status']} mark */
      const toggle = (content, mark) => {
        const made = button('', content, () => {
          results.note(key, { mark: results.set(key).status === mark ? undefined : mark });
          this.change();
        });
        const refresh = () => attribute(made, 'aria-pressed', results.set(key).status === mark);
        this.refreshes.push(refresh);
        refresh();
        return made;
      };
      const asked = button('', 'As asked', () => {
        results.asAsked(key);
        this.change();
        if (isAlone && this.last.length === 1) $('set-panel').close();
      });
      if (results.set(key).asked !== null) row.append(asked);
      row.append(toggle('Missed', 'missed'), toggle('Not done', 'left'));
      return row;
    }

    // ---- all results ----

    openAll() {
      if ($('set-panel').open) $('set-panel').close();
      this.refreshes = [];
      const { asks } = this.results;
      const lines = asks.lines.map((_, at) => this.line(at));
      $('results-list').replaceChildren(...lines, ...(asks.scores ?? []).map((score) => this.score(score)), ...this.rest());
      const refresh = () => this.drawText();
      this.refreshes.push(refresh);
      refresh();
      this.drawEarlier();
      text('results-said', this.options.isKept() ? '' : 'This browser keeps nothing: copy or save the results before you close the page.');
      $('results-panel').showModal();
    }

    // A statement with its sets, which open below it.
    /** @param {number} at */
    line(at) {
      const { results } = this;
      const keys = results.keys()[at];
      const line = make('details', undefined, 'line');
      const head = make('summary');
      const name = make('span', undefined, 'movement');
      name.append(own(results.asks.lines[at].name));
      const said = make('span', '', 'said');
      head.append(name, ' ', said);
      line.append(head);
      const refresh = () => {
        const [first] = results.line(at);
        said.textContent = first === undefined ? 'nothing yet' : keys.map((key) => results.set(key)).filter(({ status }) => status !== 'open').map(told).join(', ');
      };
      this.refreshes.push(refresh);
      refresh();
      // The fields are made when they are looked at: a long workout has hundreds.
      const fill = () => {
        if (line.open && line.children.length === 1) line.append(...keys.map((key) => this.fields(key)));
      };
      line.addEventListener('toggle', fill);
      line.open = Object.keys(results.places).length <= MOST_OPEN;
      fill();
      return line;
    }

    // The rounds of an AMRAP, the time of a `for time`.
    /** @param {Wodc.Score} score */
    score(score) {
      const { results } = this;
      const group = make('fieldset', undefined, 'set');
      const legend = make('legend');
      legend.append(own(score.name));
      group.append(legend);
      const { isTime } = results.score(score);
      /** @param {'rounds' | 'reps' | 'ms'} name @param {Wodc.Measure} measure @param {string} what */
      const add = (name, measure, what) => {
        const scale = name === 'ms' ? 1 : 1000;
        const { element, refresh } = stepper(`${score.name}, ${what}`, {
          measure,
          isClock: name === 'ms',
          get: () => {
            const value = results.score(score)[name];
            return value === null ? null : value * scale;
          },
          put: (value) => {
            results.noteScore(score.stage, { [name]: value === undefined ? undefined : value / scale });
            this.change();
          },
        });
        group.append(element);
        this.refreshes.push(refresh);
      };
      if (isTime) add('ms', { name: 'time', unit: 's', step: 1000, least: 1000, most: 86_400_000, whole: false }, 'time');
      else {
        add('rounds', ROUNDS, 'rounds');
        add('reps', { ...REPS, name: 'more reps' }, 'repetitions of the next round');
      }
      return group;
    }

    // What was to be recorded, how it felt, and a note; or that nothing was done.
    rest() {
      const { results } = this;
      const { notes, asks } = results;
      const records = (asks.records ?? []).map((what, at) => textField(what, LONGEST_REMARK, () => notes.records[at] ?? '', (value) => {
        notes.records[at] = value;
        this.change();
      }));
      const felt = make('label', undefined, 'text');
      const choice = make('select');
      const { word, least, most } = asks.scale;
      const figures = Array.from({ length: most - least + 1 }, (_, at) => String(least + at));
      choice.append(...['', ...figures].map((figure) => {
        const option = make('option', figure || '–');
        option.value = figure;
        return option;
      }));
      choice.value = notes.felt === undefined ? '' : String(notes.felt);
      choice.addEventListener('change', () => {
        notes.felt = choice.value === '' ? undefined : Number(choice.value);
        this.change();
      });
      felt.append(make('span', word === 'pain' ? `Pain, ${least} to ${most}` : `How hard it felt, ${least} to ${most}`), choice);
      const note = textField('Note', LONGEST_NOTE, () => notes.note ?? '', (value) => {
        notes.note = value || undefined;
        this.change();
      });
      const skipped = make('label', undefined, 'check');
      const box = make('input');
      box.type = 'checkbox';
      box.checked = notes.skipped !== undefined;
      const why = textField('Why', LONGEST_REMARK, () => notes.skipped ?? '', (value) => {
        notes.skipped = value;
        this.change();
      });
      why.hidden = !box.checked;
      box.addEventListener('change', () => {
        notes.skipped = box.checked ? '' : undefined;
        why.hidden = !box.checked;
        this.change();
      });
      skipped.append(box, make('span', 'Nothing was done at all'));
      return [...records, felt, note, skipped, why];
    }

    drawText() {
      const block = this.results.block(this.options.now());
      $('results-text').value = block;
      attribute($('results-text'), 'rows', Math.min(Math.max(block.split('\n').length, 3), 12));
      for (const id of ['results-copy', 'results-save', 'results-write']) /** @type {HTMLButtonElement} */ ($(id)).disabled = block === '';
      show('results-write', this.canWrite);
    }

    // The results of days before that this browser still has.
    drawEarlier() {
      const earlier = this.options.earlier();
      show('results-earlier', earlier.length > 0);
      $('results-before').value = earlier.join('\n');
    }

    // ---- the sheet ----

    // Puts fields into the cells of the sheet, and boxes to tick into its boxes.
    sheet() {
      /** @type {NodeListOf<HTMLElement>} */
      const cells = document.querySelectorAll('#sheet .cell[data-sets]');
      for (const cell of cells) this.cell(cell);
      /** @type {NodeListOf<HTMLElement>} */
      const boxes = document.querySelectorAll('#sheet .box[data-sets]');
      for (const box of boxes) this.box(box);
      /** @type {NodeListOf<HTMLElement>} */
      const blanks = document.querySelectorAll('#sheet .blank[data-record]');
      for (const blank of blanks) this.blank(blank);
    }

    /** @param {HTMLElement} cell */
    cell(cell) {
      const { results } = this;
      const keys = keysOf(cell);
      const first = results.set(keys[0]);
      const isPair = cell.closest('.pairs') !== null;
      /** @type {['amount' | 'weight' | 'ms', Wodc.Measure][]} */
      const fields = [];
      if (first.load) fields.push(['weight', first.load]);
      if (isPair || (!first.load && !first.isTimed)) fields.push(['amount', first.dose]);
      if (!first.load && first.isTimed) fields.push(['ms', first.dose]);
      const inputs = fields.map(([name, measure]) => {
        const what = name === 'ms' ? 'time' : measure.name;
        const hint = { weight: first.askedWeight, amount: first.asked, ms: null }[name];
        const { input, refresh } = figureField([first.name, first.label, what].filter(Boolean).join(', '), {
          measure,
          isClock: name === 'ms',
          hint: hint === null ? undefined : plain(measure, hint),
          get: () => {
            const { status, [name]: value } = results.set(keys[0]);
            return status === 'done' ? value : null;
          },
          put: (value) => {
            for (const key of keys) results.note(key, value === undefined ? { [name]: value } : { [name]: value, mark: 'done' });
            this.change();
          },
        });
        this.sheetRefreshes.push(refresh);
        return input;
      });
      const unit = cell.querySelector('.unit');
      if (unit) unit.before(inputs[0]);
      else cell.append(inputs[0]);
      if (inputs.length > 1) cell.append(inputs[1]);
      group(cell, '.cells', first.name);
    }

    /** @param {HTMLElement} box */
    box(box) {
      const { results } = this;
      const keys = keysOf(box);
      const first = results.set(keys[0]);
      const input = make('input');
      input.type = 'checkbox';
      attribute(input, 'aria-label', [first.name, first.label].filter(Boolean).join(', '));
      input.addEventListener('change', () => {
        for (const key of keys) results.note(key, { mark: input.checked ? 'done' : 'open' });
        this.change();
      });
      const refresh = () => {
        input.checked = results.set(keys[0]).status === 'done';
      };
      this.sheetRefreshes.push(refresh);
      refresh();
      box.append(input);
      group(box, '.boxes', first.name);
    }

    /** @param {HTMLElement} blank */
    blank(blank) {
      const { notes, asks } = this.results;
      const at = Number(blank.dataset.record);
      const input = make('input');
      input.type = 'text';
      input.maxLength = LONGEST_REMARK;
      attribute(input, 'aria-label', asks.records?.[at] ?? '');
      input.value = notes.records[at] ?? '';
      input.addEventListener('input', () => {
        this.results.notes.records[at] = input.value;
        this.change();
      });
      const refresh = () => {
        if (document.activeElement !== input) input.value = this.results.notes.records[at] ?? '';
      };
      this.sheetRefreshes.push(refresh);
      blank.removeAttribute('role');
      blank.removeAttribute('aria-label');
      blank.append(input);
    }
  }

  /** @param {HTMLElement} place */
  function keysOf(place) {
    return (place.dataset.sets ?? '').split(' ');
  }

  // What was a picture of places is a group of fields now.
  /** @param {HTMLElement} place @param {string} around @param {string} name */
  function group(place, around, name) {
    const all = place.closest(around);
    if (!all) return;
    attribute(all, 'role', 'group');
    attribute(all, 'aria-label', name);
  }

  wodc.Noting = Noting;
})((globalThis.wodc ??= {}));
