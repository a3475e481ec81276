/** Text without the signs that the server refuses; the twin of canvas/board/texts.py. */

import { ONE_LINE } from "./limits.js";

// Control characters, bidirectional overrides and non-characters; then halves of surrogate pairs.
const UNWANTED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @param {string} text */
export function cleaned(text) {
	return text.replace(UNWANTED, "");
}

/** Where a text must be one line, its line ends and the space around them become one space. @param {any} value @param {string} name @returns {any} */
function tidied(value, name) {
	if (Array.isArray(value)) return value.map((item) => tidied(item, name));
	if (value?.constructor === Object) return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, tidied(inner, name === "legend" ? name : field)]));
	if (typeof value !== "string") return value;
	return ONE_LINE.includes(name) ? cleaned(value).split(/[\n\r\u2028\u2029]+/).map((line) => line.trim()).filter(Boolean).join(" ") : cleaned(value);
}

/** The same change with every text in it clean, on one line where it must be. @template {object} T @param {T} change @returns {T} */
export function cleanedChange(change) {
	return tidied(change, "");
}
