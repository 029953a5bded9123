// What is shown in a panel beside the text.

/** @typedef {{ title: string, html: string } | { mistakes: number } | null} Answer what `wodc/preview` says */

// Whatever a page says, nothing may be fetched or sent from it. The pages of wodc say so first, before any script or style.
const POLICY = /^\s*<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">\s*<meta http-equiv="content-security-policy" content="default-src 'none';/i;

// Tells whether a page may be shown.
/** @param {string} html */
export function isSafe(html) {
  return POLICY.test(html);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// Returns a page with a few words on it, and no script.
/** @param {string} words */
export function note(words) {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';"><title>Wod</title></head><body><p>${escaped(words)}</p></body></html>`;
}

// Returns what is shown where there is no page: what is missing, and what to do.
/** @param {{ mistakes: number } | null} answer */
export function instead(answer) {
  if (answer === null) return 'There is no workout and no plan in this text yet.';
  const mistakes = answer.mistakes === 1 ? 'a mistake' : `${answer.mistakes} mistakes`;
  return `The text has ${mistakes}. They are listed under Problems; the page is here as soon as they are gone.`;
}
