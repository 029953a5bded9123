// Shows the workout that is chosen, and what there is to say of its file, and follows every change.
/** @import { Choice, State } from './state' */
'use strict';

/** @type {(id: string) => HTMLElement} */
const at = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const frame = /** @type {HTMLIFrameElement} */ (at('page'));
// How long to wait before asking again when there was no answer, in milliseconds.
const PATIENCE = 1000;

/** @type {State} */
let state = { version: null, troubles: [], files: [] };
/** @type {string | null} */
let shownAddress = null;

// What can be chosen: each page; of a file that has none yet, the file.
/** @returns {Choice[]} */
function choices() {
  return state.files.flatMap(/** @returns {Choice[]} */ file => file.pages.length
    ? file.pages.map(page => ({ key: String(page.number), label: page.title, file, page }))
    : [{ key: file.name, label: file.name, file, page: null }]);
}

// What the address names; else the first that has anything to show. A file of results has no page.
/** @param {Choice[]} all @returns {Choice | undefined} */
function chosen(all) {
  let key = '';
  try { key = decodeURIComponent(location.hash.slice(1)); } catch { /* nothing is chosen by what is not readable */ }
  return all.find(choice => choice.key === key) || all.find(choice => choice.page || choice.file.has_errors) || all[0];
}

function draw() {
  const all = choices();
  const choice = chosen(all);
  drawList(all, choice);
  drawSaid(choice);
  drawPage(choice);
  document.title = choice ? `${choice.label} · wodc` : 'wodc';
  at('title').textContent = choice ? choice.label : 'wodc';
}

/** @param {Choice[]} all @param {Choice | undefined} choice */
function drawList(all, choice) {
  const focused = document.activeElement?.getAttribute('data-key');
  const links = all.map(one => {
    const link = document.createElement('a');
    link.href = '#' + encodeURIComponent(one.key);
    link.dataset.key = one.key;
    link.textContent = one.label;
    if (one.file.has_errors) {
      const mark = document.createElement('span');
      mark.textContent = ' – has mistakes';
      link.append(mark);
    }
    if (one === choice) link.setAttribute('aria-current', 'page');
    return link;
  });
  at('workouts').replaceChildren(...links);
  at('workouts').hidden = all.length < 2;
  if (focused) links.find(link => link.dataset.key === focused)?.focus();
}

/** @param {Choice | undefined} choice */
function drawSaid(choice) {
  const words = [...state.troubles, ...(choice && choice.file.said ? [choice.file.said] : [])].join('\n\n');
  at('said').hidden = words === '';
  at('said').classList.toggle('mistakes', state.troubles.length > 0 || Boolean(choice && choice.file.has_errors));
  at('words').textContent = words;
  at('what').textContent = !choice || !choice.file.said ? 'Something is wrong'
    : !choice.file.has_errors ? `A word on ${choice.file.name}`
    : choice.page ? `${choice.file.name} has mistakes; below is what it was before`
    : `${choice.file.name} has mistakes`;
}

/** @param {Choice | undefined} choice */
function drawPage(choice) {
  const address = choice && choice.page ? choice.page.address : null;
  frame.hidden = address === null;
  at('empty').hidden = address !== null || Boolean(choice && choice.file.said);
  at('empty').textContent = 'There is no page yet.';
  if (address === shownAddress) return;
  shownAddress = address;
  // The place in the browser's history is the one of this page, so what is in the frame makes none.
  // A workout that is not shown any more is not heard either.
  frame.contentWindow?.location.replace(address ?? 'about:blank');
}

const patience = () => new Promise(resolve => setTimeout(resolve, PATIENCE));

// Waits until somebody looks: a browser keeps few connections to one place, and other tabs need them.
async function looked() {
  while (document.hidden) {
    await new Promise(resolve => document.addEventListener('visibilitychange', resolve, { once: true }));
  }
}

async function follow() {
  for (;;) {
    await looked();
    const seen = state.version;
    try {
      const answer = await fetch(`/state?after=${seen ?? ''}`);
      if (!answer.ok) throw new Error(answer.statusText);
      state = await answer.json();
      document.body.classList.remove('alone');
    } catch {
      state.version = null;
      document.body.classList.add('alone');
      document.title = 'wodc is not running';
      await patience();
      continue;
    }
    // The same again: enough has been waited for, or too many ask.
    if (state.version === seen) await patience();
    else draw();
  }
}

// The workout's page can't send anything by itself. It asks whether its results can be written, and hands them over.
/** @param {MessageEvent} event */
async function hear(event) {
  if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
  const { kind, text } = event.data ?? {};
  const page = chosen(choices())?.page;
  if (!page) return;
  const answer = (/** @type {object} */ data) => frame.contentWindow?.postMessage(data, location.origin);
  if (kind === 'wodc:who-writes') {
    const file = await fetch(`/results/${page.number}`);
    if (file.ok) answer({ kind: 'wodc:writes', file: await file.text() });
  }
  if (kind === 'wodc:write' && typeof text === 'string') {
    try {
      const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
      const written = await fetch(`/results/${page.number}`, { method: 'POST', headers, body: text });
      const said = (await written.text()).trim();
      answer({ kind: 'wodc:wrote', isWritten: written.ok, said });
      // What was done may move what comes next: then the page is built again, and what it says is gone.
      at('written').textContent = said;
      at('written').hidden = !written.ok;
    } catch {
      answer({ kind: 'wodc:wrote', isWritten: false, said: 'wodc is not running any more: copy or save the results.' });
    }
  }
}

addEventListener('message', hear);
addEventListener('hashchange', () => {
  at('written').hidden = true;
  draw();
});
follow();
