/** The interface's texts: English in the code, translated by what the server sends. */

/** @typedef {{id: string, text: string, prompts: string[]}} Question */
/** @typedef {{id: string, number: number, name: string, lead: string, questions: Question[]}} Stone */
/**
 * @typedef {{labels: Record<string, string>, plurals?: Record<string, string[]>, stones: Stone[],
 *   framing: {title: string, lead?: string, rules?: string[], cards: {id: string, title: string, text: string}[]}}} Texts
 */

/** @type {Record<string, string>} */ let labels = {};
/** @type {Record<string, string[]>} */ let plurals = {};

/** @param {Texts} texts */
export function speak(texts) {
  labels = texts.labels ?? {};
  plurals = texts.plurals ?? {};
}

/** @param {string} message @param {Record<string, string|number>} [values] */
export function t(message, values) {
  return fill(labels[message] || message, values);
}

/** @param {string} one @param {string} many @param {number} count @param {Record<string, string|number>} [values] */
export function n(one, many, count, values) {
  const [single = one, several = many] = plurals[one] ?? [];
  return fill(count === 1 ? single : several, { count, ...values });
}

/** @param {string} text @param {Record<string, string|number>} [values] */
function fill(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (mark, name) => (name in values ? String(values[name]) : mark));
}
