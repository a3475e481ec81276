/** Text without the signs that the server refuses; the twin of canvas/board/texts.py. */

import { ONE_LINE } from "./limits.js";

// Control characters, bidirectional overrides and non-characters; then halves of surrogate pairs.
const UNWANTED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @param {string} text */
export function cleaned(text) {
  return text.replace(UNWANTED, "").replace(HALVES, "");
}

/** @param {string} text its line ends, and the space around them, become one space */
function folded(text) {
  return text.split(/[\n\r\u2028\u2029]+/).map((line) => line.trim()).filter(Boolean).join(" ");
}

/** The same change with every text in it clean, on one line where it must be. @template {object} T @param {T} change @returns {T} */
export function cleanedChange(change) {
  const tidied = (/** @type {string} */ name, /** @type {string} */ text) => (ONE_LINE.includes(name) ? folded(cleaned(text)) : cleaned(text));
  const entries = Object.entries(change).map(([name, value]) => [name, typeof value === "string" ? tidied(name, value) : value]);
  return /** @type {T} */ (Object.fromEntries(entries));
}
