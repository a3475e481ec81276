/** The interface's texts: English in the code, translated by what the server sends. */

/** @type {Partial<Texts>} */ let { labels = {}, plurals = {} } = {};

/** @type {(texts: Texts) => void} */
export const speak = (texts) => void ({ labels = {}, plurals = {} } = texts);

/** @type {(message: string, values?: Values) => string} */
export const t = (message, values) => fill(labels[message] || message, values);

/** @type {(one: string, many: string, count: number, values?: Values) => string} */
export function n(one, many, count, values) {
	const [single = one, several = many] = plurals[one] ?? [];
	return fill(count === 1 ? single : several, { count, ...values });
}

/** @param {string} text @param {Values} [values] */
const fill = (text, values = {}) => text.replace(/\{(\w+)\}/g, (mark, name) => String(values[name] ?? mark));
