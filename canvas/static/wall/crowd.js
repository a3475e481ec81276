/** A full board in short: its clusters with their counts, the notes with the most votes, and the newest ones. */

import { h } from "../element.js";
import { countsOf } from "../votes/results.js";
import { n, t } from "../words.js";
import { createSlips } from "./slips.js";

const TOP = 4;
const CLUSTERS = 12;
/** Newest ones, so that they can be read and not merely seen. */
const LARGEST = 28;

/** @param {Room} room */
export function createCrowd(room) {
	const [clusters, best, newest] = [h("ul.heaps"), createSlips(room, { largest: LARGEST }), createSlips(room, { largest: LARGEST })];
	const parts = { clusters: partOf(t("Clusters"), clusters), best: partOf(t("Most dots"), best.element), newest: partOf(t("Newest"), newest.element) };
	return {
		element: h("div.crowd", { hidden: true }, h("div.crowd-left", parts.clusters, parts.best), parts.newest),
		/** @param {Note[]} notes */
		draw(notes) {
			const heaps = heapsOf(room, notes);
			const dots = countsOf(room);
			const top = notes.filter(({ id }) => dots.has(id)).sort((one, other) => (dots.get(other.id) ?? 0) - (dots.get(one.id) ?? 0)).slice(0, TOP);
			parts.clusters.hidden = heaps.length === 0;
			parts.best.hidden = top.length === 0;
			clusters.replaceChildren(...heaps.slice(0, CLUSTERS).map(({ title, count }) => h("li.heap", h("span", title), h("strong.figure", String(count)))));
			best.draw(top, ({ id }) => n("{count} dot", "{count} dots", dots.get(id) ?? 0));
			newest.draw(notes.filter((note) => !top.includes(note)).sort((one, other) => other.created - one.created));
		},
	};
}

/** @param {string} title @param {HTMLElement} content */
const partOf = (title, content) => h("section", h("h2", title), content);

/** The clusters of these notes, the largest first. @param {Room} room @param {Note[]} notes */
function heapsOf({ shown }, notes) {
	const heaps = [...Map.groupBy(notes.filter(({ cluster }) => shown.clusters.has(cluster ?? "")), ({ cluster }) => cluster ?? "")];
	return heaps.map(([id, inside]) => ({ title: shown.clusters.get(id)?.title ?? "", count: inside.length })).sort((one, other) => other.count - one.count);
}
