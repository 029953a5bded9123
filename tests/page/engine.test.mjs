// The page's engine by itself: the sessions that every player plays alike, and what only this one has.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, buildExample, playbook, project } from './program.mjs';

const require = createRequire(import.meta.url);
require('../../src/emit/html/page/engine.js');
require('../../src/emit/html/page/clock.js');
require('../../src/emit/html/page/results.js');
const { Session, Clock, Results, areNotes } = globalThis.wodc;

const LOOK_MS = 100;
// When each session begins that says nothing else, as in the tests of the other player.
const BEGAN = new Date('2026-01-09T18:40:00');

// A session that is run line by line.
class Run {
  constructor(book) {
    this.session = new Session(book);
    this.results = new Results(this.session);
    this.now = 0;
    this.heard = [];
    this.expected = null;
  }

  // Compares the results with the lines that expect them, after the last of these.
  compare() {
    if (this.expected === null) return;
    const [first, ...lines] = this.expected;
    const last = lines.pop();
    const text = last === undefined ? '' : [first, ...lines.map((line) => `  ${line}`), last, ''].join('\n');
    assert.equal(this.results.block(BEGAN), text);
    this.expected = null;
  }

  hear(heard) {
    for (const { say } of heard) if (say !== undefined) this.heard.push(say);
  }

  pass(seconds, step) {
    const end = this.now + Math.round(seconds * 1000);
    while (this.now < end) {
      this.now = Math.min(this.now + step, end);
      this.hear(this.session.look(this.now));
    }
  }

  shown() {
    const { session, now } = this;
    const { phase } = session.state;
    if (phase === 'ready' || phase === 'end') return phase;
    const { by, ms } = session.ending();
    const passed = session.passed(now);
    const left = ms === null ? null : `${Math.max(Math.ceil((ms - passed) / 1000), 0)} left`;
    const up = `${Math.floor(passed / 1000)} up`;
    const name = phase === 'lead_in' ? 'lead-in' : session.task(session.stage().task).name.toLowerCase();
    return `${name} | ${by === 'clock' ? left : by === 'done' ? up : `${up}, ${left}`}`;
  }

  line(line) {
    const [, word, rest] = /^(\S+) ?(.*)$/.exec(line);
    const { session, now } = this;
    if (word === 'writes') return (this.expected ??= []).push(rest);
    this.compare();
    if (word.startsWith('+')) return this.pass(Number(word), LOOK_MS);
    switch (word) {
      case 'jump': return this.pass(Number(rest), Infinity);
      case 'start': case 'pause': case 'resume': case 'done': case 'skip': case 'back': case 'restart':
        return this.hear(session[word](now));
      case 'swap': {
        const [which, name] = rest.split(' of ');
        const stage = session.stage();
        const inside = stage?.inside?.find((task) => session.book.tasks[task].name.toLowerCase() === name);
        const swap = which === 'written' ? null : Number(which);
        return this.hear(session.swap(now, name ? inside : stage ? stage.task : 0, swap));
      }
      case 'shows': return assert.equal(this.shown(), rest.toLowerCase());
      case 'paused': return assert.notEqual(session.state.paused, null);
      case 'running': return assert.equal(session.state.paused, null);
      case 'says': return assert.equal(this.heard.shift(), rest);
      case 'silent': return assert.deepEqual(this.heard, []);
      case 'notes': {
        const notes = JSON.parse(rest);
        assert.ok(areNotes(notes, session.book), 'these are no notes about it');
        this.results.notes = notes;
        return undefined;
      }
      case 'rounds': return assert.equal(session.state.rounds, Number(rest));
      case 'total': return assert.equal(Math.floor(session.active(now) / 1000), Number(rest));
      default: throw new Error(`no such line: ${line}`);
    }
  }
}

const sessions = join(project, 'tests/player');
for (const name of readdirSync(sessions).filter((name) => name.endsWith('.run')).sort()) {
  test(`the session ${name}`, () => {
    const lines = readFileSync(join(sessions, name), 'utf8').split('\n');
    const source = lines.filter((line) => line.startsWith('wod ')).map((line) => line.slice(4)).join('\n');
    const page = build(source).find((one) => readFileSync(one, 'utf8').includes('id="playbook"'));
    const run = new Run(playbook(page));
    lines.forEach((line, at) => {
      if (line.trim() === '' || line.startsWith('#') || line.startsWith('wod ')) return;
      try {
        run.line(line);
      } catch (error) {
        error.message = `${name}:${at + 1}: ${line}: ${error.message}`;
        throw error;
      }
    });
    run.compare();
  });
}

const beeps = (heard) => heard.flatMap(({ beep }) => (beep ? [beep] : []));

// Every beep of a session from `from` to `to` seconds, by the second it is heard in.
function beepsOf(session, from, to) {
  const all = [];
  for (let now = from * 1000; now <= to * 1000; now += LOOK_MS) {
    for (const beep of beeps(session.look(now))) all.push([now / 1000, beep]);
  }
  return all;
}

test('the last three seconds and the start are beeped, the lead-in too', () => {
  const session = new Session(playbook(build('workout "x" < squat 10s; rest 10s; push-up 5 >')[0]));
  assert.deepEqual(beeps(session.start(0)), []);
  assert.deepEqual(beepsOf(session, 0, 32), [
    [7, 'count'], [8, 'count'], [9, 'count'], [10, 'go'],
    [17, 'count'], [18, 'count'], [19, 'count'], [20, 'rest'],
    [27, 'count'], [28, 'count'], [29, 'count'], [30, 'go'],
  ]);
});

test('a beep that is late is left out', () => {
  const session = new Session(playbook(build('workout "x" < squat 10s; rest 10s >')[0]));
  session.start(0);
  assert.deepEqual(beeps(session.look(20_900)), []);
});

test('a tempo is beaten: each turn, and each second between', () => {
  const session = new Session(playbook(build('workout "x" < squat 5 tempo 3-1-X-0; rest 10s >')[0]));
  session.start(0);
  session.skip(0);
  assert.deepEqual(beepsOf(session, 0, 5), [
    [1, 'tick'], [2, 'tick'], [3, 'turn'], [4, 'turn'], [5, 'turn'],
  ]);
  const at = ({ phase, rep }) => [phase, rep];
  assert.deepEqual([0, 2.9, 3, 4, 5, 9.9].map((s) => at(session.metronome(s * 1000))), [
    [0, 1], [0, 1], [1, 1], [2, 1], [0, 2], [2, 2],
  ]);
  session.beat(7000);
  assert.deepEqual(at(session.metronome(7000)), [0, 1]);
  assert.deepEqual(beepsOf(session, 7, 8), [[7, 'turn'], [8, 'tick']]);
});

test('a movement inside an interval can be swapped, and is named in the call', () => {
  const session = new Session(playbook(build('workout "x" < emom 2min < squat 10; push-up 5 > >')[0]));
  session.start(0);
  session.skip(0);
  const [, pushUp] = session.stage().inside;
  const swap = session.book.tasks[pushUp].swaps.findIndex((one) => one.name === 'Knee push-up');
  session.swap(1000, pushUp, swap);
  assert.equal(session.task(pushUp).name, 'Knee push-up');
  assert.deepEqual(session.ending(), { by: 'clock', ms: 60_000 });
  const said = session.look(61_000).filter(({ kind }) => kind === 'call').map(({ say }) => say);
  assert.deepEqual(said, ['Minute 2 of 2. 10 squats, then 5 knee push-ups.']);
});

test('after a long sleep, words are looked for only where they are still said', () => {
  const session = new Session(playbook(build('workout "x" < circuit rounds 200 < squat 10s; rest 10s > >')[0]));
  let looked = 0;
  const words = session.words;
  session.words = (say) => ((looked += 1), words.call(session, say));
  session.start(0);
  session.look(3_000_000);
  assert.equal(session.state.index, 299);
  assert.ok(looked < 5, `${looked} times`);
});

test('a round counted by mistake is taken back', () => {
  const session = new Session(playbook(buildExample('cindy')[0]));
  session.start(0);
  session.skip(0);
  session.done(1000);
  session.done(2000);
  session.uncount();
  assert.equal(session.state.rounds, 1);
  session.uncount();
  session.uncount();
  assert.equal(session.state.rounds, 0);
});

test('a session that was kept goes on as it was', () => {
  const book = playbook(buildExample('all-the-blocks')[0]);
  const whole = new Session(book);
  let kept = new Session(book);
  const said = { whole: [], kept: [] };
  const hear = (list, heard) => list.push(...heard.map((one) => one.say ?? one.beep));
  hear(said.whole, whole.start(0));
  hear(said.kept, kept.start(0));
  for (let now = 0; now < 600_000; now += 700) {
    kept = new Session(book, JSON.parse(JSON.stringify(kept.state)));
    hear(said.whole, whole.look(now));
    hear(said.kept, kept.look(now));
    if (now % 21_000 === 0) {
      hear(said.whole, whole.done(now));
      hear(said.kept, kept.done(now));
    }
  }
  assert.ok(said.whole.length > 50);
  assert.deepEqual(said.kept, said.whole);
  assert.deepEqual(kept.summary(), whole.summary());
});

test('time slept through counts, and a clock that is put back does not', () => {
  let wall = 1_000_000;
  let steady = 50;
  const clock = new Clock(() => wall, () => steady);
  const start = clock.now();
  const pass = (ms, slept = 0) => {
    wall += ms + slept;
    steady += ms;
    return clock.now() - start;
  };
  assert.equal(pass(1000), 1000);
  assert.equal(pass(100, 40_000), 41_100, 'asleep for 40 s');
  assert.equal(pass(1000), 42_100);
  assert.equal(pass(100, -3_600_000), 42_200, 'put back by an hour');
  assert.equal(pass(100), 42_300);
  assert.equal(pass(100, 5000), 47_400, 'and asleep once more');
  for (let nth = 0; nth < 100; nth += 1) pass(16, nth % 2 ? 1 : -1);
  assert.equal(clock.now() - start, 49_000, 'the last millisecond of the one says nothing about the other');
});

test('a hold is beaten: the movement, then each second that it is held', () => {
  const session = new Session(playbook(build('workout "x" < squat 5 hold 2s; rest 10s >')[0]));
  session.start(0);
  session.skip(0);
  const at = ({ phase, within, rep }) => [phase, within, rep];
  assert.deepEqual(session.metronome(0).phases.map(({ name, seconds }) => [name, seconds]), [['Move', 2], ['Hold', 2]]);
  assert.deepEqual([0, 1.9, 2, 3.5, 4].map((s) => at(session.metronome(s * 1000))), [
    [0, 0, 1], [0, 1900, 1], [1, 0, 1], [1, 1500, 1], [0, 0, 2],
  ]);
});
