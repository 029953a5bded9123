// Colours texts as VS Code does, by the grammar alone.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The engine that the tests of the grammar use.
const from = createRequire(require.resolve('vscode-tmgrammar-test/package.json'));
const textmate = from('vscode-textmate');
const oniguruma = from('vscode-oniguruma');

const ROOT = path.join(import.meta.dirname, '../../..');
const GRAMMAR = path.join(import.meta.dirname, '../syntaxes/wod.tmLanguage.json');

const wasm = fs.readFileSync(path.join(path.dirname(from.resolve('vscode-oniguruma/package.json')), 'release/onig.wasm'));
await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
});
const grammar = await registry.loadGrammar('source.wod');

// Returns the pieces of each line, with their scopes, and what ends the line.
export function lines(text) {
  let stack = textmate.INITIAL;
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)].map(([, line, end]) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return { line, end, tokens };
  });
}

// What a scope is, as `wodc inspect` names it; the first that is found, from the outermost.
const KINDS = [
  [/^comment/, 'comment'],
  [/^string/, 'text'],
  [/^constant\.numeric/, 'figure'],
  [/^keyword\.(?!operator)/, 'keyword'],
  [/^entity\.name\.function/, 'movement'],
  [/^support\.constant\.rule/, 'rule'],
  [/^(punctuation|keyword\.operator)/, 'sign'],
];

export function kindOf(scopes) {
  for (const scope of scopes.slice(1)) {
    const found = KINDS.find(([pattern]) => pattern.test(scope));
    if (found) return found[1];
  }
  return 'word';
}

// Returns the kind of each character of a text.
export function kinds(text) {
  return lines(text).flatMap(({ line, end, tokens }) => {
    const own = [];
    for (const { startIndex, endIndex, scopes } of tokens) {
      const kind = kindOf(scopes);
      for (let at = startIndex; at < Math.min(endIndex, line.length); at += 1) own.push(kind);
    }
    return own.concat(Array(end.length).fill('end'));
  });
}

function below(folder) {
  return fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return below(name);
    return name.endsWith('.wod') ? [name] : [];
  });
}

// All files of some folders, by name.
export function files(...folders) {
  return folders.flatMap(below).sort().map((name) => ({ name, file: path.join(ROOT, name), text: fs.readFileSync(path.join(ROOT, name), 'utf8') }));
}
