/** Where each record lies: `<table>:<id>`, reactions by their note; `workshop` and `finished` are there once. */

import { notesIn, tableOf } from "./state.js";

/** The keys of the records that a change is about. @param {Do} change @param {State} state before it: that says what lies in a cluster @returns {string[]} */
export function keysOf(change, state) {
	const [noun = "", verb] = change.kind.split(".");
	const { note, notes = [], edits = notes } = change;
	switch (noun) {
		case "sketch": case "picture": return [`notes:${note}`];
		case "notes": return edits.map((one) => `notes:${one.note ?? one}`);
		case "cluster": {
			const inside = /move|delete/.test(verb ?? "") ? notesIn(state, change.cluster).map(({ id }) => id) : notes;
			return [`clusters:${change.cluster}`, ...inside.map((id) => `notes:${id}`)];
		}
		case "reaction": return [`reactions:${note}`];
		case "score": return [`scores:${change.question}`];
		case "stone": return ["finished"];
		case "room": case "workshop": case "code": return ["workshop"];
		case "snapshot": return [];
		default: return [`${tableOf(noun)}:${change[noun]}`];
	}
}

/** @param {any} state @param {string} key @returns {any} */
export function recordAt(state, key) {
	const [table = "", id] = key.split(/:(.*)/);
	return state[table]?.get?.(id);
}

/** @param {any} from @param {any} to @param {string} key */
export function copyRecord(from, to, key) {
	const [table = "", id] = key.split(/:(.*)/);
	if (key === "workshop") to.workshop = from.workshop;
	if (key === "finished") to.finished = new Set(from.finished);
	for (const name of table === "notes" ? ["notes", "trash"] : id ? [table] : []) {
		const record = from[name].get(id);
		record ? to[name].set(id, record) : to[name].delete(id);
	}
}

/** Another state of the same records. @param {State} state @returns {State} */
export function copyOf(state) {
	const copied = Object.entries(state).map(([name, value]) => [name, value instanceof Map ? new Map(value) : value instanceof Set ? new Set(value) : value]);
	return Object.fromEntries(copied);
}
