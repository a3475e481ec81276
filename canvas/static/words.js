/** The interface's texts: English in the code, translated by what the server sends. */

/** @type {Partial<Texts>} */ let { labels = {}, plurals = {} } = {};

/** @param {Texts} texts */
export function speak(texts) {
	({ labels = {}, plurals = {} } = texts);
}

/** @param {string} message @param {Values} [values] */
export function t(message, values) {
	return fill(labels[message] || message, values);
}

/** @param {string} one @param {string} many @param {number} count @param {Values} [values] */
export function n(one, many, count, values) {
	const [single = one, several = many] = plurals[one] ?? [];
	return fill(count === 1 ? single : several, { count, ...values });
}

/** @param {string} text @param {Values} [values] */
function fill(text, values = {}) {
	return text.replace(/\{(\w+)\}/g, (mark, name) => String(values[name] ?? mark));
}
