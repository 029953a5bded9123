// Draws the strip, and the current position on it.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const HIGH = 24;
  const HEIGHTS = { work: 24, rest: 11, change: 5 };
  // Where any work says how hard it is, its height does, too.
  const BY_INTENSITY = { hard: 24, moderate: 18, easy: 13, unsaid: 18, rest: 6, change: 4 };

  /** @param {string} name @param {Record<string, string | number>} attributes */
  function shape(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  }

  // Draws the strip of a playbook into `svg`, and returns a function that moves the mark.
  wodc.strip = (svg, book) => {
    const length = Math.max(book.strip.length_ms, 1);
    svg.setAttribute('viewBox', `0 0 1000 ${HIGH}`);
    /** @type {(ms: number) => number} */
    const at = (ms) => (ms / length) * 1000;
    const bars = document.createDocumentFragment();
    let block = null;
    const says = book.strip.parts.some((part) => part.intensity);
    for (const part of book.strip.parts) {
      const x = at(part.start_ms);
      const how = part.kind === 'work' ? (part.intensity ?? 'unsaid') : part.kind;
      const high = says ? BY_INTENSITY[how] : HEIGHTS[part.kind];
      bars.append(shape('rect', { class: says ? `${part.kind} ${how}` : part.kind, x, y: HIGH - high, width: at(part.length_ms), height: high }));
      if (block !== null && part.block !== block) bars.append(shape('rect', { class: 'seam', x: x - 0.75, y: 0, width: 1.5, height: HIGH }));
      block = part.block;
    }
    const behind = shape('rect', { class: 'behind', x: 0, y: 0, width: 0, height: HIGH });
    const mark = shape('rect', { class: 'mark', x: 0, y: 0, width: 5, height: HIGH });
    svg.replaceChildren(bars, behind, mark);
    return (ms) => {
      const x = Math.min(at(ms), 1000).toFixed(2);
      if (behind.getAttribute('width') === x) return;
      behind.setAttribute('width', x);
      mark.setAttribute('x', String(Math.min(Number(x), 995)));
    };
  };
})((globalThis.wodc ??= {}));
