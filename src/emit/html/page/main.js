// Starts the page: connects the session with its view, sound, and the athlete's buttons and keys.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const { $, show, text, attribute } = wodc.page;
  // How often the clock is checked: sound is never later than this.
  const LOOK_MS = 100;
  // How often a running session is kept, so that a reload knows how long nobody was there.
  const KEEP_MS = 5000;

  /** @type {Wodc.Playbook} */
  const book = JSON.parse($('playbook').textContent);
  const clock = new wodc.Clock();
  const session = new wodc.Session(book, wodc.store.session(book, clock.now()) ?? undefined);
  const view = new wodc.View(session);
  const hasSession = session.state.phase !== 'ready';
  const results = new wodc.Results(session, wodc.store.notes(book, hasSession) ?? undefined);
  let isKept = true;
  const noting = new wodc.Noting(results, {
    now: () => new Date(),
    changed: () => keepNotes(false),
    isKept: () => isKept,
    earlier: () => wodc.store.earlier(book, results.notes),
  });
  /** @type {Wodc.Tastes} */
  const tastes = { voice: true, beeps: true, theme: null, projector: false, ...wodc.store.tastes() };
  let kept = { changed: '', at: -Infinity };

  // Plays sound, keeps what has changed, and shows it.
  /** @param {Wodc.Heard[]} heard @param {number} now */
  function settle(heard, now) {
    for (const { say, beep } of heard) {
      if (say !== undefined) wodc.voice.say(say);
      if (beep !== undefined) wodc.beeps.play(beep);
    }
    const { phase, index, paused, began, rounds, swaps } = session.state;
    const changed = JSON.stringify([phase, index, paused, began, rounds, swaps]);
    if (changed !== kept.changed || (session.isRunning() && now - kept.at >= KEEP_MS)) {
      kept = { changed, at: now };
      wodc.store.keep(book, session.state, now);
      if (results.notes.began !== undefined) keepNotes(false);
    }
    wodc.wake.set(session.isRunning());
    view.draw(now);
    noting.draw();
    if (!isMoving) frame();
    if (phase !== 'stage' && phase !== 'lead_in') show('silent', false);
  }

  // Keeps what was written down. What is over is not gone on with.
  /** @param {boolean} isOver */
  function keepNotes(isOver) {
    isKept = wodc.store.keepNotes(book, results.notes, results.block(new Date()), isOver);
  }

  // Begins anew: what was done to the end stays on this device, the rest is forgotten.
  function anew() {
    if (session.state.phase === 'end') keepNotes(true);
    else wodc.store.dropNotes(book, results.notes);
    results.clear();
  }

  function look() {
    const now = clock.now();
    settle(session.look(now), now);
  }

  // Something the athlete does that does not interrupt speech.
  /** @param {(now: number) => Wodc.Heard[]} action */
  function act(action) {
    const now = clock.now();
    const heard = action(now);
    settle(heard, now);
  }

  /** @param {(now: number) => Wodc.Heard[]} action */
  function cut(action) {
    act((now) => {
      const before = session.look(now);
      wodc.voice.hush();
      return before.concat(action(now));
    });
  }

  /** @type {Wodc.Actions} */
  const actions = {
    toggle() {
      const { phase, paused } = session.state;
      if (phase === 'end') {
        anew();
        session.restart();
        noting.anew();
      }
      if (phase === 'ready' || phase === 'end') {
        results.begin(new Date());
        act((now) => session.start(now));
      }
      else if (paused === null) cut((now) => session.pause(now));
      else act((now) => session.resume(now));
    },
    done() {
      if (session.stage()?.kind === 'amrap') act((now) => session.done(now));
      else if (session.ending().by !== 'clock') cut((now) => session.done(now));
    },
    skip: () => cut((now) => session.skip(now)),
    back: () => cut((now) => session.back(now)),
    restart() {
      const { phase } = session.state;
      if (phase === 'stage') wodc.panels.restart();
      else if (phase !== 'ready') startOver();
    },
    swap() {
      const tasks = view.swappable();
      if (tasks.length === 0) return;
      wodc.panels.swap(session, tasks, (task, swap) => cut((now) => session.swap(now, task, swap)));
    },
    uncount() {
      session.uncount();
      act(() => []);
    },
    beat: () => act((now) => (session.beat(now), [])),
    voice: () => toggle('voice'),
    beeps: () => toggle('beeps'),
    projector: () => toggle('projector'),
    theme() {
      tastes.theme = isDark() ? 'light' : 'dark';
      taste();
    },
    sheet() {
      const isSheet = document.documentElement.dataset.view === 'sheet';
      document.documentElement.dataset.view = isSheet ? 'player' : 'sheet';
      scrollTo(0, 0);
      if (isSheet) $('show-sheet').focus();
      else $('show-player').focus();
    },
    help: () => wodc.panels.help(),
    results: () => noting.open(),
    asAsked: () => noting.asAsked(),
    missed: () => noting.missed(),
  };

  function startOver() {
    anew();
    cut(() => session.restart());
    noting.anew();
    $('toggle').focus();
  }

  /** @param {'voice' | 'beeps' | 'projector'} name */
  function toggle(name) {
    tastes[name] = !tastes[name];
    if (name === 'voice' && !tastes.voice) wodc.voice.hush();
    taste();
  }

  function isDark() {
    return tastes.theme ? tastes.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  // Applies the user's preferences to the page, and keeps them.
  function taste() {
    wodc.voice.on = tastes.voice;
    wodc.beeps.on = tastes.beeps;
    attribute($('voice'), 'aria-pressed', tastes.voice);
    attribute($('beeps'), 'aria-pressed', tastes.beeps);
    attribute($('projector'), 'aria-pressed', tastes.projector);
    attribute($('theme'), 'aria-pressed', isDark());
    document.documentElement.dataset.projector = String(tastes.projector);
    if (tastes.theme) document.documentElement.dataset.theme = tastes.theme;
    wodc.store.keepTastes(tastes);
  }

  /** @param {'copy-text' | 'results-text'} field @param {string} said */
  async function copy(field, said) {
    const isCopied = await wodc.hand.copy($(field).value, $(field));
    text(said, isCopied ? 'Copied.' : 'Copy the marked text.');
  }

  function save() {
    const now = new Date();
    wodc.hand.save(results.file(now), results.fileName(now));
    text('results-said', `Saved as ${results.fileName(now)}.`);
  }

  /** @type {Record<string, Wodc.Action>} */
  const buttons = {
    toggle: 'toggle', done: 'done', skip: 'skip', back: 'back', restart: 'restart', swap: 'swap', uncount: 'uncount',
    beat: 'beat', voice: 'voice', beeps: 'beeps', projector: 'projector', theme: 'theme', help: 'help',
    'show-sheet': 'sheet', 'show-player': 'sheet', 'as-asked': 'asAsked', 'note-set': 'results',
  };
  for (const [id, action] of Object.entries(buttons)) $(id).addEventListener('click', actions[action]);
  $('again').addEventListener('click', startOver);
  $('restart-yes').addEventListener('click', () => {
    $('restart-panel').close();
    startOver();
  });
  $('copy').addEventListener('click', () => copy('copy-text', 'copied'));
  $('results-copy').addEventListener('click', () => copy('results-text', 'results-said'));
  $('results-save').addEventListener('click', save);
  $('results-write').addEventListener('click', () => wodc.hand.write(results.file(new Date())));
  for (const id of ['show-results', 'end-results', 'all-results', 'sheet-results']) {
    $(id).addEventListener('click', () => noting.openAll());
  }
  wodc.hand.listen({
    canWrite(file) {
      noting.canWrite = true;
      text('results-write', `Write to ${file}`);
    },
    wrote(isWritten, said) {
      text('results-said', said);
      if (isWritten) keepNotes(false);
    },
  });
  $('print').addEventListener('click', () => print());
  wodc.keys(actions);

  for (const touch of ['pointerdown', 'keydown']) {
    document.addEventListener(touch, () => {
      wodc.beeps.wake();
      show('silent', false);
    }, { capture: true });
  }
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', () => {
    wodc.store.keep(book, session.state, clock.now());
    if (results.notes.began !== undefined) keepNotes(false);
    // The voice belongs to the browser, and would go on without the page.
    wodc.voice.hush();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', taste);
  if (!wodc.voice.isThere) $('voice').hidden = true;
  for (const id of ['player', 'show-player', 'print', 'sheet-results']) $(id).hidden = false;
  document.documentElement.dataset.view = 'player';

  // The ring moves smoothly while a session runs, unless the user prefers reduced motion.
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  let isMoving = false;
  function frame() {
    isMoving = session.isRunning() && !isStill.matches && !document.hidden;
    if (!isMoving) return;
    view.draw(clock.now());
    requestAnimationFrame(frame);
  }

  taste();
  look();
  // A page that was reloaded in the middle has no sound until it is touched.
  show('silent', session.isRunning() && !navigator.userActivation?.hasBeenActive);
  setInterval(look, LOOK_MS);
})((globalThis.wodc ??= {}));
