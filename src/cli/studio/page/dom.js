// Elements of the page. What comes from files is always put in as text, never as markup.

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
export function $(id) {
  return /** @type {T} */ (document.getElementById(id));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} [className]
 * @param {...(string | Node)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, className = '', ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** @param {string} label @param {() => void} press @param {string} [className] */
export function button(label, press, className = '') {
  const element = make('button', className, label);
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}

/** Text in which what is between backticks is code. @param {string} text @returns {(string | Node)[]} */
export function coded(text) {
  return text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? make('code', '', part) : part));
}

/** The text of an SVG as a picture: it runs nothing and asks for nothing. @param {string} svg @param {string} about */
export function picture(svg, about) {
  const image = make('img');
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  image.alt = about;
  return image;
}

/** Whether fingers are used: then the text gets no focus by itself, since a keyboard would cover half of the page. */
export const isTouched = () => matchMedia('(pointer: coarse)').matches;

/** @param {string} text @param {HTMLElement} beside */
export async function copy(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Where the page has no clipboard of its own, the browser copies what is selected.
    const field = make('textarea', 'unseen');
    field.value = text;
    field.setAttribute('aria-label', 'To copy');
    beside.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    beside.focus();
    return isCopied;
  }
}

/** Hands a text over as a file. @param {string} text @param {string} name @param {string} type */
export function download(text, name, type) {
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

let announcing = 0;

/** Tells screen readers, and nobody else. @param {string} words */
export function announce(words) {
  clearTimeout(announcing);
  const place = $('announced');
  place.textContent = '';
  // Said again it counts as said only where the place was empty for a moment.
  announcing = setTimeout(() => (place.textContent = words), 100);
}

let telling = 0;
const TOLD_MS = 8000;

/** Tells everybody, for a while. @param {string} words @param {{ label: string, press: () => void }} [offer] */
export function tell(words, offer) {
  clearTimeout(telling);
  const place = $('told');
  place.replaceChildren(make('span', '', ...coded(words)));
  if (offer) {
    place.append(
      button(offer.label, () => {
        place.hidden = true;
        offer.press();
      }),
    );
  }
  place.hidden = false;
  announce(words.replaceAll('`', ''));
  telling = setTimeout(() => (place.hidden = true), TOLD_MS);
}

/** Takes back what was told and offered: something else has happened since. */
export function untell() {
  if ($('told').querySelector('button') && !$('told').contains(document.activeElement)) $('told').hidden = true;
}
