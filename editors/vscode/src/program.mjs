// The program `wodc`: where it is, and whether it is one that can be used.
import { execFile } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

// How long it may take to say its version: on a cold disk a large program takes a while to be read.
const LONGEST_WAIT_MS = 20_000;

/**
 * @typedef {{ version: string }} Found
 * @typedef {{ trouble: 'missing' | 'forbidden' | 'other' | 'broken', said: string }} NotFound
 */

// Returns the path that a setting means.
/** @param {string} setting @param {string} [home] */
export function pathOf(setting, home = os.homedir()) {
  const trimmed = setting.trim() || 'wodc';
  return /^~[/\\]/.test(trimmed) ? path.join(home, trimmed.slice(2)) : trimmed;
}

// Asks a program for its version.
/** @param {string} program @returns {Promise<Found | NotFound>} */
export function look(program) {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { timeout: LONGEST_WAIT_MS, windowsHide: true }, (error, stdout, stderr) => {
      const version = /^wodc (\S+)/.exec(stdout)?.[1];
      if (!error && version) resolve({ version });
      else if (!error) resolve({ trouble: 'other', said: stdout.trim() });
      else if (error.code === 'ENOENT') resolve({ trouble: 'missing', said: '' });
      else if (error.code === 'EACCES') resolve({ trouble: 'forbidden', said: '' });
      else resolve({ trouble: 'broken', said: (stderr || error.message).trim() });
    });
  });
}

// Says what is wrong, and what to do about it.
/** @param {string} program @param {NotFound} found */
export function advice(program, { trouble, said }) {
  const where = 'say where it is in the setting “wodc.path”';
  switch (trouble) {
    case 'missing':
      return path.basename(program) === program
        ? `“${program}” was not found. Install wodc, or ${where}.`
        : `There is no “${program}”. Install wodc there, or ${where}.`;
    case 'forbidden':
      return `“${program}” can't be started: it is a folder, or you may not run it. Make it a program that you may run, or ${where}.`;
    case 'other':
      return `“${program}” is another program, not wodc. Install wodc, or ${where}.`;
    case 'broken':
      return `“${program}” doesn't start: ${said.split('\n')[0]}. Install wodc again, or ${where}.`;
  }
}
