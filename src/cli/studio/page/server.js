// Asks the server. Each call is a POST of JSON, as api.d.ts has them.
/** @import { Changes, Completions, Created, Difference, Failed, Files, Formatted, Hover, Look, Made, Mended, Movements, Opened, Saved } from './api' */
/**
 * @typedef {object} Answers
 * @property {Files} files
 * @property {Changes} changes
 * @property {Opened} open
 * @property {{ text: string }} version
 * @property {Saved} save
 * @property {Created} create
 * @property {Look} look
 * @property {Completions} complete
 * @property {Hover} hover
 * @property {{ markdown: string }} explain
 * @property {Mended} mend
 * @property {Formatted} format
 * @property {Difference} difference
 * @property {Made} make
 * @property {Movements} movements
 * @property {{}} minutes
 */

/** The server's own no; the message says why. */
export class Refused extends Error {
  /** @param {string} why @param {number} status */
  constructor(why, status) {
    super(why);
    this.status = status;
  }
}

/** There was no answer. */
export class Gone extends Error {}

/** @typedef {'there' | 'gone' | 'anew'} Reached */
/** @type {((reached: Reached) => void)[]} */
const listeners = [];

// Another server at the same port does not know this page's address.
const FORBIDDEN = 403;

/** Called with every answer, or when there is none. @param {(reached: Reached) => void} listener */
export function whenReached(listener) {
  listeners.push(listener);
}

/**
 * @template {keyof Answers} N
 * @param {N} name
 * @param {object} body
 * @param {{ signal?: AbortSignal, keepalive?: boolean }} [options]
 * @returns {Promise<Answers[N]>}
 */
export async function ask(name, body, options = {}) {
  const headers = { 'Content-Type': 'application/json' };
  let answer, text;
  try {
    answer = await fetch(`api/${name}`, { method: 'POST', headers, body: JSON.stringify(body), ...options });
    text = await answer.text();
  } catch (error) {
    if (options.signal?.aborted) throw error;
    for (const listener of listeners) listener('gone');
    throw new Gone('wodc does not answer');
  }
  for (const listener of listeners) listener(answer.status === FORBIDDEN ? 'anew' : 'there');
  /** @type {any} */
  let data = null;
  try {
    data = JSON.parse(text);
  } catch {
    /* said below */
  }
  if (answer.ok && data !== null) return data;
  const { why } = /** @type {Partial<Failed>} */ (data ?? {});
  throw new Refused(why ?? `wodc answers with ${answer.status}`, answer.status);
}

/** Asks again and again; only the newest answer counts, and what is older is broken off. */
export class Newest {
  /** @type {AbortController | null} */
  #asking = null;

  /**
   * Null if it was not the newest any more.
   * @template {keyof Answers} N
   * @param {N} name
   * @param {object} body
   * @returns {Promise<Answers[N] | null>}
   */
  async ask(name, body) {
    this.cancel();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = await ask(name, body, { signal: asking.signal });
      return asking.signal.aborted ? null : answer;
    } catch (error) {
      if (asking.signal.aborted) return null;
      throw error;
    }
  }

  cancel() {
    this.#asking?.abort();
    this.#asking = null;
  }
}
