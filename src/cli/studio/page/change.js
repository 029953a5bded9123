// Changes of a text: what one is, and where places are after it.
/** @import { Change, Edit, Place } from './api' */

// The first and the second half of a letter that takes two units.
const isHigh = (/** @type {number} */ unit) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (/** @type {number} */ unit) => unit >= 0xdc00 && unit < 0xe000;

/**
 * What leads from one text to the other: one place, as short as can be. `caret` is where the change ends in the text
 * after it, which says which of several like letters was typed.
 * @param {string} before @param {string} after @param {Place} [caret]
 */
export function difference(before, after, caret = after.length) {
  const most = Math.min(before.length, after.length);
  let tail = 0;
  const mostTail = Math.min(most, after.length - caret);
  while (tail < mostTail && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  let head = 0;
  while (head < most - tail && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  // The caret may say less than there is.
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (head > 0 && isHigh(before.charCodeAt(head - 1))) head--;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return {
    at: head,
    removed: before.slice(head, before.length - tail),
    inserted: after.slice(head, after.length - tail),
  };
}

/** @param {string} text @param {Pick<Change, 'at' | 'removed' | 'inserted'>} change */
export function changed(text, change) {
  return text.slice(0, change.at) + change.inserted + text.slice(change.at + change.removed.length);
}

/** @param {string} text @param {Edit[]} edits */
export function edited(text, edits) {
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Where the start of something is after a change. @param {Place} place @param {Pick<Change, 'at' | 'removed' | 'inserted'>} change */
export function startAfter(place, { at, removed, inserted }) {
  if (place < at) return place;
  return place >= at + removed.length ? place + inserted.length - removed.length : at + inserted.length;
}

/** Where the end of something is after a change. @param {Place} place @param {Pick<Change, 'at' | 'removed' | 'inserted'>} change */
export function endAfter(place, { at, removed, inserted }) {
  if (place <= at) return place;
  return place >= at + removed.length ? place + inserted.length - removed.length : at;
}

/** @param {[Place, Place]} range @param {Pick<Change, 'at' | 'removed' | 'inserted'>} change @returns {[Place, Place]} */
export function rangeAfter([start, end], change) {
  const newStart = startAfter(start, change);
  return [newStart, Math.max(newStart, endAfter(end, change))];
}

/** The line of a place, from 1. @param {string} text @param {Place} place */
export function lineOf(text, place) {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
