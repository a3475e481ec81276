/** Where each record lies: `<table>:<id>`, reactions by their note; `workshop` and `finished` are there once. */

import { dotsAt, notesIn, tableOf } from "./state.js";

/** The keys of the records that a change is about; the state before it says what lies in a cluster. @type {(change: Do, state: State) => string[]} */
export function keysOf(change, state) {
	const [noun = "", verb = ""] = change.kind.split(".");
	const { note, notes = [], edits = notes } = change;
	switch (noun) {
		case "sketch": case "picture": return [`notes:${note}`];
		case "notes": return edits.map((one) => `notes:${one.note ?? one}`);
		case "cluster": {
			const inside = /move|delete/.test(verb) ? notesIn(state, change.cluster).map(({ id }) => id) : notes;
			return [`clusters:${change.cluster}`, ...inside.map((id) => `notes:${id}`)];
		}
		case "reaction": return [`reactions:${note}`];
		case "group": return verb === "present" ? ["workshop"] : [`groups:${change.group}`];
		case "score": return [`scores:${change.question}`];
		case "stone": return ["finished", `stones:${change.stone}`, ...verb === "delete" ? ["workshop", "groups"] : []];
		case "spotlight": return ["workshop", ...litBy(state, note)];
		case "session": return ["workshop", ...litBy(state), ...votesOf(state)];
		case "key": return [];
		case "timer": case "programme": case "workshop": case "code": return ["workshop"];
		case "room": return ["workshop", "people", "groups", ...litBy(state)];
		case "ready": case "word": return [`people:${change.by}`];
		case "groups": return ["groups", "dissolved", "people", "workshop"];
		case "person": return [`people:${change.person}`, ...verb === "remove" ? ["workshop"] : []];
		case "dots": return [note, ...change.gone ?? []].map((at) => `dots:${dotsAt({ ...change, note: at })}`);
		case "vote": return [`votes:${change.vote}`, ...verb === "open" ? votesOf(state) : []];
		case "script": return [`scripts:${change.step}`];
		case "snapshot": return [];
		default: return [`${tableOf(noun)}:${change[noun]}`];
	}
}

/** @param {State} state */
const votesOf = ({ votes }) => [...votes.keys()].map((id) => `votes:${id}`);

/** The notes that stand in the light, before and after. @param {State} state @param {string | null} [note] */
const litBy = ({ workshop }, note) => [workshop?.spotlight, note].flatMap((id) => id ? [`notes:${id}`] : []);

/** @type {(state: any, key: string) => any} */
export function recordAt(state, key) {
	const [table = "", id] = key.split(/:(.*)/);
	return state[table]?.get?.(id);
}

/** The records that a change is about, as they are. @type {(change: Do, state: State) => Map<string, any>} */
export const recordsOf = (change, state) => new Map(keysOf(change, state).map((key) => [key, recordAt(state, key)]));

/** @type {(from: any, to: any, key: string) => void} */
export function copyRecord(from, to, key) {
	const [table = "", id] = key.split(/:(.*)/);
	if (key === "workshop") to.workshop = from.workshop;
	if (key === "finished") to.finished = new Set(from.finished);
	if (!id && ["people", "groups", "dissolved"].includes(key)) to[key] = new Map(from[key]);
	for (const name of table === "notes" ? ["notes", "trash"] : id ? [table] : []) {
		const record = from[name].get(id);
		record ? to[name].set(id, record) : to[name].delete(id);
	}
}

/** Another state of the same records. @param {any} state @returns {State} */
export function copyOf(state) {
	const copy = { ...state };
	for (const [name, value] of Object.entries(state)) if (value?.values) copy[name] = new value.constructor(value);
	return copy;
}
