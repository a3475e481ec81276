/** Dividing people into groups: who sits where. Pure, no DOM. */

const NAMES = { nl: "Groep", en: "Group" };

/** As it is called in the language of the workshop, whatever who leads reads. @param {string} language @param {number} number */
export const nameOfGroup = (language, number) => `${NAMES[/** @type {"nl" | "en"} */ (language)] ?? NAMES.en} ${number}`;

/** In any order. @template T @param {T[]} things @param {() => number} [random] @returns {T[]} */
export function shuffled(things, random = Math.random) {
	const left = [...things];
	return things.map(() => /** @type {T} */ (left.splice(Math.floor(random() * left.length), 1)[0]));
}

/** One after another, so that no group has two more than another. @template T @param {T[]} things @param {number} count @returns {T[][]} */
export function dealt(things, count) {
	return Array.from({ length: count }, (_, at) => things.filter((_, place) => place % count === at));
}

/** Where who comes late sits: in the group with the fewest people. @param {Map<string, number>} sizes */
export const smallest = (sizes) => [...sizes].sort(([, one], [, other]) => one - other)[0]?.[0];

/** As many as make groups of about four. @param {number} people */
export const goodCount = (people) => Math.max(2, Math.round(people / 4));

/** Names that no group has yet. @param {string} language @param {string[]} taken @param {number} count */
export function freshNames(language, taken, count) {
	const names = Array.from({ length: taken.length + count }, (_, at) => nameOfGroup(language, at + 1));
	return names.filter((name) => !taken.includes(name)).slice(0, count);
}
