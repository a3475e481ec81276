/** How people write at the stone in view, what is open to them there, and what is still hidden: for who leads. */

import { button, dress, h, refill, say } from "../element.js";
import { n, t } from "../words.js";

const CONCERNS = /^(stones|notes|groups|people|hidden|workshop)/;

/** @type {() => [Writing, string, string][]} */
const ways = () => [
	["open", t("Openly"), t("Everybody sees every note at once, and who wrote it.")],
	["private", t("Hidden"), t("Everybody sees their own notes only, until you reveal them. You see how many there are.")],
	["moderated", t("You let notes in"), t("You read every note before the others do.")],
	["anonymous", t("Without a name"), t("Everybody sees every note at once, and nobody who wrote it: not you, and not the report.")],
];

/** @type {() => ["locked" | "moving" | "editing", string, string][]} */
const switches = () => [
	["locked", t("Lock this stone"), t("Participants add, change and move nothing here.")],
	["moving", t("Everybody may move all notes"), t("Also into and out of clusters.")],
	["editing", t("Everybody may change all notes"), t("Their text, colour and size. Deleting stays with who wrote them.")],
];

/** @param {Room} room @returns {Drawn} */
export function createWriting(room) {
	const [title, none] = [h("h3"), h("p.soft", t("Nobody writes here. Go to a stepping stone or the parking lot."))];
	const [rules, hidden] = [createRules(room), createHidden(room)];
	const body = h("div.lead-writing", hidden.element, rules.element);
	return {
		element: h("section", title, none, body),
		draw({ all, place, keys }) {
			if (!all && !place && ![...keys].some((key) => CONCERNS.test(key))) return;
			const at = room.stone(room.here);
			say(title, at ? t("Writing at {name}", { name: room.nameAt(room.here) }) : t("Writing"));
			none.hidden = Boolean(at);
			body.hidden = !at;
			if (at) for (const part of [hidden, rules]) part.draw();
		},
	};
}

/** @param {Room} room */
function createRules(room) {
	const set = (/** @type {object} */ values) => room.session.ask({ kind: "stone.edit", stone: room.here, ...values });
	const radios = ways().map(([value, name, told]) => [value, h("input", { type: "radio", name: "writing", value, on: { change: () => set({ writing: value }) } }), name, told]);
	const boxes = switches().map(([rule, name, told]) => {
		/** @type {HTMLInputElement} */ const box = h("input", { type: "checkbox", on: { change: () => set({ [rule]: box.checked }) } });
		return [rule, box, name, told];
	});
	const row = (/** @type {any[]} */ [, field, name, told]) => h("label.choice", field, h("span", h("strong", name), h("span.soft", told)));
	return {
		element: h("div.lead-writing", h("fieldset", h("legend", t("How people write")), radios.map(row)), h("fieldset", h("legend", t("What they may do")), boxes.map(row))),
		draw() {
			/** @type {any} */ const now = room.rights.rulesAt(room.here);
			for (const [value, field] of radios) /** @type {HTMLInputElement} */ (field).checked = now.writing === value;
			for (const [rule, field] of boxes) /** @type {HTMLInputElement} */ (field).checked = now[/** @type {string} */ (rule)];
		},
	};
}

/** What is hidden at the stone: how much, the ways to reveal it, and what waits to be let in. @param {Room} room */
function createHidden(room) {
	const [count, stays] = [h("p.lead-state", { role: "status" }), h("p.soft")];
	const all = button({ icon: "eye", class: "primary" }, () => reveal({}), h("span"));
	const one = button({ icon: "eye", text: t("Reveal one") }, () => reveal({ count: 1 }));
	const [groups, list] = [h("div.reveal-groups"), h("ul.waiting-notes")];
	const element = h("section.lead-block.hidden-notes", count, stays, h("div.reveal-groups", all, one), groups, list);

	/** @param {object} which @param {object} [guess] */
	const reveal = (which, guess) => room.session.ask({ kind: "notes.reveal", stone: room.here, ...which }, guess);

	/** @param {Note} note */
	function waitingRow(note) {
		const { id } = note;
		const goOn = () => (list.querySelector("button") ?? all).focus();
		const [letIn, remove] = [t("Let in"), t("Delete")];
		return h("li", { "data-colour": note.colour, "data-private": "" },
			note.picture && h("img", { src: room.data.pictures + note.picture, alt: "" }), h("p", { dir: "auto" }, note.text), h("span.soft", room.authorOf(note)),
			h("span.turn",
				button({ icon: "eye", text: letIn, "data-id": `in ${id}`, "aria-label": `${letIn}: ${note.text}` }, () => { reveal({ notes: [id] }, { notes: [{ ...note, note: id, audience: "all" }] }); draw(); goOn(); }),
				button({ icon: "trash", label: `${remove}: ${note.text}`, class: "plain", "data-id": `out ${id}` }, () => { room.actions.remove([note]); draw(); goOn(); })));
	}

	function draw() {
		const { here, session, shown } = room;
		const hidden = session.hidden.stones[here] ?? 0;
		const waiting = room.notesAt(here).filter((note) => note.audience === "facilitators").sort((one, other) => one.created - other.created);
		const { writing } = room.rights.rulesAt(here);
		element.hidden = !hidden && !waiting.length && writing !== "private" && writing !== "moderated";
		say(count, hidden ? n("{count} note is hidden here", "{count} notes are hidden here", hidden) : t("Nothing is hidden here yet."));
		say(stays, hidden && !/private|moderated/.test(writing) ? t("These were written before. They stay hidden until you reveal them.") : "");
		stays.hidden = !stays.textContent;
		say(all.querySelector("span"), waiting.length && waiting.length === hidden ? t("Let all in") : t("Reveal all"));
		dress(all, { hidden: !hidden });
		// What waits in sight of who leads is let in from its own row.
		dress(one, { hidden: hidden <= waiting.length });
		refill(groups, ...hidden ? [...shown.groups.values()].filter(({ id }) => session.hidden.groups?.[id]).map(({ id, name }) => button({ icon: "eye", text: t("Reveal {name}", { name }), "data-id": id }, () => reveal({ group: id }))) : []);
		refill(list, ...waiting.map(waitingRow));
	}

	return { element, draw };
}
