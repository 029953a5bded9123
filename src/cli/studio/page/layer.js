// The layer under the text area: the same text in the same places, with colours and marks. It is drawn line by line, and
// lines that stay the same are not touched.
/** @import { Diagnostic, HighlightKind, Place } from './api' */
import { make } from './dom.js';

/** @typedef {{ start: Place, end: Place, severity: Diagnostic['severity'] }} Mark */
/** @typedef {{ highlights: [Place, Place, HighlightKind][], marks: Mark[], times: { at: Place, said: string }[] }} Drawn */
/** @typedef {{ start: number, end: number, classes: string }} Piece */

const SEVERITIES = /** @type {const} */ (['error', 'warning', 'note']);

/** Of several marks the gravest is shown. @param {Mark[]} marks */
const gravest = (marks) => SEVERITIES.find((severity) => marks.some((mark) => mark.severity === severity));

/**
 * The pieces of a line, each with its classes: places are from the start of the line.
 * @param {Place} start @param {number} length @param {[Place, Place, HighlightKind][]} colours @param {Mark[]} marks
 * @returns {Piece[]}
 */
function pieces(start, length, colours, marks) {
  const inside = (/** @type {Place} */ place) => Math.min(Math.max(place - start, 0), length);
  const cuts = new Set([0, length]);
  for (const [from, to] of colours) cuts.add(inside(from)).add(inside(to));
  for (const mark of marks) cuts.add(inside(mark.start)).add(inside(mark.end));
  const sorted = [...cuts].sort((one, other) => one - other);
  /** @type {Piece[]} */
  const all = [];
  let next = 0;
  for (const [index, end] of sorted.slice(1).entries()) {
    const from = sorted[index];
    while (next < colours.length && inside(colours[next][1]) <= from) next++;
    const colour = next < colours.length && inside(colours[next][0]) <= from ? colours[next] : null;
    const mark = gravest(marks.filter((one) => inside(one.start) <= from && end <= inside(one.end)));
    const classes = [colour ? `on-${colour[2]}` : '', mark ? `mark ${mark}` : ''].join(' ').trim();
    // What looks the same stays together: signs that are drawn as one must not be torn apart.
    const last = all.at(-1);
    if (last?.classes === classes) last.end = end;
    else all.push({ start: from, end, classes });
  }
  return all;
}

/** A mistake about nothing is shown at the letter before it, or after it. @param {Mark} mark @param {string} text @returns {Mark} */
function visible(mark, text) {
  if (mark.end > mark.start) return mark;
  if (mark.start > 0 && text[mark.start - 1] !== '\n') return { ...mark, start: mark.start - 1 };
  return { ...mark, end: mark.end + 1 };
}

export class Layer {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    /** What each line was drawn from. @type {string[]} */
    this.keys = [];
    /** @type {Place[]} */
    this.starts = [0];
    this.here = -1;
  }

  /** @param {string} text @param {Drawn} drawn */
  draw(text, { highlights, marks, times }) {
    const lines = text.split('\n');
    const seen = marks.map((mark) => visible(mark, text)).sort((one, other) => one.start - other.start);
    /** @type {Place[]} */
    const starts = [];
    /** @type {{ key: string, build: () => HTMLElement }[]} */
    const wanted = [];
    let at = 0,
      colour = 0,
      time = 0,
      mark = 0;
    /** @type {Mark[]} */
    let open = [];
    for (const line of lines) {
      const start = at;
      const end = start + line.length;
      starts.push(start);
      while (colour < highlights.length && highlights[colour][1] <= start) colour++;
      const colours = [];
      for (let next = colour; next < highlights.length && highlights[next][0] < end; next++)
        colours.push(highlights[next]);
      while (mark < seen.length && seen[mark].start <= end) open.push(seen[mark++]);
      open = open.filter((one) => one.end > start);
      /** @type {string[]} */
      const said = [];
      while (time < times.length && times[time].at <= end) said.push(times[time++].said);
      const cut = pieces(start, line.length, colours, open);
      // Nothing can be marked in an empty line but the line.
      const bare = line === '' ? (gravest(open.filter((one) => one.start >= start)) ?? '') : '';
      const key = JSON.stringify([line, said, bare, cut]);
      wanted.push({ key, build: () => this.line(line, cut, said, bare) });
      at = end + 1;
    }
    this.starts = starts;
    this.replace(wanted);
  }

  /** @param {string} line @param {Piece[]} cut @param {string[]} said @param {string} bare */
  line(line, cut, said, bare) {
    const element = make('div', bare ? `line bare ${bare}` : 'line');
    for (const { start, end, classes } of cut) {
      const text = line.slice(start, end);
      element.append(classes ? make('span', classes, text) : text);
    }
    if (said.length > 0) element.dataset.time = said.join(' · ');
    return element;
  }

  // Puts new lines in the place of those that are different.
  /** @param {{ key: string, build: () => HTMLElement }[]} wanted */
  replace(wanted) {
    const { element, keys } = this;
    const most = Math.min(wanted.length, keys.length);
    let head = 0;
    while (head < most && wanted[head].key === keys[head]) head++;
    let tail = 0;
    while (tail < most - head && wanted[wanted.length - 1 - tail].key === keys[keys.length - 1 - tail]) tail++;
    const old = [...element.children].slice(head, keys.length - tail);
    const before = (old.length > 0 ? old[old.length - 1].nextSibling : element.children[head]) ?? null;
    const middle = wanted.slice(head, wanted.length - tail);
    // Lines one by one where their number stays, so that one change at the top and one at the end touch two lines.
    if (middle.length === old.length) {
      for (const [index, one] of middle.entries())
        if (one.key !== keys[head + index]) old[index].replaceWith(one.build());
    } else {
      for (const one of old) one.remove();
      const fresh = document.createDocumentFragment();
      for (const one of middle) fresh.append(one.build());
      element.insertBefore(fresh, before);
    }
    this.keys = wanted.map(({ key }) => key);
    this.mark(this.here);
  }

  /** Which line has a place, from 0. @param {Place} place */
  lineAt(place) {
    let low = 0,
      high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Shows in which line the caret is. @param {number} line */
  mark(line) {
    this.element.querySelector('.here')?.classList.remove('here');
    this.element.children[line]?.classList.add('here');
    this.here = line;
  }

  /** Where a place is on the screen. @param {Place} place @returns {{ left: number, top: number, bottom: number }} */
  rectangle(place) {
    const index = this.lineAt(place);
    const line = this.element.children[index];
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let left = place - this.starts[index];
    const range = document.createRange();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      if (left <= length) {
        // A place between two letters may have no width, so one of them is measured.
        range.setStart(node, Math.max(0, left - 1));
        range.setEnd(node, left === 0 ? Math.min(1, length) : left);
        const all = range.getClientRects();
        const found = left === 0 ? all[0] : all[all.length - 1];
        if (found) return { left: left === 0 ? found.left : found.right, top: found.top, bottom: found.bottom };
      }
      left -= length;
    }
    const { top, bottom } = line.getBoundingClientRect();
    return { left: line.getBoundingClientRect().left + parseFloat(getComputedStyle(line).paddingLeft), top, bottom };
  }
}
