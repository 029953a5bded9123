// Starts `wodc studio`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const wodc = resolve(import.meta.dirname, '../..', process.env.WODC ?? 'target/debug/wodc');
const LOOK_EVERY_MS = 20;

// Starts the program, and returns its address and how to end it.
export async function start(folder, { state, port = 0, more = [] }) {
  const program = spawn(wodc, ['studio', folder, '--no-open', '--port', String(port), ...more], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_STATE_HOME: state },
  });
  let printed = '';
  program.stdout.on('data', (part) => (printed += part));
  const gone = new Promise((resolve) => program.on('exit', resolve));
  let isGone = false;
  gone.then(() => (isGone = true));
  const found = () => /(http:\/\/127\.0\.0\.1:\d+\/\w+\/)\s/.exec(printed)?.[1];
  while (!found()) {
    assert.ok(!isGone, 'the studio has ended by itself');
    await sleep(LOOK_EVERY_MS);
  }
  return {
    address: found(),
    printed: () => printed,
    async end() {
      program.kill('SIGINT');
      await gone;
    },
  };
}
