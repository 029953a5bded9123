// The queries colour a text as `wodc lsp` does, as far as the grammar can without knowing what the names mean.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const HERE = path.join(import.meta.dirname, '..');
const ROOT = path.join(HERE, '../..');
const CLI = process.env.TREE_SITTER ?? 'tree-sitter';

function below(folder) {
  return fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return below(name);
    return name.endsWith('.wod') ? [name] : [];
  });
}

const files = ['examples', 'src/cli/new', 'tests/fixtures/good'].flatMap(below).sort();

// What a highlight of wodc is to the queries; what is in none is an ordinary word.
const CAPTURES = {
  comment: ['comment'],
  text: ['string', 'markup.heading'],
  figure: ['number', 'type'],
  keyword: ['keyword'],
  // `%` is a unit, and a date one figure.
  sign: ['operator', 'punctuation.bracket', 'punctuation.delimiter', 'type', 'number'],
  movement: ['function', undefined],
  blank: ['function', undefined],
  rule: [undefined],
};

// Returns what the queries say of each byte of each file: the last capture that there is.
function captures(texts) {
  const out = execFileSync(
    CLI,
    ['query', '--captures', 'queries/highlights.scm', ...texts.keys()],
    { cwd: HERE, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const all = new Map([...texts].map(([file, bytes]) => [file, { bytes, own: Array(bytes.length), starts: starts(bytes) }]));
  let of;
  for (const line of out.split('\n')) {
    of = all.get(line) ?? of;
    const found = /capture: \d+ - ([\w.]+), start: \((\d+), (\d+)\), end: \((\d+), (\d+)\)/.exec(line);
    if (!found || found[1] === 'spell') continue;
    const [row, column, lastRow, lastColumn] = found.slice(2).map(Number);
    of.own.fill(found[1], of.starts[row] + column, of.starts[lastRow] + lastColumn);
  }
  return all;
}

function starts(bytes) {
  const starts = [0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return starts;
}

test('every part that wodc colours is coloured alike', () => {
  const seen = { movement: 0, certain: 0 };
  const texts = new Map(files.map((name) => [path.join(ROOT, name), fs.readFileSync(path.join(ROOT, name))]));
  for (const [file, { bytes, own }] of captures(texts)) {
    // What others write: `buy-in: run 800m` is read as a movement.
    if (file.endsWith('buy-in-also-read.wod')) continue;
    const said = JSON.parse(execFileSync(process.env.WODC, ['inspect', file, '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 }));
    for (const { kind, start_byte: from, end_byte: to } of said.highlights) {
      const found = own[from];
      const words = bytes.subarray(from, to).toString();
      if (kind === 'movement') {
        seen.movement += 1;
        seen.certain += found === 'function' ? 1 : 0;
      }
      // `3x max`: the sign between the number of sets and their dose.
      if (kind === 'keyword' && found === 'operator' && /^x$/i.test(words)) continue;
      assert.ok(CAPTURES[kind].includes(found), `${file}: «${words}» is ${kind} to wodc, ${found} to the queries`);
    }
  }
  assert.ok(seen.movement > 1000);
  assert.ok(seen.certain / seen.movement > 0.92, `${seen.certain} of ${seen.movement} names`);
});
