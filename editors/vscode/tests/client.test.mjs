// The packed client in a mocked VS Code, with the real wodc behind it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isSafe, note } from '../src/page.mjs';
import { advice, look, pathOf } from '../src/program.mjs';
import { client, editor, mocked } from './vscode.mjs';

const WODC = path.resolve(process.env.WODC);

// A machine that is busy with other things takes its time.
const LONGEST_WAIT_MS = 30_000;

function folder(t) {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'wod-'));
  t.after(() => fs.rmSync(made, { recursive: true, force: true }));
  return fs.realpathSync(made);
}

// Writes a program for the tests.
function script(t, text) {
  const file = path.join(folder(t), 'wodc');
  fs.writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return file;
}

async function until(is, what) {
  for (const began = Date.now(); Date.now() - began < LONGEST_WAIT_MS; await pause(20)) if (is()) return;
  assert.fail(`${what} never came`);
}

async function started(t, settings, text, answer) {
  const mock = mocked(settings);
  mock.state.answer = answer;
  const { vscode, state } = mock;
  const extension = client(vscode);
  const own = text === undefined ? undefined : editor(vscode, path.join(folder(t), 'legs.wod'), text);
  if (own) fs.writeFileSync(own.document.uri.fsPath, text);
  vscode.window.activeTextEditor = own;
  const context = { subscriptions: [] };
  await extension.activate(context);
  t.after(() => extension.deactivate());
  // What the text becomes as somebody types; the client tells the server.
  const type = (changed) => {
    const range = new vscode.Range(new vscode.Position(0, 0), new vscode.Position(own.document.lineCount, 0));
    own.document.text = changed;
    own.document.version += 1;
    mock.fire('changed', { document: own.document, contentChanges: [{ range, text: changed }] });
  };
  return { ...mock, own, type, run: (command) => state.commands.get(command)() };
}

const settings = { 'wodc.path': WODC };

test('a path is a name, a whole path, or one from home', () => {
  assert.equal(pathOf('wodc'), 'wodc');
  assert.equal(pathOf('  '), 'wodc');
  assert.equal(pathOf('~/bin/wodc', '/home/sam'), path.join('/home/sam', 'bin/wodc'));
  assert.equal(pathOf('/opt/wodc'), '/opt/wodc');
});

test('a program that can be used says its version; of any other it is said what to do', async (t) => {
  assert.match((await look(WODC)).version, /^\d+\.\d+\.\d+/);
  const cases = [
    ['wodc-that-is-nowhere', /“wodc-that-is-nowhere” was not found\. Install wodc, or .*“wodc\.path”\./],
    [path.join(folder(t), 'wodc'), /^There is no “.*wodc”\. Install wodc there/],
    [folder(t), /can't be started: it is a folder/],
    [script(t, 'echo other 1.0'), /is another program, not wodc/],
    [script(t, 'echo "no such library" >&2; exit 127'), /doesn't start: no such library\. Install wodc again/],
  ];
  for (const [program, words] of cases) assert.match(advice(program, await look(program)), words);
});

test('without wodc there is one message with what to do, and panels say so as well', async (t) => {
  const { state, run } = await started(t, { 'wodc.path': 'wodc-that-is-nowhere' }, 'squat 10\n', 'Open the Setting');
  await until(() => state.executed.length > 0, 'the setting');
  assert.deepEqual(state.executed, ['workbench.action.openSettings wodc.path']);
  assert.equal(state.messages.length, 1);
  assert.deepEqual(state.messages[0].buttons, ['Try Again', 'Open the Setting', 'Show What wodc Says']);
  await run('wodc.previewPage');
  assert.match(state.panels[0].webview.html, /wodc is not running\. “Wod: Start wodc Again” starts it\./);
});

test('another path is another start', async (t) => {
  const own = { 'wodc.path': 'wodc-that-is-nowhere' };
  const { state, fire, run } = await started(t, own, 'squat 10\n');
  own['wodc.path'] = WODC;
  fire('configuration', { affectsConfiguration: (name) => name === 'wodc.path' });
  await run('wodc.previewPage');
  assert.equal(state.panels[0].title, 'legs');
  assert.ok(state.said.some((line) => line.startsWith('info: wodc ')));
});

test('a server that never comes up is not started again by itself', async (t) => {
  const counted = path.join(folder(t), 'starts');
  const program = script(t, `if [ "$1" = --version ]; then echo wodc 0.1.0; exit; fi; echo >>'${counted}'; exec head -c 1 >/dev/null`);
  const { state } = await started(t, { 'wodc.path': program }, 'squat 10\n');
  await until(() => state.messages.length > 0, 'the message');
  await pause(500);
  assert.deepEqual([fs.readFileSync(counted, 'utf8').length, state.messages.length], [1, 1], JSON.stringify(state.messages));
  assert.match(state.messages[0].words, /^wodc was not started: /);
});

test('a server that ends is started again, and not for ever', async (t) => {
  const pids = path.join(folder(t), 'pids');
  const program = script(t, `[ "$1" = --version ] || echo $$ >>'${pids}'; exec '${WODC}' "$@"`);
  const { state, run } = await started(t, { 'wodc.path': program }, 'squat 10\n');
  const starts = () => fs.readFileSync(pids, 'utf8').trim().split('\n').map(Number);
  for (let ends = 1; ends <= 4; ends += 1) {
    await until(() => starts().length === ends, `start ${ends}`);
    await run('wodc.previewPage');
    process.kill(starts().at(-1), 'SIGKILL');
  }
  await until(() => state.messages.some(({ words }) => /lsp” ended 4 times within minutes/.test(words)), 'the message');
  assert.deepEqual([starts().length, state.messages.length], [4, 1]);
  await run('wodc.restart');
  await run('wodc.previewPage');
  assert.equal(state.panels[0].title, 'legs');
});

test('the page follows the text and the mark; the sheet has no scripts', async (t) => {
  const text = 'workout "Quokka" < squat 20s >\nworkout "Wombat" < plank 30s >\n';
  const { state, run, own, type, fire, vscode } = await started(t, settings, text);
  await run('wodc.previewPage');
  await run('wodc.previewSheet');
  const [page, sheet] = state.panels;
  assert.deepEqual([page.title, sheet.title], ['Quokka', 'Sheet: Quokka']);
  assert.deepEqual([page.options.enableScripts, sheet.options.enableScripts], [true, false]);
  for (const panel of [page, sheet]) {
    assert.ok(isSafe(panel.webview.html));
    assert.deepEqual(panel.options.localResourceRoots, []);
    assert.equal(panel.options.enableCommandUris, false);
  }
  own.selection.active = new vscode.Position(1, 3);
  fire('selection', { textEditor: own });
  await until(() => page.title === 'Wombat' && sheet.title === 'Sheet: Wombat', 'the other workout');
  type('workout "Quokka" < squat 20s >\nworkout "Numbat" < plank 30s >\n');
  await until(() => page.title === 'Numbat', 'the new title');
  assert.match(page.webview.html, /<title>Numbat<\/title>/);
  // A second time it is gone to, not opened.
  await run('wodc.previewPage');
  assert.deepEqual([state.panels.length, page.revealed], [2, 1]);
});

test('while there are mistakes the last page stays, and the same page is not put in again', async (t) => {
  const { state, run, type } = await started(t, settings, 'title "Emu"\nsquat 10\n');
  await run('wodc.previewPage');
  const [panel] = state.panels;
  const before = panel.webview.html;
  let puts = 0;
  Object.defineProperty(panel.webview, 'html', { get: () => before, set: () => { puts += 1; } });
  type('title "Emu"\nsquat 5m 5m\n');
  await until(() => panel.title === 'Emu (as it was)', 'the mistake');
  type('title "Emu"\nsquat 10  # a remark changes nothing\n');
  await until(() => panel.title === 'Emu', 'the page');
  assert.equal(puts, 0);
});

test('where there is no page yet, a panel says why', async (t) => {
  const { state, run, type } = await started(t, settings, 'squat 5m 5m\n');
  await run('wodc.previewPage');
  assert.match(state.panels[0].webview.html, /The text has (a mistake|\d+ mistakes)\. They are listed under Problems/);
  type('movement "Zorp" < pattern core >\n');
  await until(() => /There is no workout and no plan/.test(state.panels[0].webview.html), 'the other words');
  type('squat 10\n');
  await until(() => state.panels[0].title === 'legs', 'the page');
});

test('a page without a policy is not shown, and words are escaped', () => {
  const good = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; x"></head></html>';
  assert.ok(isSafe(good));
  for (const bad of ['', '<p>hi', good.replace("'none'", '*'), good.replace('<meta charset', '<script>1</script><meta charset'), `x${good}`]) assert.ok(!isSafe(bad), bad);
  assert.ok(isSafe(note('x')));
  assert.doesNotMatch(note('<script>"&\''), /<script>|"&'/);
});

test('build and check run on the saved file, in its folder', async (t) => {
  const { state, run, own, vscode } = await started(t, settings, 'squat 10\n');
  await run('wodc.build');
  await run('wodc.check');
  const file = own.document.uri.fsPath;
  for (const [task, what] of [[state.tasks[0], 'build'], [state.tasks[1], 'check']]) {
    assert.deepEqual([task.execution.process, task.execution.args, task.execution.options.cwd], [WODC, [what, 'legs.wod'], path.dirname(file)]);
  }
  own.document.isUntitled = true;
  await run('wodc.build');
  assert.equal(state.tasks.length, 2);
  assert.match(state.messages.at(-1).words, /^Save the file first/);
  vscode.window.activeTextEditor = undefined;
  await run('wodc.check');
  assert.match(state.messages.at(-1).words, /^Open a \.wod file first/);
});
