/** Text without the signs that the server refuses; the twin of canvas/board/texts.py. */

// Control characters, bidirectional overrides and non-characters; then halves of surrogate pairs.
const UNWANTED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @param {string} text */
export function cleaned(text) {
  return text.replace(UNWANTED, "").replace(HALVES, "");
}

/** The same change with every text in it clean. @template {object} T @param {T} change @returns {T} */
export function cleanedChange(change) {
  const entries = Object.entries(change).map(([name, value]) => [name, typeof value === "string" ? cleaned(value) : value]);
  return /** @type {T} */ (Object.fromEntries(entries));
}
