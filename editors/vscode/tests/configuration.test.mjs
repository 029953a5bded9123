// How VS Code indents, cuts words and closes brackets, by the language's configuration.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { files } from './colours.mjs';

const configuration = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../language-configuration.json'), 'utf8'));
const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
const more = new RegExp(increaseIndentPattern);
const less = new RegExp(decreaseIndentPattern);

test('lines are indented as wodc fmt indents the examples', () => {
  let looked = 0;
  for (const { name, text } of files('examples', 'src/cli/new')) {
    let depth = 0;
    let goesOn = false;
    for (const [number, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      if (less.test(line)) depth -= 1;
      const indent = /^ */.exec(line)[0].length;
      // A list or a table that goes on is indented once more, by hand.
      const isContinued = goesOn || /^\s*then\b/.test(line);
      if (!isContinued) {
        assert.equal(indent, 2 * depth, `${name}:${number + 1}: ${line}`);
        looked += 1;
      }
      if (!line.trim().startsWith('#')) goesOn = /(,|\bthen)\s*(#.*)?$/.test(line);
      if (more.test(line)) depth += 1;
    }
    assert.equal(depth, 0, name);
  }
  assert.ok(looked > 1500);
});

test('a bracket in a text or a remark indents nothing', () => {
  for (const line of ['note "so <"', 'squat 10  # and then <', 'note “<”', 'circuit < squat 10 >']) assert.doesNotMatch(line, more);
  for (const line of ['circuit rounds 3 <', 'circuit "a # b" <  # so', 'week 1 {', '  <']) assert.match(line, more);
});

test('a word is what wodc takes for one', () => {
  const { pattern, flags } = configuration.wordPattern;
  const words = (text) => [...text.matchAll(new RegExp(pattern, `g${flags}`))].map(([word]) => word);
  assert.deepEqual(words('farmer’s carry 3x82.5kg, T2B push-up @ 1:30 "montée"'),
    ['farmer’s', 'carry', '3', '82.5', 'kg', 'T2B', 'push-up', '1:30', 'montée']);
});

test('what is declared is there, and every command has its code', () => {
  const root = path.join(import.meta.dirname, '..');
  const { contributes, main } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const named = [...contributes.languages.map((one) => one.configuration), ...contributes.grammars.map((one) => one.path), ...contributes.snippets.map((one) => one.path)];
  for (const file of named) assert.ok(fs.existsSync(path.join(root, file)), file);
  assert.equal(main, './dist/extension.js');
  const code = fs.readFileSync(path.join(root, 'src/extension.mjs'), 'utf8');
  for (const { command } of contributes.commands) assert.match(code, new RegExp(`'${command.replace('.', '\\.')}'`));
});
