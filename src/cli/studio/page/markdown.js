// The Markdown of rules, movements and cards as elements. What it does not know is shown as it is written.
import { make } from './dom.js';

/** `\|` is a bar and `\*` a star. */
const plain = (/** @type {string} */ text) =>
  text
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

/** Code, strong and emphasised text. Links are their text: the page leads nowhere. @param {string} text @returns {(string | Node)[]} */
function inline(text) {
  /** @type {(string | Node)[]} */
  const parts = [];
  const pattern =
    /(`+)(.+?)\1(?!`)|\*\*(.+?)\*\*|(?<![\w\\])[*_](?=\S)(.+?)(?<=[^\s\\])[*_](?!\w)|\[((?:\\.|[^\]])+)\]\([^)]*\)|<br ?\/?>/g;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, , code, strong, soft, link] = match;
    if (match.index > at) parts.push(plain(text.slice(at, match.index)));
    if (code !== undefined) parts.push(make('code', '', code));
    else if (strong !== undefined) parts.push(make('strong', '', ...inline(strong)));
    else if (soft !== undefined) parts.push(make('em', '', ...inline(soft)));
    else if (link !== undefined) parts.push(...inline(link));
    else parts.push(make('br'));
    at = match.index + whole.length;
  }
  if (at < text.length) parts.push(plain(text.slice(at)));
  return parts;
}

const cells = (/** @type {string} */ row) =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** @param {string[]} rows */
function table(rows) {
  const [head, rule, ...body] = rows;
  const ends = cells(rule).map((cell) => (/^-+:$/.test(cell) ? 'number' : ''));
  const row = (/** @type {string} */ text, /** @type {'th' | 'td'} */ name) =>
    make('tr', '', ...cells(text).map((cell, index) => make(name, ends[index] ?? '', ...inline(cell))));
  const wide = make(
    'div',
    'wide',
    make('table', '', make('thead', '', row(head, 'th')), make('tbody', '', ...body.map((one) => row(one, 'td')))),
  );
  wide.tabIndex = 0;
  wide.setAttribute('role', 'group');
  wide.setAttribute('aria-label', 'Table');
  return wide;
}

const ITEM = /^(\s*)(?:[-*+]|\d+[.)])\s+/;

/** @param {string[]} lines */
function list(lines) {
  const isNumbered = /^\s*\d/.test(lines[0]);
  const element = make(isNumbered ? 'ol' : 'ul');
  for (const line of lines) {
    const isItem = ITEM.test(line);
    const words = inline(line.replace(ITEM, '').trim());
    if (isItem || !element.lastElementChild) element.append(make('li', '', ...words));
    else element.lastElementChild.append(' ', ...words);
  }
  return element;
}

/**
 * @param {string} markdown
 * @param {number} top the level of its highest heading
 * @returns {HTMLElement[]}
 */
export function rendered(markdown, top) {
  const lines = markdown.split('\n');
  /** @type {HTMLElement[]} */
  const blocks = [];
  let at = 0;
  const take = (/** @type {(line: string) => boolean} */ isPart) => {
    const from = at;
    while (at < lines.length && isPart(lines[at])) at++;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at];
    const heading = /^(#{1,6})\s+(.*)/.exec(line);
    const fence = /^\s*(`{3,}|~{3,})/.exec(line);
    if (line.trim() === '') at++;
    else if (heading) {
      const name = /** @type {'h3'} */ (`h${Math.min(6, top - 1 + heading[1].length)}`);
      blocks.push(make(name, '', ...inline(heading[2])));
      at++;
    } else if (fence) {
      at++;
      const code = take((one) => !one.trim().startsWith(fence[1]));
      at++;
      const pre = make('pre', '', code.join('\n'));
      pre.tabIndex = 0;
      blocks.push(pre);
    } else if (line.startsWith('|') && /^\|[\s:|-]+$/.test(lines[at + 1] ?? ''))
      blocks.push(table(take((one) => one.startsWith('|'))));
    else if (/^(-{3,}|\*{3,})$/.test(line.trim())) {
      blocks.push(make('hr'));
      at++;
    } else if (ITEM.test(line))
      blocks.push(list(take((one) => one.trim() !== '' && (ITEM.test(one) || /^\s/.test(one)))));
    else if (line.startsWith('>')) {
      blocks.push(
        make(
          'blockquote',
          '',
          ...rendered(
            take((one) => one.startsWith('>'))
              .map((one) => one.replace(/^> ?/, ''))
              .join('\n'),
            top,
          ),
        ),
      );
    } else {
      const from = at;
      const words = take(
        (one) =>
          one.trim() !== '' && !/^(#{1,6}\s|\s*(`{3,}|~{3,})|\|)/.test(one) && !ITEM.test(one) && !one.startsWith('>'),
      );
      // What looks like the beginning of something, and is not, is words.
      if (at === from) words.push(lines[at++]);
      blocks.push(make('p', '', ...inline(words.join(' '))));
    }
  }
  return blocks;
}
