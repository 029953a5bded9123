// As much of VS Code as the extension talks to, so that the packed client can be run without it. What only the client of
// the protocol asks for is whatever it takes to go on.
import { createRequire } from 'node:module';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// Something that can be called, made, and asked for anything.
function anything(name) {
  return new Proxy(function () {}, {
    get(target, key) {
      if (key === 'then' || typeof key === 'symbol') return target[key];
      return (target[key] ??= anything(`${name}.${key}`));
    },
    apply: () => (/\.on[A-Z]\w*$|\.register\w*$/.test(name) ? { dispose() {} } : anything(name)),
  });
}

class Events {
  #listeners = new Set();
  event = (listener, self) => {
    const bound = self ? listener.bind(self) : listener;
    this.#listeners.add(bound);
    return { dispose: () => this.#listeners.delete(bound) };
  };

  fire(value) {
    for (const listener of [...this.#listeners]) listener(value);
  }

  dispose() {
    this.#listeners.clear();
  }
}

class Disposable {
  constructor(dispose) {
    this.dispose = dispose;
  }

  static from = (...all) => new Disposable(() => all.forEach((one) => one.dispose()));
}

class Uri {
  constructor(fsPath, scheme = 'file') {
    Object.assign(this, { fsPath, path: fsPath, scheme });
  }

  static file = (file) => new Uri(file);
  static parse = (text) => new Uri(decodeURIComponent(new URL(text).pathname), new URL(text).protocol.slice(0, -1));

  toString() {
    return this.scheme === 'file' ? pathToFileURL(this.fsPath).href : `${this.scheme}:${this.fsPath}`;
  }

  with() {
    return this;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(start, end) {
    Object.assign(this, { start, end });
  }
}

// Returns a VS Code with some settings, and what a test asks of it.
export function mocked(settings = {}) {
  const events = {};
  const on = (name) => (events[name] ??= new Events()).event;
  const state = { messages: [], panels: [], tasks: [], commands: new Map(), executed: [], said: [], answer: undefined };
  const channel = (name) => {
    const say = (level) => (...words) => state.said.push(`${level}: ${words.join(' ')}`);
    return {
      name, logLevel: 3, onDidChangeLogLevel: on('level'), show() { state.executed.push('output.show'); }, dispose() {}, append: say('append'), appendLine: say('line'), clear() {},
      trace: say('trace'), debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error'),
    };
  };
  const documents = [];
  const message = (kind) => async (words, ...rest) => {
    state.messages.push({ kind, words, buttons: rest.filter((one) => typeof one === 'string') });
    return state.answer;
  };
  const window = {
    createOutputChannel: channel,
    showErrorMessage: message('error'), showInformationMessage: message('information'), showWarningMessage: message('warning'),
    createWebviewPanel(viewType, title, column, options) {
      const disposed = new Events();
      const panel = {
        viewType, title, options, webview: { html: '' }, revealed: 0, onDidDispose: disposed.event,
        reveal() { panel.revealed += 1; },
        dispose() { disposed.fire(); },
      };
      state.panels.push(panel);
      return panel;
    },
    activeTextEditor: undefined, visibleTextEditors: [], tabGroups: { all: [], onDidChangeTabs: on('tabs'), onDidChangeTabGroups: on('tabGroups') },
    onDidChangeActiveTextEditor: on('editor'), onDidChangeTextEditorSelection: on('selection'), onDidChangeVisibleTextEditors: on('visible'),
  };
  const workspace = {
    textDocuments: documents, notebookDocuments: [], workspaceFolders: undefined,
    getConfiguration: (section) => ({ get: (key, fallback) => settings[section ? `${section}.${key}` : key] ?? fallback, inspect: () => undefined }),
    getWorkspaceFolder: () => undefined, asRelativePath: (file) => file,
    createFileSystemWatcher: () => ({ onDidCreate: on('created'), onDidChange: on('changedOnDisk'), onDidDelete: on('deleted'), dispose() {} }),
    onDidOpenTextDocument: on('opened'), onDidCloseTextDocument: on('closed'), onDidChangeTextDocument: on('changed'), onDidSaveTextDocument: on('saved'), onWillSaveTextDocument: on('saving'),
    onDidChangeConfiguration: on('configuration'), onDidChangeWorkspaceFolders: on('folders'),
    onDidCreateFiles: on('c'), onDidRenameFiles: on('r'), onDidDeleteFiles: on('d'), onWillCreateFiles: on('wc'), onWillRenameFiles: on('wr'), onWillDeleteFiles: on('wd'),
    onDidOpenNotebookDocument: on('no'), onDidCloseNotebookDocument: on('nc'), onDidChangeNotebookDocument: on('nx'), onDidSaveNotebookDocument: on('ns'),
  };
  const languages = anything('vscode.languages');
  // Every text of ours is one that the client takes.
  languages.match = (selector, { languageId }) => (languageId === 'wod' ? 10 : 0);
  const vscode = {
    window, workspace, languages,
    commands: {
      registerCommand(name, work) {
        state.commands.set(name, work);
        return { dispose: () => state.commands.delete(name) };
      },
      executeCommand: async (...what) => state.executed.push(what.join(' ')),
    },
    tasks: { executeTask: async (task) => state.tasks.push(task) },
    Task: class { constructor(definition, scope, name, source, execution) { Object.assign(this, { definition, scope, name, source, execution }); } },
    ProcessExecution: class { constructor(process, args, options) { Object.assign(this, { process, args, options }); } },
    TaskScope: { Workspace: 2 }, TaskRevealKind: { Always: 1 }, ViewColumn: { Beside: -2 },
    Uri, Position, Range, Disposable, EventEmitter: Events, version: '1.91.0',
    env: { language: 'en', appName: 'test', onDidChangeTelemetryEnabled: on('telemetry'), clipboard: {} },
    LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
    CancellationTokenSource: class { token = { isCancellationRequested: false, onCancellationRequested: new Events().event }; cancel() {} dispose() {} },
  };
  const whole = new Proxy(vscode, { get: (target, key) => (key in target ? target[key] : (target[key] = anything(`vscode.${String(key)}`))) });
  return { vscode: whole, state, fire: (name, value) => events[name]?.fire(value) };
}

// Returns the packed client, running in a mocked VS Code.
export function client(vscode) {
  const require = createRequire(import.meta.url);
  const file = path.join(import.meta.dirname, '../dist/extension.js');
  delete require.cache[file];
  const load = Module._load;
  Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
  try {
    return require(file);
  } finally {
    Module._load = load;
  }
}

// Returns an editor with a text in it.
export function editor(vscode, file, text, languageId = 'wod') {
  const document = {
    uri: vscode.Uri.file(file), fileName: file, languageId, version: 1, isUntitled: false, isClosed: false, eol: 1,
    getText: () => document.text, text, save: async () => true,
    get lineCount() { return document.text.split('\n').length; },
  };
  vscode.workspace.textDocuments.push(document);
  return { document, selection: { active: new vscode.Position(0, 0) } };
}
