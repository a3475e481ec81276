/** All that leading asks beyond the few verbs at the bottom: one panel beside the board, in parts. Facilitators only. */

import { createPanel } from "../dialog.js";
import { button, dress, h } from "../element.js";
import { wear } from "../later.js";
import { t } from "../words.js";
import { createGroups } from "./groups.js";
import { createOverview } from "./overview.js";
import { createPeopleLead } from "./people.js";
import { createProgramme } from "./programme.js";
import { createVoting } from "./voting.js";
import { createWriting } from "./writing.js";

/** The parts, in their order: what it is called, and what makes it. Each is made when it is first looked at. @type {() => [LeadPart, string, (room: Room) => Drawn][]} */
const parts = () => [
	["programme", t("Programme"), createProgramme],
	["writing", t("Writing"), createWriting],
	["voting", t("Voting"), createVoting],
	["groups", t("Groups"), createGroups],
	["people", t("People"), createPeopleLead],
	["overview", t("Overview"), createOverview],
];

/** `about` is the part to show; else the one that was shown last. @param {Room} room @returns {Promise<Panel>} */
export async function open(room) {
	/** @type {Map<string, Drawn>} */ const made = new Map();
	const table = parts();
	const tabs = table.map(([id, name]) => button({ text: name, class: "plain", role: "tab", id: `lead-${id}`, "aria-controls": "lead-part" }, () => show(id)));
	const body = h("div.lead-part", { role: "tabpanel", id: "lead-part", tabindex: "0" });
	const element = createPanel(room, t("Lead"), h("h2", t("Lead")), h("div.lead-tabs", { role: "tablist", "aria-label": t("Lead"), on: { keydown: step } }, tabs), body);
	let shown = "";
	await wear(room.element, "lead/lead.css");

	/** @param {string} id */
	function show(id) {
		const [part, , create] = table.find(([part]) => part === id) ?? /** @type {any} */ (table[0]);
		room.memory.set("lead", shown = part);
		const section = made.get(part) ?? create(room);
		made.set(part, section);
		tabs.forEach((tab, at) => dress(tab, { "aria-selected": String(table[at]?.[0] === part), tabindex: table[at]?.[0] === part ? "0" : "-1" }));
		dress(body, { "aria-labelledby": `lead-${part}` });
		body.replaceChildren(section.element);
		body.scrollTop = 0;
		section.draw({ all: true, place: true, keys: new Set() });
	}

	/** What waits for the facilitator comes first: a vote that runs, notes to reveal. */
	function waiting() {
		if ([...room.shown.votes.values()].some(({ closed }) => closed === null)) return "voting";
		return room.session.hidden.stones?.[room.here] ? "writing" : undefined;
	}

	/** Arrows go from part to part. @param {KeyboardEvent} event */
	function step(event) {
		const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 3, ArrowUp: -3 }[event.key];
		const at = tabs.findIndex((tab) => tab === event.target);
		if (!by || at < 0) return;
		event.preventDefault();
		const next = tabs[(at + by + tabs.length) % tabs.length];
		next?.click();
		next?.focus();
	}

	return {
		element,
		open(about) {
			show(typeof about === "string" ? about : waiting() ?? (shown || (room.memory.get("lead") ?? "")));
			tabs.find((tab) => tab.ariaSelected === "true")?.focus();
		},
		draw(touched) {
			if (!room.actions.leads || room.shown.workshop?.closed) return room.closePanel();
			made.get(shown)?.draw(touched);
		},
	};
}
