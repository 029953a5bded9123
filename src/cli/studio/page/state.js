// What is open, and what is known of it.
/** @import { Files, Level, Look } from './api' */

/**
 * @type {{
 *   name: string | null,
 *   files: Files | null,
 *   look: Look | null,
 *   lookedAt: string,
 *   level: Level | null,
 *   number: number,
 * }}
 */
export const state = {
  /** The file that is open. */
  name: null,
  files: null,
  /** What was last said of the text, and of which text. */
  look: null,
  lookedAt: '',
  /** The level that is asked for; null for the workout's own. */
  level: null,
  /** Which of the file's workouts and plans is shown. */
  number: 0,
};

export const subject = () => state.look?.subjects[state.number] ?? null;
