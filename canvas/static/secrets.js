/** Secrets of one's notes without a name: who holds one may change its note. They stay in this browser, and go beside a change only. */

import { newId } from "./changes.js";
import { createMemory } from "./journal.js";

/** @type {(name: string) => Secrets} */
export const createSecrets = (name) => {
	const memory = createMemory(`secret ${name}`, "localStorage");
	/** Of this page, where the browser keeps nothing. @type {Map<string, string>} */ const here = new Map();

	/** @type {Secrets} */ const secrets = {
		of: (note) => here.get(note) ?? memory.get(note),

		make(note) {
			const secret = secrets.of(note) ?? newId();
			here.set(note, secret);
			memory.set(note, secret);
			return secret;
		},

		clear() {
			here.clear();
			memory.clear();
		},
	};
	return secrets;
};
