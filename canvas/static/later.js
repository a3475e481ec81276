/** What is not needed to see and write on the board comes later: in idle time, or at once when somebody asks for it. */

import { dress, h } from "./element.js";
import { t } from "./words.js";

/** @type {(keyof Late)[]} */ const NAMES = ["closing/closing", "comments", "door", "help", "list", "overview", "pictures", "search", "stories", "suggestions", "unsaved", "votes/panel", "votes/voting"];
/** For who leads. @type {(keyof Late)[]} */ const LEADING = ["lead/conclusion", "lead/ending", "lead/lobby", "lead/panel", "lead/timing", "lead/verbs"];
/** @type {Map<string, Promise<any>>} */ const fetched = new Map();
/** What did not come when a drawing lacked it. @type {Set<string>} */ const missing = new Set();
let failures = 0;

/** A browser may remember that an address failed: the next wish asks for another. @param {string} name */
export function moduleOf(name) {
	const module = fetched.get(name) ?? import(`./${name}.js${failures ? `?${failures}` : ""}`);
	fetched.set(name, module);
	module.catch(() => { failures += Number(fetched.delete(name)); });
	return module;
}

/** Gives the room one more style sheet, once. @param {HTMLElement} element @param {string} name */
export function wear(element, name) {
	if (element.querySelector(`link[href$="/${name}"]`)) return undefined;
	const sheet = h("link", { rel: "stylesheet", href: new URL(name, import.meta.url).href });
	return new Promise((resolve) => {
		dress(sheet, { on: { load: resolve, error() { sheet.remove(); resolve(null); } } });
		element.append(sheet);
	});
}

/** Opens a window of the room. @type {Later} */
export const later = (room, name, ...about) => bring(room, name, about);

/** What a drawing lacks it asks for at each drawing: that it does not come is said once. @type {Later} */
export const lacking = (room, name, ...about) => bring(room, name, about, missing.has(name));

/** @type {(room: Room, name: string, about: any[], silent?: boolean) => Promise<any>} */
async function bring(room, name, about, silent = false) {
	const module = moduleOf(name).catch(() => {
		missing.add(name);
		if (!silent) room.toasts.show(t("This is not there now. Try again in a moment."));
	});
	await wear(room.element, "windows.css");
	const found = await module;
	if (found) missing.delete(name);
	return found?.open(room, ...about);
}

/** @param {Room} room */
export function fetchAll({ element, actions: { leads } }) {
	(globalThis.requestIdleCallback ?? setTimeout)(() => { wear(element, "windows.css"); [NAMES, leads ? LEADING : []].flat().forEach(moduleOf); });
}
