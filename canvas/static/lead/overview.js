/** How the session goes: time against plan, who is done, what lies where, who is quiet. Never on a shared screen. */

import { localTime, serverNow } from "../clock.js";
import { h, icon, refill } from "../element.js";
import { n, t } from "../words.js";
import { readiness, takingPart } from "../turnout.js";
import { byGroup, byStone, quietAt, timeOf, worksAt } from "./counts.js";
import { hiddenHere, toldOf } from "./programme.js";

const AGAIN = 10_000;
const MINUTE = 60_000;
/** From here on it stands out. */
const LATE = 5 * MINUTE;

/** @param {Room} room @returns {Drawn} */
export function createOverview(room) {
	const parts = h("div.overview-parts", { "data-private": "" });
	const element = h("section", parts, hiddenHere());
	/** @type {Timer} */ let again;

	function draw() {
		clearTimeout(again);
		refill(parts, timePart(room), donePart(room), quietPart(room), stonesPart(room), groupsPart(room));
		again = setTimeout(() => { if (element.isConnected) draw(); }, AGAIN);
	}
	return { element, draw };
}

/** @param {string} title @param {...Child} content */
const part = (title, ...content) => h("section.lead-block", h("h3", title), content.flat());

/** @param {Person[]} people */
const names = (people) => h("p", people.map(({ name }) => name).join(", "));

/** @param {Room} room */
function timePart(room) {
	const { workshop } = room.shown;
	if (!workshop?.begun) return part(t("Time"), h("p.soft", t("The session has not begun yet.")));
	const { known, spent, minutes, behind, ends } = timeOf(workshop, serverNow());
	const here = room.nameAt(room.place.room.stone);
	if (!known) return part(t("Time"), h("p.soft", t("Time counts again from the next step on.")));
	if (behind === null || ends === null) return part(t("Time"), h("p", n("{count} minute at {name}", "{count} minutes at {name}", spent, { name: here })));
	return part(t("Time"), h("p", { class: `lead-state${behind > LATE ? " late" : ""}` }, toldOf(behind)),
		h("meter", { min: 0, max: Math.max(minutes, spent, 1), high: minutes, value: spent, "aria-label": here }),
		h("p", t("{spent} of {minutes} minutes at {name}", { spent, minutes, name: here })),
		h("p.soft", t("As it goes now, we end at {time}.", { time: localTime(ends, room.data.language) })));
}

/** @param {Room} room */
function donePart(room) {
	const { count, all, waiting } = readiness(room);
	if (!all) return part(t("Done"), h("p.soft", t("Nobody else is here yet.")));
	return part(t("Done"), h("p.lead-state", t("{count} of {all} done", { count, all })), count > 0 && waiting.length > 0 && [h("p.soft", t("Not yet:")), names(waiting)]);
}

/** @param {Room} room */
function quietPart(room) {
	const stone = room.place.room.stone;
	if (!room.stone(stone)) return null;
	const quiet = quietAt(room, stone);
	const name = [...new Set(takingPart(room).map((person) => worksAt(room, stone, person)))].map(room.nameAt).join(", ") || room.nameAt(stone);
	if (!quiet) return part(t("Quiet"), h("p.soft", t("People write without their names here, so nobody counts as quiet.")));
	return part(t("Quiet"), quiet.length ? [h("p.soft", n("{count} person has not written at {name} yet:", "{count} people have not written at {name} yet:", quiet.length, { name })), names(quiet)]
		: h("p.soft", t("Everybody who is here wrote something at {name}.", { name })));
}

/** @param {Room} room */
function stonesPart(room) {
	const rows = byStone(room);
	const done = rows.filter(({ finished }) => finished).length;
	return part(t("Along the path"), h("p.soft", t("{count} of {all} stones finished", { count: done, all: rows.length })), tableOf(rows, room.place.room.stone));
}

/** @param {Room} room */
const groupsPart = (room) => room.shown.groups.size ? part(t("By group"), tableOf(byGroup(room))) : null;

/** @param {import("./counts.js").Count[]} rows @param {string} [here] */
function tableOf(rows, here) {
	const [hides, votes] = [rows.some(({ hidden }) => hidden), rows.some(({ dots }) => dots)];
	return h("table.lead-table", h("thead", h("tr", h("th", { scope: "col" }, h("span.unseen", t("Name"))), h("th", { scope: "col" }, t("Notes")), hides && h("th", { scope: "col" }, t("Hidden")), votes && h("th", { scope: "col" }, t("Dots")))),
		h("tbody", rows.map(({ id, name, notes, hidden, dots, finished }) => h("tr", { class: id === here && "current", "aria-current": id === here && "step" },
			h("th", { scope: "row" }, finished && icon("check"), name, finished && h("span.unseen", ` (${t("finished")})`)), h("td", String(notes)), hides && h("td", String(hidden || "")), votes && h("td", String(dots || ""))))));
}
