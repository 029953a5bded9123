// `wodc lsp`: started, watched, and asked.
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { advice, look, pathOf } from './program.mjs';

// A server that ends more often than this within the time has something wrong with it that another start won't mend.
const MOST_ENDS = 3;
const WITHIN_MS = 180_000;

// What goes wrong in the talk with the server is in its output. The message about it is our own, once.
class Quiet extends LanguageClient {
  /** @param {string} message @param {any} [data] */
  error(message, data) {
    super.error(message, data, false);
  }
}

export class Server {
  /** @type {LanguageClient | undefined} */ #client;
  #isUp = false;
  /** @type {number[]} */ #ends = [];
  /** @type {Promise<void>} */ #turn = Promise.resolve();

  constructor() {
    this.output = vscode.window.createOutputChannel('wodc', { log: true });
  }

  // Returns the program that the settings name.
  program() {
    return pathOf(vscode.workspace.getConfiguration('wodc').get('path', 'wodc'));
  }

  // Starts the server anew. One start waits for the other.
  start() {
    this.#turn = this.#turn.then(() => this.#start()).catch((error) => {
      // Nobody waits for the answer to a message.
      this.#failed(`wodc was not started: ${error instanceof Error ? error.message : error}`);
    });
    return this.#turn;
  }

  async #start() {
    await this.#stop();
    const program = this.program();
    const found = await look(program);
    if ('trouble' in found) {
      this.output.error(advice(program, found));
      if (found.said) this.output.error(found.said);
      this.#failed(advice(program, found));
      return;
    }
    this.output.info(`wodc ${found.version}: ${program}`);
    const client = new Quiet(
      'wodc',
      'wodc',
      { command: program, args: ['lsp'], transport: TransportKind.stdio },
      {
        documentSelector: [{ language: 'wod', scheme: 'file' }, { language: 'wod', scheme: 'untitled' }],
        outputChannel: this.output,
        synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/{*.wod,wodc.toml}') },
        initializationFailedHandler: () => false,
        errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: () => this.#ended(program) },
      },
    );
    this.#client = client;
    await client.start();
    this.#isUp = true;
  }

  async #stop() {
    const client = this.#client;
    this.#client = undefined;
    this.#isUp = false;
    // One that never got to run can't be stopped.
    if (client?.isRunning()) await client.stop();
  }

  // Decides what comes after the server has ended by itself.
  /** @param {string} program */
  #ended(program) {
    // One that never came up is a failure of its start.
    if (!this.#isUp) return { action: CloseAction.DoNotRestart, handled: true };
    const now = Date.now();
    this.#ends = this.#ends.filter((end) => now - end < WITHIN_MS).concat(now);
    if (this.#ends.length <= MOST_ENDS) return { action: CloseAction.Restart, handled: true };
    this.#ends = [];
    this.#failed(`“${program} lsp” ended ${MOST_ENDS + 1} times within minutes, so it was not started again. What it said is in its output.`);
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  // Says that there is no server, with what can be done about it.
  /** @param {string} words */
  async #failed(words) {
    const setting = 'Open the Setting';
    const output = 'Show What wodc Says';
    const again = 'Try Again';
    const chosen = await vscode.window.showErrorMessage(words, again, setting, output);
    if (chosen === again) this.start();
    else if (chosen === setting) vscode.commands.executeCommand('workbench.action.openSettings', 'wodc.path');
    else if (chosen === output) this.output.show();
  }

  // Asks for the page of the workout at a place.
  /** @type {import('./preview.mjs').Ask} */
  async preview(uri, position) {
    await this.#turn;
    if (!this.#client?.isRunning()) throw new Error('wodc is not running. “Wod: Start wodc Again” starts it.');
    const { line, character } = position;
    return this.#client.sendRequest('wodc/preview', { textDocument: { uri }, position: { line, character } });
  }

  async dispose() {
    await this.#turn;
    await this.#stop();
    this.output.dispose();
  }
}
