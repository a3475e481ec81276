/** How the session goes: time against plan, who is done, what lies where, who is quiet. Never on a shared screen. */

import { localTime, serverNow } from "../clock.js";
import { h, icon, refill } from "../element.js";
import { n, t } from "../words.js";
import { minutesHere, paceOf, stepAt } from "./pace.js";
import { hiddenHere, toldOf } from "./programme.js";
import { readiness, takingPart } from "../turnout.js";

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
	const now = serverNow();
	if (!workshop?.begun) return part(t("Time"), h("p.soft", t("The session has not begun yet.")));
	const [spent, { steps, behind }] = [minutesHere(workshop, now), paceOf(workshop, now)];
	const [here, minutes] = [room.nameAt(room.place.room.stone), workshop.programme[stepAt(workshop)]?.minutes ?? 0];
	if (behind === null) return part(t("Time"), h("p", n("{count} minute at {name}", "{count} minutes at {name}", spent, { name: here })));
	const last = workshop.programme.length - 1;
	const over = workshop.programme[last]?.minutes ?? 0;
	const ends = steps[last]?.expected ? steps[last].expected + over * MINUTE : now + Math.max(0, over - spent) * MINUTE;
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

/** Who wrote nothing at the stone where the room is; of hidden notes only how many there are is known. @param {Room} room */
function quietPart(room) {
	const stone = room.place.room.stone;
	if (!room.stone(stone)) return null;
	if (room.shown.stones.get(stone)?.writing === "anonymous") return part(t("Quiet"), h("p.soft", t("People write without their names here, so nobody counts as quiet.")));
	const wrote = new Set(room.notesAt(stone).map(({ author }) => author));
	const { people: hidden = {} } = room.session.hidden;
	const quiet = takingPart(room).filter(({ id }) => !wrote.has(id) && !hidden[id]);
	return part(t("Quiet"), quiet.length ? [h("p.soft", n("{count} person has not written at {name} yet:", "{count} people have not written at {name} yet:", quiet.length, { name: room.nameAt(stone) })), names(quiet)]
		: h("p.soft", t("Everybody who is here wrote something at {name}.", { name: room.nameAt(stone) })));
}

/** @param {Room} room */
function stonesPart(room) {
	const { stones: hidden = {} } = room.session.hidden;
	const dots = dotsOf(room);
	const rows = room.stones().map(({ id, name }) => ({ id, name, notes: room.notesAt(id).filter(({ audience }) => audience === "all").length, hidden: hidden[id] ?? 0, dots: dots.get(id) ?? 0 }));
	const done = rows.filter(({ id }) => room.shown.finished.has(id)).length;
	return part(t("Along the path"), h("p.soft", t("{count} of {all} stones finished", { count: done, all: rows.length })),
		tableOf(rows.map(({ id, ...row }) => ({ ...row, current: id === room.place.room.stone, finished: room.shown.finished.has(id) }))));
}

/** @param {Room} room */
function groupsPart(room) {
	if (!room.shown.groups.size) return null;
	const { groups: hidden = {} } = room.session.hidden;
	const of = Map.groupBy([...room.shown.notes.values()].filter(({ audience }) => audience === "all"), ({ group }) => group);
	const dots = dotsOf(room, ({ group }) => group);
	return part(t("By group"), tableOf([...room.shown.groups.values()].map(({ id, name }) => ({ name, notes: of.get(id)?.length ?? 0, hidden: hidden[id] ?? 0, dots: dots.get(id) ?? 0, current: false, finished: false }))));
}

/** How many dots lie where. @param {Room} room @param {(note: Note) => string | null} [by] */
function dotsOf(room, by = ({ stone }) => stone) {
	/** @type {Map<string, number>} */ const found = new Map();
	for (const { notes } of room.tallies.values()) for (const [id, count] of notes) {
		const note = room.shown.notes.get(id);
		const key = note && by(note);
		if (key) found.set(key, (found.get(key) ?? 0) + count);
	}
	return found;
}

/** @param {{name: string, notes: number, hidden: number, dots: number, current: boolean, finished: boolean}[]} rows */
function tableOf(rows) {
	const [hides, votes] = [rows.some(({ hidden }) => hidden), rows.some(({ dots }) => dots)];
	return h("table.lead-table", h("thead", h("tr", h("th", { scope: "col" }, h("span.unseen", t("Name"))), h("th", { scope: "col" }, t("Notes")), hides && h("th", { scope: "col" }, t("Hidden")), votes && h("th", { scope: "col" }, t("Dots")))),
		h("tbody", rows.map(({ name, notes, hidden, dots, current, finished }) => h("tr", { class: current && "current", "aria-current": current && "step" },
			h("th", { scope: "row" }, finished && icon("check"), name, finished && h("span.unseen", ` (${t("finished")})`)), h("td", String(notes)), hides && h("td", String(hidden || "")), votes && h("td", String(dots || ""))))));
}
