// The program under test, and what is in the pages it writes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';

export const project = resolve(import.meta.dirname, '../..');
export const wodc = resolve(project, process.env.WODC ?? 'target/debug/wodc');

const folder = mkdtempSync(join(tmpdir(), 'wodc-page-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let written = 0;

// Builds a source, with more arguments if need be, and returns the paths of what was written, by the ends of their names.
export function build(source, formats = ['html'], name = 'workout', more = []) {
  const here = join(folder, String((written += 1)));
  const file = `${here}-${name}.wod`;
  writeFileSync(file, source);
  return built(file, formats, here, more);
}

// Builds an example.
export function buildExample(name, formats = ['html']) {
  return built(join(project, 'examples', `${name}.wod`), formats, join(folder, String((written += 1))));
}

function built(file, formats, out, more = []) {
  execFileSync(wodc, ['build', file, '--to', formats.join(','), '-o', out, ...more], { stdio: ['ignore', 'ignore', 'pipe'] });
  return readdirSync(out).map((one) => join(out, one));
}

// The playbook that a page holds.
export function playbook(page) {
  const html = readFileSync(page, 'utf8');
  const [, json] = /<script type="application\/json" id="playbook">(.*?)<\/script>/s.exec(html);
  return JSON.parse(json);
}

export const examples = readdirSync(join(project, 'examples'))
  .filter((name) => name.endsWith('.wod'))
  .map((name) => name.replace(/\.wod$/, ''));
