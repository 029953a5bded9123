// A panel beside the text with its page, or with its sheet: the page without its scripts.
import * as vscode from 'vscode';
import { instead, isSafe, note } from './page.mjs';

// How long nothing is typed before the page is asked for.
const PAUSE_MS = 250;

/** @typedef {(uri: string, position: vscode.Position) => Promise<import('./page.mjs').Answer>} Ask */

export class Preview {
  /** @type {vscode.WebviewPanel | undefined} */ #panel;
  /** @type {vscode.TextEditor | undefined} */ #editor;
  /** @type {NodeJS.Timeout | undefined} */ #timer;
  #shown = '';
  #title = '';
  #last = 0;

  /** @param {'page' | 'sheet'} kind @param {Ask} ask */
  constructor(kind, ask) {
    this.kind = kind;
    this.ask = ask;
  }

  // Opens the panel for an editor, or goes to it.
  /** @param {vscode.TextEditor} editor */
  async open(editor) {
    this.#editor = editor;
    if (this.#panel) this.#panel.reveal(undefined, true);
    else this.#panel = this.#opened();
    await this.update();
  }

  #opened() {
    const isPage = this.kind === 'page';
    const panel = vscode.window.createWebviewPanel(
      `wodc.${this.kind}`,
      isPage ? 'Page' : 'Sheet',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      // The page runs the scripts that its own policy names; a sheet needs none. Neither reads a file. A session that runs
      // goes on while another tab is in front.
      { enableScripts: isPage, enableForms: isPage, enableCommandUris: false, localResourceRoots: [], retainContextWhenHidden: isPage },
    );
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#panel = undefined;
      this.#shown = this.#title = '';
    });
    return panel;
  }

  // Takes what happened in an editor: it was gone to, its text has changed, or the mark is in another workout.
  /** @param {vscode.TextEditor | undefined} editor */
  changed(editor) {
    if (!this.#panel || !editor || editor.document.languageId !== 'wod') return;
    this.#editor = editor;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.update(), PAUSE_MS);
  }

  async update() {
    const editor = this.#editor;
    if (!this.#panel || !editor) return;
    const number = ++this.#last;
    /** @type {import('./page.mjs').Answer} */ let answer;
    try {
      answer = await this.ask(editor.document.uri.toString(), editor.selection.active);
    } catch (error) {
      if (number === this.#last) this.#instead(error instanceof Error ? error.message : String(error));
      return;
    }
    // Something newer was asked for meanwhile.
    if (number !== this.#last) return;
    if (answer === null || 'mistakes' in answer) this.#instead(instead(answer));
    else if (isSafe(answer.html)) this.#show(answer.title, answer.html);
    else this.#instead('This page has no policy against fetching and sending, so it is not shown. Is “wodc.path” really wodc?');
  }

  /** @param {string} title @param {string} html */
  #show(title, html) {
    if (!this.#panel) return;
    this.#title = title;
    this.#panel.title = this.kind === 'page' ? title : `Sheet: ${title}`;
    // Put in again, the same page would begin anew.
    if (html === this.#shown) return;
    this.#shown = html;
    this.#panel.webview.html = html;
  }

  // While a text has mistakes, its last page stays.
  /** @param {string} words */
  #instead(words) {
    if (!this.#panel) return;
    if (this.#shown) this.#panel.title = `${this.#title} (as it was)`;
    else this.#panel.webview.html = note(words);
  }

  dispose() {
    this.#panel?.dispose();
  }
}
