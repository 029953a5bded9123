// The snippets: each, with what it proposes, is a text without a mistake or a warning that could be avoided.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const WODC = process.env.WODC;
const folder = path.join(import.meta.dirname, '../snippets');
const snippets = ['sessions.json', 'blocks.json'].flatMap((file) =>
  Object.entries(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))));

// Fills in what VS Code proposes: `${1:squat}`, `${1|push,pull|}`, `$1` for what was written there before, `$0`.
function filled(body) {
  const values = new Map();
  const text = body.join('\n');
  const left = text.replace(/\$\{(\d+):((?:[^\\}$]|\\.)*)\}|\$\{(\d+)\|([^|]*)\|\}/g, (_, number, value, chosen, choices) => {
    const words = value ?? choices.split(',')[0];
    values.set(number ?? chosen, words);
    return words;
  });
  const all = left.replace(/(?<!\\)\$(\d+)/g, (_, number) => {
    assert.ok(number === '0' || values.has(number), `$${number} is never asked for`);
    return values.get(number) ?? '';
  });
  assert.doesNotMatch(all, /(?<!\\)\$/);
  return all.replace(/\\([$}\\])/g, '$1');
}

// What a snippet needs around it to be a whole file.
const AROUND = {
  'workout with blanks': (text) => `athlete "Sam" < max back squat 120kg >\n${text}\nworkout "All" < do "Wave" with back squat >`,
  movement: (text) => `${text}\nlog lift 10 per side`,
  athlete: (text) => `${text}\nback squat 5 @ 80% rest 1min\nrun 1km @ easy pace`,
  done: (text) => `results "Sam"\n${text}`,
  note: (text) => `squat 10\n${text}`,
  'expected time': (text) => `${text}\nrun 45min`,
};

for (const [name, { body, prefix, description }] of snippets) {
  test(`${name} compiles as it is proposed`, () => {
    assert.ok(prefix && description);
    const text = (AROUND[name] ?? String)(filled(body));
    const { stdout, stderr, status } = spawnSync(WODC, ['check', '-', '-D', 'warnings'], { input: `${text}\n`, encoding: 'utf8' });
    assert.equal(status, 0, `${text}\n${stdout}${stderr}`);
    assert.doesNotMatch(stderr, /error/, text);
    // It is laid out as `wodc fmt` lays it out, so that the first save changes nothing.
    const own = filled(body);
    const formatted = execFileSync(WODC, ['fmt', '-'], { input: `${own}\n`, encoding: 'utf8' });
    assert.equal(formatted, `${own}\n`);
  });
}

test('there is one for each block, and one for each session of wodc new', () => {
  const words = JSON.parse(fs.readFileSync(path.join(folder, '../../tree-sitter-wod/words.json'), 'utf8'));
  const all = snippets.map(([, { body }]) => body.join('\n')).join('\n');
  const begun = Object.values(words.openers.block).flat().filter((word) => !/^(in turn|sessions?|cycles?)$/.test(word));
  for (const block of begun) assert.match(all, new RegExp(`^\\s*${block}\\b`, 'm'), block);
  const templates = fs.readdirSync(path.join(folder, '../../../src/cli/new')).map((file) => `session: ${file.replace('.wod', '')}`);
  const names = snippets.map(([name]) => name);
  for (const template of templates) assert.ok(names.includes(template), template);
  const prefixes = snippets.map(([, { prefix }]) => prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
});
