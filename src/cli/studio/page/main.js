// Starts the studio: connects the text with what is said about it, what it makes, and where it is kept.
/** @import { Opened } from './api' */
import { wireBanner } from './banner.js';
import { Complete } from './complete.js';
import { openDialog, wireDialogs } from './dialogs.js';
import { $, announce, copy, make, picture, tell, untell } from './dom.js';
import { FileList } from './files.js';
import { Follow } from './follow.js';
import { Keep } from './keep.js';
import { keyed, wireMenus } from './keys.js';
import { Looker } from './look.js';
import { rendered } from './markdown.js';
import { Movements } from './movements.js';
import { showPart, wireParts } from './parts.js';
import { Paste } from './paste.js';
import { Preview } from './preview.js';
import { Remarks } from './remarks.js';
import { Gone, ask } from './server.js';
import { state } from './state.js';
import { Sum } from './sum.js';
import { Text } from './text.js';
import { Versions } from './versions.js';

const text = new Text();
const keep = new Keep(text);
const looker = new Looker(text, said);
const remarks = new Remarks(text, looker, open);
const complete = new Complete(text);
const movements = new Movements(text);
const versions = new Versions(text);
const preview = new Preview(text, () => showPart('writing'));
const sum = new Sum({ level: () => looker.look(), subject: () => preview.looked() });
const files = new FileList(open);
const follow = new Follow(text, keep, drawFiles, back);
new Paste(text, looker);

// What was said of the text is shown everywhere.
function said() {
  remarks.draw();
  sum.draw();
  preview.looked();
}

// What could not be saved is saved now.
function back() {
  keep.soon();
  looker.look();
}

let isFirst = true;

function drawFiles() {
  files.draw();
  preview.draw();
  $('share').hidden = !state.files?.shared;
  if (isFirst) sum.minutes = state.files?.minutes ?? null;
  isFirst = false;
  const isEmpty = state.name === null;
  $('empty').hidden = !isEmpty;
  $('at-work').hidden = isEmpty;
}

/** @param {string} name */
async function open(name) {
  if (name === state.name) return showPart('writing');
  // What is not saved stays in sight until it is.
  if (state.name !== null && !(await keep.flush()))
    return tell(`\`${state.name}\` is not saved yet${keep.failed ? `: ${keep.failed}` : '.'}`);
  try {
    show(name, await ask('open', { name }));
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    if (state.name !== null) history.replaceState(null, '', `#${encodeURIComponent(state.name)}`);
  }
}

/** @param {string} name @param {Opened} opened */
function show(name, opened) {
  Object.assign(state, { name, look: null, lookedAt: '', level: null, number: 0 });
  complete.close();
  preview.clear();
  sum.clear();
  text.open(opened.text, opened.journal);
  keep.open(opened.text, opened.revision);
  const hash = `#${encodeURIComponent(name)}`;
  if (location.hash !== hash) location.hash = hash;
  document.title = `${name} · wodc studio`;
  $('file-name').textContent = name;
  text.area.setAttribute('aria-label', `Text of ${name}`);
  drawFiles();
  drawHistory();
  remarks.draw();
  looker.look();
  showPart('writing');
}

function named() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // Nothing is named by what can't be read.
    return '';
  }
}

addEventListener('hashchange', () => {
  const name = named();
  if (name !== '' && name !== state.name) open(name);
});

function drawHistory() {
  for (const [id, isPossible] of /** @type {[string, boolean][]} */ ([
    ['undo', text.journal.canUndo()],
    ['redo', text.journal.canRedo()],
  ])) {
    $(id).setAttribute('aria-disabled', String(!isPossible));
  }
}

/** @param {'undo' | 'redo'} way */
function step(way) {
  const isUndo = way === 'undo';
  const change = isUndo ? text.undo() : text.redo();
  drawHistory();
  if (!change) return announce(isUndo ? 'Nothing more to undo' : 'Nothing more to do again');
  announce(`${isUndo ? 'Undone' : 'Done again'}${change.what ? `: ${change.what}` : ''}`);
}

async function format() {
  if (state.name === null) return;
  const before = text.value;
  try {
    const { text: tidy } = await ask('format', { name: state.name, text: before.toWellFormed() });
    if (text.value !== before) return;
    if (tidy === before) tell('It is tidy already.');
    else if (text.replace(tidy, 'tidied')) tell('Tidied.', { label: 'Undo', press: () => step('undo') });
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
}

// What the word at the caret is.
async function about() {
  if (state.name === null) return;
  try {
    const { markdown } = await ask('hover', {
      name: state.name,
      text: text.value.toWellFormed(),
      at: text.selection.start,
    });
    if (markdown.trim() === '') return tell('Put the caret in a movement or a word of the language first.');
    $('about-text').replaceChildren(...rendered(markdown, 3));
    openDialog('about');
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
}

function share() {
  const shared = state.files?.shared;
  if (!shared) return;
  $('qr').replaceChildren(picture(shared.qr, `QR code of ${shared.address}`));
  $('share-address').replaceChildren(make('code', '', shared.address));
  openDialog('share-dialog');
}

async function save() {
  announce((await keep.flush()) ? 'Saved' : `Not saved${keep.failed ? `: ${keep.failed}` : ''}`);
}

/** @type {Record<string, () => unknown>} */
const ACTIONS = {
  undo: () => step('undo'),
  redo: () => step('redo'),
  movements: () => movements.open(),
  format,
  about,
  versions: () => versions.open(),
  share,
  keys: () => openDialog('keys-dialog'),
};
for (const [name, action] of Object.entries(ACTIONS)) {
  for (const press of document.querySelectorAll(`[data-action=${name}]`)) {
    press.addEventListener('click', () => {
      const menu = press.closest('details');
      // A dialog gives the focus back to what had it, which must be there then.
      menu?.querySelector('summary')?.focus();
      menu?.removeAttribute('open');
      action();
    });
  }
}
$('share-copy').addEventListener('click', async () => {
  tell(
    (await copy(state.files?.shared?.address ?? '', $('share-copy')))
      ? 'Copied.'
      : 'The browser does not let it be copied.',
  );
});

text.whenChanged(({ isTyped }) => {
  drawHistory();
  if (isTyped) untell();
});
wireBanner(text);
wireDialogs();
wireParts();
const keys = keyed({
  undo: ACTIONS.undo,
  redo: ACTIONS.redo,
  save,
  about,
  print: () => preview.print(),
  complete: () => complete.ask(true),
  next: () => remarks.next(false),
  before: () => remarks.next(true),
  buttons: () => remarks.toButtons(),
  movements: ACTIONS.movements,
});
// Also inside of what is made.
document.addEventListener('keydown', keys);
preview.keys = keys;
wireMenus();

async function start() {
  try {
    await follow.files();
    const names = state.files?.files.map(({ name }) => name) ?? [];
    const wanted = named();
    // One that is not listed may be there all the same.
    if (wanted !== '') await open(wanted);
    if (state.name === null && names.length > 0) await open(names[0]);
    drawFiles();
  } catch (error) {
    if (!(error instanceof Gone)) tell(error instanceof Error ? error.message : String(error));
  }
  follow.run();
}

start();
