// The parts of the studio's page that need no browser: changes, the journal, what is different.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, difference, edited, rangeAfter } from '../../src/cli/studio/page/change.js';
import { Journal } from '../../src/cli/studio/page/journal.js';
import { fit, when } from '../../src/cli/studio/page/words.js';

const typed = (at, inserted, time, removed = '') => ({ at, removed, inserted, time });

// Types letter by letter, each so long after the one before.
function type(journal, text, at = 0, pause = 100, from = 0) {
  [...text].forEach((letter, index) => journal.record(typed(at + index, letter, from + index * pause), true));
}

// What the server does with what it is sent.
function server() {
  let list = [];
  let done = 0;
  return {
    take(journal) {
      const { drop, keep, add, done: now } = journal.pending();
      list = [...list.slice(drop).slice(0, keep), ...add];
      done = now;
      journal.sending();
    },
    get kept() {
      return { changes: structuredClone(list), done };
    },
  };
}

test('a difference leads from one text to the other, at the caret', () => {
  const texts = ['', 'a', 'aa', 'aaa', 'abc', 'squat 10\n', 'squat 20\n', '💪', '💩', 'x💪y', 'x💩y'];
  for (const before of texts) {
    for (const after of texts) {
      for (let caret = 0; caret <= after.length; caret++) {
        const change = difference(before, after, caret);
        assert.equal(changed(before, change), after);
        for (const part of [change.removed, change.inserted]) assert.ok(part.isWellFormed(), 'no letter is torn apart');
      }
    }
  }
  assert.deepEqual(difference('aa', 'aaa', 1), { at: 0, removed: '', inserted: 'a' });
  assert.deepEqual(difference('aa', 'aaa', 3), { at: 2, removed: '', inserted: 'a' });
});

test('edits count in the text as it was', () => {
  assert.equal(edited('squat 10m', [{ start: 8, end: 9, text: 'min' }, { start: 0, end: 5, text: 'plank' }]), 'plank 10min');
});

test('places move with the text around them', () => {
  const change = { at: 5, removed: 'xx', inserted: 'yyy' };
  assert.deepEqual(rangeAfter([0, 3], change), [0, 3]);
  assert.deepEqual(rangeAfter([0, 9], change), [0, 10]);
  assert.deepEqual(rangeAfter([7, 9], change), [8, 10]);
  assert.deepEqual(rangeAfter([6, 9], change), [8, 10]);
});

test('what is typed is undone word by word, pause by pause, line by line', () => {
  const journal = new Journal({ changes: [], done: 0 });
  type(journal, 'squat 10\nrest');
  assert.deepEqual(journal.changes.map(({ inserted }) => inserted), ['squat ', '10', '\n', 'rest']);
  const paused = new Journal({ changes: [], done: 0 });
  type(paused, 'ab', 0, 5000);
  assert.equal(paused.changes.length, 2);
  const deleted = new Journal({ changes: [], done: 0 });
  deleted.record(typed(4, '', 0, 'e'), true);
  deleted.record(typed(3, '', 100, 'd'), true);
  deleted.record(typed(3, '', 200, 'f'), true);
  assert.deepEqual(deleted.changes, [{ at: 3, removed: 'def', inserted: '', time: 200 }]);
});

test('a text is undone to its beginning and done again to its end', () => {
  const journal = new Journal({ changes: [], done: 0 });
  let text = '';
  const steps = [''];
  for (const [index, word] of ['squat ', '10', '\n', 'rest ', '5min'].entries()) {
    const change = typed(text.length, word, index * 5000);
    text = changed(text, change);
    journal.record(change, true);
    steps.push(text);
  }
  for (const wanted of steps.slice(0, -1).reverse()) {
    text = changed(text, journal.undo(text));
    assert.equal(text, wanted);
  }
  assert.equal(journal.undo(text), null);
  for (const wanted of steps.slice(1)) {
    text = changed(text, journal.redo(text));
    assert.equal(text, wanted);
  }
  assert.equal(journal.redo(text), null);
});

test('the server has the same journal after every save, whatever happened between', () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const journal = new Journal({ changes: [], done: 0 });
  const other = server();
  let text = 'start';
  for (let step = 0; step < 3000; step++) {
    const choice = random(10);
    if (choice < 6) {
      const change = typed(random(text.length + 1), 'abcdefgh '[random(9)], step * 300);
      text = changed(text, change);
      journal.record(change, choice < 5);
    } else if (choice === 6) text = changed(text, journal.undo(text) ?? typed(0, '', 0));
    else if (choice === 7) text = changed(text, journal.redo(text) ?? typed(0, '', 0));
    else if (choice === 8) {
      other.take(journal);
      assert.deepEqual(other.kept, { changes: journal.changes, done: journal.done });
      assert.ok(!journal.isPending());
    } else journal.sendAll();
  }
});

test('a journal is bounded: the oldest is let go of', () => {
  const journal = new Journal({ changes: [], done: 0 });
  const other = server();
  for (let index = 0; index < 2100; index++) {
    journal.record(typed(index, 'x', index * 5000), true);
    if (index % 7 === 0) other.take(journal);
  }
  other.take(journal);
  assert.equal(journal.changes.length, 2000);
  assert.equal(journal.changes[0].at, 100);
  assert.deepEqual(other.kept, { changes: journal.changes, done: 2000 });
  journal.record(typed(0, 'y'.repeat(999_000), 0), false);
  journal.record(typed(0, 'z'.repeat(2000), 0), false);
  assert.deepEqual(journal.changes.map(({ inserted }) => inserted[0]), ['z']);
});

test('steps of another text are let go of, and change nothing', () => {
  const journal = new Journal({ changes: [typed(0, 'squat', 0)], done: 1 });
  assert.equal(journal.undo('lunge'), null);
  assert.deepEqual([journal.canUndo(), journal.canRedo()], [false, false]);
});

test('how it fits in a class is said in words', () => {
  const time = (minutes, most = minutes) => ({ level: /** @type {const} */ ('beginner'), least_ms: 0, likely_ms: minutes * 60_000, most_ms: most * 60_000, said: '' });
  assert.equal(fit(time(49), 45, true).said, '4 minutes too long');
  assert.equal(fit(time(45.7), 45, true).said, '1 minute too long');
  assert.equal(fit(time(45.3), 45, true).said, 'just fits');
  assert.equal(fit(time(40, 50), 45, true).said, 'may run 5 minutes over');
  assert.equal(fit(time(40, 50), 45, false).said, '5 minutes left');
});

test('when something was is said as people say it', () => {
  const now = new Date(2026, 2, 3, 9, 0);
  assert.equal(when(new Date(2026, 2, 3, 8, 5).getTime(), now), 'today, 08:05');
  assert.equal(when(new Date(2026, 2, 2, 18, 4).getTime(), now), 'yesterday, 18:04');
  assert.equal(when(new Date(2026, 1, 9, 18, 4).getTime(), now), 'Monday 9 February, 18:04');
  assert.equal(when(new Date(2025, 11, 9, 18, 4).getTime(), now), 'Tuesday, 9 December 2025, 18:04');
});
