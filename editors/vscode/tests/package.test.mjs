// What `vsce` packs: all that VS Code needs, and nothing else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { before, test } from 'node:test';
import zlib from 'node:zlib';

const root = path.join(import.meta.dirname, '..');
const packed = path.join(root, 'wod.vsix');

// The most bytes of the package. The client of the protocol is nearly all of it.
const MOST_BYTES = 250_000;

before(() => {
  fs.rmSync(packed, { force: true });
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: 'pipe' });
});

// Reads a zip file: the names from its directory at the end, each with its content.
function unzipped(file) {
  const bytes = fs.readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  const contents = new Map();
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(from, from + size);
    contents.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 8 ? zlib.inflateRawSync(raw) : raw);
    at += 46 + name + extra + comment;
  }
  return contents;
}

test('the package has these files', () => {
  const contents = unzipped(packed);
  assert.deepEqual([...contents.keys()].sort(), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE-APACHE',
    'extension/LICENSE-MIT',
    'extension/dist/extension.js',
    'extension/dist/licences.txt',
    'extension/language-configuration.json',
    'extension/package.json',
    'extension/readme.md',
    'extension/snippets/blocks.json',
    'extension/snippets/sessions.json',
    'extension/syntaxes/wod.tmLanguage.json',
  ]);
  const { size } = fs.statSync(packed);
  assert.ok(size < MOST_BYTES, `${size} bytes`);
  const manifest = JSON.parse(contents.get('extension/package.json'));
  assert.ok(contents.has(`extension/${manifest.main.slice(2)}`));
  const licences = contents.get('extension/dist/licences.txt').toString();
  for (const name of ['vscode-languageclient', 'vscode-jsonrpc', 'semver', 'minimatch']) assert.match(licences, new RegExp(`^${name} \\d`, 'm'));
});

test('the client needs nothing beside it but VS Code and Node', () => {
  const code = unzipped(packed).get('extension/dist/extension.js').toString();
  const needed = new Set([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name.replace(/^node:/, '')));
  for (const name of needed) assert.ok(name === 'vscode' || builtinModules.includes(name), name);
  assert.ok(needed.has('vscode') && needed.has('child_process'));
});

test('the lock names no registry', () => {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  assert.doesNotMatch(lock, /"resolved"/);
});
