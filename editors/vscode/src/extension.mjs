// What VS Code calls: the server, the panels beside the text, and the commands.
import path from 'node:path';
import * as vscode from 'vscode';
import { Preview } from './preview.mjs';
import { Server } from './server.mjs';

/** @type {Server | undefined} */ let server;

/** @param {vscode.ExtensionContext} context */
export async function activate(context) {
  const own = (server = new Server());
  /** @type {import('./preview.mjs').Ask} */
  const ask = (uri, position) => own.preview(uri, position);
  const page = new Preview('page', ask);
  const sheet = new Preview('sheet', ask);
  const both = [page, sheet];

  /** @param {vscode.TextEditor | undefined} editor */
  const changed = (editor) => both.forEach((preview) => preview.changed(editor));
  context.subscriptions.push(
    ...both,
    vscode.window.onDidChangeActiveTextEditor(changed),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => changed(textEditor)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const editor = vscode.window.activeTextEditor;
      // A file that is used may have changed as well as the text itself.
      if (document.languageId === 'wod') changed(editor);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('wodc.path')) own.start();
    }),
    command('wodc.previewPage', () => withText((editor) => page.open(editor))),
    command('wodc.previewSheet', () => withText((editor) => sheet.open(editor))),
    command('wodc.build', () => withText((editor) => run(own.program(), 'build', editor))),
    command('wodc.check', () => withText((editor) => run(own.program(), 'check', editor))),
    command('wodc.restart', () => own.start()),
    command('wodc.showOutput', () => own.output.show()),
  );
  await own.start();
}

export async function deactivate() {
  await server?.dispose();
}

/** @param {string} name @param {() => unknown} work */
function command(name, work) {
  return vscode.commands.registerCommand(name, work);
}

// Does something with the text that is being written.
/** @param {(editor: vscode.TextEditor) => unknown} work */
function withText(work) {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === 'wod') return work(editor);
  return vscode.window.showInformationMessage('Open a .wod file first, and put the mark in it.');
}

// Runs wodc on a file, in a terminal.
/** @param {string} program @param {'build' | 'check'} what @param {vscode.TextEditor} editor */
async function run(program, what, { document }) {
  // What was never saved is in no file that wodc could read.
  if (document.isUntitled || !(await document.save())) {
    return vscode.window.showInformationMessage(`Save the file first: wodc ${what} reads it from the disk.`);
  }
  const file = document.uri.fsPath;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const cwd = folder?.uri.fsPath ?? path.dirname(file);
  const task = new vscode.Task(
    { type: 'wodc', what },
    folder ?? vscode.TaskScope.Workspace,
    `${what} ${path.basename(file)}`,
    'wodc',
    new vscode.ProcessExecution(program, [what, path.relative(cwd, file)], { cwd }),
  );
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  return vscode.tasks.executeTask(task);
}
