// The grammar colours a text as `wodc lsp` does, as far as it can without knowing what the names mean.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { files, kindOf, kinds, lines } from './colours.mjs';

const all = files('examples', 'src/cli/new', 'tests/fixtures/good');

// What the highlights of a kind may be to the grammar.
const MAY_BE = {
  comment: ['comment'],
  text: ['text'],
  figure: ['figure'],
  keyword: ['keyword'],
  rule: ['rule'],
  // `%` is the unit of its figure.
  sign: ['sign', 'figure'],
  // Only where a name is at the beginning or behind `or` is it certain to be one; a blank is like any word.
  movement: ['movement', 'word'],
  blank: ['movement', 'word'],
};

// Words of the language that are read out of what looks like a name.
const LIKE_NAMES = [
  'tests/fixtures/good/buy-in-also-read.wod: Buy', 'tests/fixtures/good/buy-in-also-read.wod: In',
  'tests/fixtures/good/buy-in-also-read.wod: cash', 'tests/fixtures/good/buy-in-also-read.wod: out',
  'tests/fixtures/good/poses.wod: right', 'tests/fixtures/good/poses.wod: left', 'tests/fixtures/good/raise.wod: by',
];

const kept = new Map();

// Asks wodc what the parts of a file are.
function highlights(file, text) {
  if (!kept.has(file)) kept.set(file, asked(file, text));
  return kept.get(file);
}

function asked(file, text) {
  const said = JSON.parse(execFileSync(process.env.WODC, ['inspect', file, '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 }));
  const bytes = Buffer.from(text);
  const at = (byte) => bytes.subarray(0, byte).toString().length;
  return said.highlights.map(({ kind, start_byte, end_byte }) => ({ kind, from: at(start_byte), to: at(end_byte) }));
}

test('every part that wodc colours is coloured alike', () => {
  const seen = { movement: 0, certain: 0 };
  const odd = new Set();
  for (const { name, file, text } of all) {
    const own = kinds(text);
    for (const { kind, from, to } of highlights(file, text)) {
      const found = new Set(own.slice(from, to).filter((one) => one !== 'end'));
      const words = text.slice(from, to);
      if (kind === 'movement') {
        seen.movement += 1;
        seen.certain += found.size === 1 && found.has('movement') ? 1 : 0;
      }
      if (LIKE_NAMES.includes(`${name}: ${words}`)) odd.add(`${name}: ${words}`);
      else for (const one of found) assert.ok(MAY_BE[kind].includes(one), `${name}: «${words}» is ${kind} to wodc, ${one} to the grammar`);
    }
  }
  assert.ok(seen.movement > 1000);
  assert.ok(seen.certain / seen.movement > 0.94, `${seen.certain} of ${seen.movement} names`);
  assert.deepEqual([...odd].sort(), [...LIKE_NAMES].sort());
});

test('nothing is a word of the language that wodc does not take for one', () => {
  // Lines of athletes and of what was done are known by where they are.
  const LINES = /^(bodyweight|training|ftp|max|heart|rate|division|rounding|bar|discs|units|felt|pain|now|skipped)$/i;
  for (const { name, file, text } of all) {
    const own = kinds(text);
    const isSaid = new Uint8Array(text.length);
    for (const { from, to } of highlights(file, text)) isSaid.fill(1, from, to);
    for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{N}'’-]*/gu)) {
      if (isSaid[index] || LINES.test(word)) continue;
      assert.notEqual(own[index], 'keyword', `${name}: ${word}`);
    }
  }
});

// A letter for each kind, under each line of the examples: what a change of the grammar changes is seen here.
const LETTERS = { comment: '#', text: '"', figure: '0', keyword: 'k', movement: 'm', rule: 'r', sign: '.', word: ' ' };

function snapshot() {
  const ofFile = ({ name, text }) => lines(text).flatMap(({ line, tokens }) => {
    const kinds = tokens.map(({ startIndex, endIndex, scopes }) => LETTERS[kindOf(scopes)].repeat(Math.min(endIndex, line.length) - startIndex));
    const under = [...kinds.join('')].map((letter, at) => (/\s/.test(line[at]) ? ' ' : letter)).join('').trimEnd();
    return under ? [line, under] : [line];
  }).join('\n').replace(/^/, `==== ${name}\n`);
  return `${files('examples').map(ofFile).join('\n')}\n`;
}

test('the examples are coloured as they were', () => {
  const kept = path.join(import.meta.dirname, 'examples.colours');
  if (process.env.WODC_BLESS) fs.writeFileSync(kept, snapshot());
  assert.equal(snapshot(), fs.readFileSync(kept, 'utf8'), 'WODC_BLESS=1 makes tests/examples.colours anew; read what changes');
});
