/** What is not needed to see and write on the board comes later: in idle time, or at once when somebody asks for it. */

import { t } from "./words.js";

/** @type {(keyof Late)[]} */ const NAMES = ["comments", "door", "help", "overview", "pictures", "search", "stories", "suggestions"];
/** @type {Map<string, Promise<any>>} */ const fetched = new Map();
let failures = 0;

/** A browser may remember that an address failed: the next wish asks for another. @param {string} name */
export function moduleOf(name) {
  const module = fetched.get(name) ?? import(`./${name}.js${failures ? `?${failures}` : ""}`);
  fetched.set(name, module);
  module.catch(() => { failures += Number(fetched.delete(name)); });
  return module;
}

/** Opens a window of the room. @type {Later} */
export const later = async (room, name, ...about) => {
  const module = await moduleOf(name).catch(() => room.toasts.show(t("This is not there now. Try again in a moment.")));
  return module?.open(room, ...about);
};

export const fetchAll = () => (globalThis.requestIdleCallback ?? setTimeout)(() => NAMES.forEach(moduleOf));
