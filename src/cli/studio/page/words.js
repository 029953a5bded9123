// How times and counts are said.
/** @import { LevelTime } from './api' */

const MINUTE_MS = 60_000;
// What differs by less is the same: nobody plans a class by half minutes.
const SLACK_MS = 30_000;

/** @param {number} number @param {string} thing */
export const count = (number, thing) => `${number.toLocaleString('en-GB')} ${thing}${number === 1 ? '' : 's'}`;

const minutes = (/** @type {number} */ ms) => count(Math.max(1, Math.round(ms / MINUTE_MS)), 'minute');

/**
 * How a workout fits in a class. A level takes one end of what the text leaves open, or its middle; without a level, all of
 * it counts.
 * @param {LevelTime} time @param {number} classMinutes @param {boolean} isOpen
 * @returns {{ kind: 'long' | 'tight' | 'fits', said: string }}
 */
export function fit(time, classMinutes, isOpen) {
  const spare = classMinutes * MINUTE_MS - time.likely_ms;
  const least = classMinutes * MINUTE_MS - time.most_ms;
  if (spare < -SLACK_MS) return { kind: 'long', said: `${minutes(-spare)} too long` };
  if (isOpen && least < -SLACK_MS) return { kind: 'tight', said: `may run ${minutes(-least)} over` };
  if (spare < SLACK_MS) return { kind: 'fits', said: 'just fits' };
  return { kind: 'fits', said: `${minutes(spare)} left` };
}

/** `yesterday, 18:04`. @param {number} time @param {Date} [now] */
export function when(time, now = new Date()) {
  const then = new Date(time);
  const clock = then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const midnight = (/** @type {Date} */ date) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days === 0) return `today, ${clock}`;
  if (days === 1) return `yesterday, ${clock}`;
  const isThisYear = then.getFullYear() === now.getFullYear();
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) };
  return `${then.toLocaleDateString('en-GB', form)}, ${clock}`;
}

/** `Beginner`. @param {string} word */
export const capital = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);
