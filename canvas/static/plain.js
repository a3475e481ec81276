/** Text without the signs that the server refuses; the twin of canvas/board/texts.py. */

import { ONE_LINE } from "./limits.js";

// Control characters, bidirectional overrides and non-characters; then halves of surrogate pairs.
const UNWANTED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @param {string} text */
export const cleaned = (text) => text.replace(UNWANTED, "");

/** Every text in it clean, on one line where it must be: line ends and the space around them become one space. @type {(value: any, name?: string) => any} */
export function cleanedChange(value, name = "") {
	if (Array.isArray(value)) return value.map((item) => cleanedChange(item, name));
	if (value?.constructor === Object) return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, cleanedChange(inner, name === "legend" ? name : field)]));
	if (typeof value !== "string") return value;
	return ONE_LINE.includes(name) ? cleaned(value).split(/[\n\r\u2028\u2029]+/).map((line) => line.trim()).filter(Boolean).join(" ") : cleaned(value);
}
