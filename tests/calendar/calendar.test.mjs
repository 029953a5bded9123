// Every plan of the project as a calendar, read by two readers and held against the JSON of the same build.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, test } from 'node:test';

import { read } from './read.mjs';

const project = resolve(import.meta.dirname, '../..');
const wodc = resolve(project, process.env.WODC ?? 'target/debug/wodc');
const python = resolve(import.meta.dirname, process.env.PYTHON ?? 'python3');
const folder = mkdtempSync(join(tmpdir(), 'wodc-calendar-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const readers = {
  icalendar: (text) => JSON.parse(execFileSync(python, [join(import.meta.dirname, 'read.py')], { input: text, encoding: 'utf8' })),
  'ical.js': read,
};

let builds = 0;
// Builds a file, and returns the plans of its JSON with what both readers make of their calendars.
function build(file, ...options) {
  const out = join(folder, String((builds += 1)));
  execFileSync(wodc, ['build', file, '--to', 'json,ics', '-o', out, ...options], { stdio: 'pipe' });
  const names = readdirSync(out);
  const { plans } = JSON.parse(readFileSync(join(out, names.find((name) => name.endsWith('.json'))), 'utf8'));
  const texts = names.filter((name) => name.endsWith('.ics')).map((name) => readFileSync(join(out, name), 'utf8'));
  const calendars = texts.map((text) => {
    const [first, second] = Object.values(readers).map((reader) => reader(text));
    assert.deepEqual(first, second, `the readers of ${file} disagree`);
    // Both leave a property that is not of the standard as it is.
    return { ...first, title: first.title.replace(/\\(.)/g, '$1') };
  });
  assert.equal(calendars.length, plans.length);
  return plans.map((plan) => ({ plan, calendar: calendars.find(({ title }) => title === plan.title) }));
}

const day = (ms) => new Date(ms).toISOString().slice(0, 10);
const moment = (ms) => new Date(ms).toISOString().slice(0, 19);

// What a day of the JSON comes to, or a day of which one session is the race's own: the JSON does not say which it is.
function expected(plan, { date, race, sessions }, time) {
  const ms = Date.parse(`${date}T00:00:00Z`);
  const allDay = { start: date, end: day(ms + DAY_MS), transparent: true };
  const write = (done) => {
    let at = time === undefined ? undefined : Date.parse(`${date}T${time}:00Z`);
    return done.map(({ title, workout, time: own }) => {
      // A session that has a time in the plan begins then. The others follow one another.
      const start = own === undefined ? at : Date.parse(`${date}T${own}:00Z`);
      if (start === undefined) return { summary: title, ...allDay };
      const end = start + Math.max(1, Math.ceil(plan.workouts[workout].duration_ms.likely / MINUTE_MS)) * MINUTE_MS;
      if (own === undefined) at = end;
      return { summary: title, start: moment(start), end: moment(end), transparent: false };
    });
  };
  if (race === undefined) return [write(sessions)];
  const banner = { summary: `Race: ${race}`, ...allDay };
  const without = sessions.map((_, own) => sessions.filter((_, nth) => nth !== own));
  return [sessions, ...without].map((done) => [banner, ...write(done)]);
}

function compare({ plan, calendar }, time) {
  assert.ok(calendar, `no calendar is called ${plan.title}`);
  const left = calendar.events.map(({ summary, start, end, transparent }) => ({ summary, start, end, transparent }));
  for (const one of plan.weeks.flatMap(({ days }) => days)) {
    const ways = expected(plan, one, time);
    const fits = ways.find((way) => JSON.stringify(sorted(way)) === JSON.stringify(sorted(left.slice(0, way.length))));
    assert.ok(fits, `${one.date}: ${JSON.stringify(left.slice(0, 3))} is none of ${JSON.stringify(ways)}`);
    left.splice(0, fits.length);
  }
  assert.deepEqual(left, [], 'these events stand on no day of the plan');
  for (const { categories, stamp, description, summary } of calendar.events) {
    assert.deepEqual(categories, [plan.title]);
    assert.equal(stamp, `${plan.starts}T00:00:00Z`);
    assert.ok(description.startsWith('Time: ') || summary.startsWith('Race: '), summary);
  }
}

const sorted = (events) => events.map(({ summary, start, end, transparent }) => [summary, start, end, transparent]);
const uids = ({ calendar }) => calendar.events.map(({ uid }) => uid);

const inFolder = (path) => readdirSync(join(project, path)).map((name) => join(project, path, name));
const files = ['examples', 'tests/fixtures/good', 'tests/fixtures/warned', 'tests/calendar']
  .flatMap(inFolder)
  .filter((file) => file.endsWith('.wod') && /^\s*plan\s+"/m.test(readFileSync(file, 'utf8')));

for (const file of files) {
  test(`the calendars of ${basename(file)} say what its JSON says`, () => {
    // Not every plan says when it starts.
    const dated = build(file, '--starts', '2024-02-26');
    dated.forEach((one) => compare(one));
    build(file, '--starts', '2026-12-28', '--at', '23:15').forEach((one, nth) => {
      compare(one, '23:15');
      assert.deepEqual(uids(one), uids(dated[nth]));
    });
    const all = dated.flatMap(uids);
    assert.equal(new Set(all).size, all.length, 'an event is there twice');
  });
}

test('what means something to a calendar is read as it was written', () => {
  const [{ plan, calendar }] = build(join(import.meta.dirname, 'year.wod'));
  compare({ plan, calendar });
  assert.equal(calendar.title, 'Winter, spring; and "summer"');
  const [core] = calendar.events;
  assert.equal(core.summary, 'Core; legs, back\\slash');
  assert.ok(core.description.includes('BEGIN:VEVENT; then, without a break, 💪 ein sehr langer Satz über Übungen'));
  assert.ok(core.description.includes('\n\nCircuit\n3 rounds.\n- Plank: 35 s'));
  const dates = new Set(calendar.events.map(({ start }) => start));
  assert.ok(dates.has('2027-12-31') && dates.has('2028-02-29') && !dates.has('2028-03-01'));
  // Five sessions a week and two races.
  assert.equal(calendar.events.length, 12 * 5 + 2);
});
