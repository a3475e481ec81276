/** The same notes as a list, by cluster and question: everything by keyboard and screen reader, and the better view on a phone. */

import { authorOf, drawState } from "./card.js";
import { nameOfColour } from "./colours.js";
import { editInPlace } from "./editor.js";
import { button, dress, h, say } from "./element.js";
import { reactionsOf } from "./remarks.js";
import { notesIn } from "./state.js";
import { toolsFor } from "./tools.js";
import { n, t } from "./words.js";

/** @param {Room} room */
export function open(room) {
	return new List(room);
}

export class List {
	/** @type {Editor | null} */ editing = null;
	/** @type {Map<string, Row>} */ #rows = new Map();
	/** @type {Map<string, Section>} */ #sections = new Map();
	#groups = h("div.groups");
	#empty = h("p.empty");
	#chosen = h("div.chosen-tools", { role: "toolbar", "aria-label": t("Chosen notes"), hidden: true });
	#told = "";

	/** @param {Room} room */
	constructor(room) {
		this.room = room;
		this.element = h("section.list", { "aria-label": t("List of notes"), on: {
			focusin: (event) => this.#focused(event),
			click: (event) => this.#clicked(event),
			keydown: (event) => this.#key(event),
		} }, this.#chosen, this.#groups);
	}

	/** Draws the whole list; rows and groups keep their elements, so focus and open editors stay. @param {Stone} stone */
	draw(stone) {
		const notes = [...this.room.notesAt(stone.id)].sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
		const kept = new Set(notes.map(({ id }) => id));
		for (const [id, row] of this.#rows) if (!kept.has(id)) this.#remove(id, row);
		say(this.#empty, this.room.actions.mayWrite ? t("Nothing here yet. Write the first note below.") : t("Nothing here yet."));
		reorder(this.#groups, notes.length ? this.#drawSections(stone, notes) : [this.#empty]);
		this.drawSelection();
	}

	/** @param {string} id */
	reveal(id) {
		this.#rows.get(id)?.element.scrollIntoView({ block: "nearest" });
	}

	/** By cluster; the others by question. @param {Stone} stone @param {Note[]} notes */
	#drawSections({ id: stone, questions }, notes) {
		const { clusters } = this.room.shown;
		const asked = new Map([...questions.map(({ id, text }) => /** @type {const} */ ([`${stone} ${id}`, text])), [stone, questions.length ? t("Without a question") : t("Notes")]]);
		const groups = Map.groupBy(notes, ({ cluster, question }) => {
			if (cluster && clusters.has(cluster)) return cluster;
			return asked.has(`${stone} ${question}`) ? `${stone} ${question}` : stone;
		});
		const keys = [...[...groups.keys()].filter((key) => clusters.has(key)), ...asked.keys()];
		return keys.flatMap((key) => groups.has(key) ? [this.#drawSection(key, clusters.get(key)?.title ?? asked.get(key) ?? "", groups.get(key) ?? [])] : []);
	}

	/** @param {string} key of a cluster its id @param {string} title @param {Note[]} notes */
	#drawSection(key, title, notes) {
		const { shown, selection } = this.room;
		let section = this.#sections.get(key);
		if (!section) {
			const [heading, count, list] = [h("span"), h("span.soft"), h("ul")];
			const choose = shown.clusters.has(key) && button({ icon: "cluster", label: t("Choose this cluster"), class: "plain" },
				() => selection.set(notesIn(this.room.shown, key).map(({ id }) => id)));
			this.#sections.set(key, section = { element: h("section", h("h3", choose, heading, count), list), heading, count, list });
		}
		say(section.heading, title);
		say(section.count, ` ${n("{count} note", "{count} notes", notes.length)}`);
		reorder(section.list, notes.map((note) => this.#drawRow(note)));
		return section.element;
	}

	/** @param {Note} note */
	#drawRow(note) {
		const { room } = this;
		let row = this.#rows.get(note.id);
		if (!row || Boolean(row.picture) !== Boolean(note.picture)) this.#rows.set(note.id, row = createRow(note));
		const { element, words, by, picture } = row;
		dress(element, { "data-colour": note.colour });
		element.classList.toggle("dim", room.sought?.(note) === false);
		say(words, note.text);
		const about = [authorOf(note, room), note.sketch ? t("sketch") : note.picture ? t("picture") : nameOfColour(room, note.colour), ...this.#links(note)];
		by.replaceChildren(about.filter(Boolean).join(" · "), reactionsOf(room, note) ?? "");
		if (picture && note.picture && !picture.src.endsWith(note.picture)) picture.src = room.data.pictures + note.picture;
		drawState(element, note, room);
		return element;
	}

	/** @param {Note} note */
	#links({ id }) {
		const { links, notes } = this.room.shown;
		return [...links.values()].flatMap(({ start, end, word }) => {
			const to = start === id && notes.get(end);
			if (!to) return [];
			const text = (word ? `${to.text} (${word})` : to.text).slice(0, 60);
			return [t("leads to {text}", { text })];
		});
	}

	/** One chosen note has its tools beside it, several have them above the list. */
	drawSelection() {
		const notes = this.room.chosen().filter(({ id }) => this.#rows.has(id));
		const told = JSON.stringify(notes.map(({ id, colour, size, cluster }) => [id, colour, size, cluster]));
		for (const [id, { element }] of this.#rows) element.classList.toggle("selected", this.room.selection.ids.has(id));
		if (told === this.#told || this.editing) return;
		this.#told = told;
		for (const { tools } of this.#rows.values()) tools.replaceChildren();
		const [first, more] = notes;
		this.#chosen.hidden = !more;
		if (more) this.#chosen.replaceChildren(h("span", n("{count} note chosen", "{count} notes chosen", notes.length)), ...toolsFor(this.room, notes, this));
		else if (first) this.#rows.get(first.id)?.tools.replaceChildren(...toolsFor(this.room, notes, this));
	}

	/** @param {string} id */
	edit(id) {
		const { room } = this;
		const { shown, actions } = room;
		const [note, row] = [shown.notes.get(id), this.#rows.get(id)];
		if (!note || !row || !actions.mayType(note)) return;
		if (note.sketch) return actions.sketch(note);
		row.element.classList.add("editing");
		room.writing(id);
		this.editing = editInPlace(row.words, note.text, {
			keep: (text) => actions.editText(note, text),
			ended: (held) => {
				this.editing = null;
				row.element.classList.remove("editing");
				room.writing(null);
				if (held) row.element.focus();
			},
		});
		return undefined;
	}

	// Focus and keys

	/** @param {string} id @param {Row} row */
	#remove(id, { element }) {
		const next = /** @type {HTMLElement | null} */ (element.nextElementSibling ?? element.previousElementSibling);
		const had = element.matches(":focus-within");
		this.#rows.delete(id);
		if (element.classList.contains("editing")) this.editing?.finish();
		element.remove();
		if (had) next?.focus();
	}

	/** @param {Event} event */
	#focused(event) {
		const row = rowAt(event);
		const id = row?.dataset.note;
		if (id && !this.room.selection.ids.has(id) && row.matches(":focus-visible")) this.room.selection.set([id]);
	}

	/** @param {MouseEvent} event */
	#clicked(event) {
		const { linking, selection } = this.room;
		const row = rowAt(event);
		const id = row?.dataset.note;
		if (!id || /** @type {Element} */ (event.target).closest("button, textarea, .popover")) return;
		if (linking.from) return linking.finish(id);
		if (event.shiftKey || event.ctrlKey || event.metaKey) return selection.toggle(id);
		selection.set([id]);
		row.focus();
		if (event.detail === 2) this.edit(id);
		return undefined;
	}

	/** @param {KeyboardEvent} event */
	#key(event) {
		const { linking, selection } = this.room;
		const row = rowAt(event);
		const id = row?.dataset.note;
		if (!id || event.target !== row || event.ctrlKey || event.metaKey) return;
		const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (by) this.#goOn(row, by, event.shiftKey);
		else if (event.key === " ") selection.toggle(id);
		else if (event.key === "Enter" && linking.from) linking.finish(id);
		else return;
		event.preventDefault();
	}

	/** @param {HTMLElement} row @param {number} by @param {boolean} also chooses that one too */
	#goOn(row, by, also) {
		const { selection } = this.room;
		const all = /** @type {HTMLElement[]} */ ([...this.#groups.querySelectorAll("li[data-note]")]);
		const next = all[all.indexOf(row) + by] ?? row;
		selection.set([...also ? selection.ids : [], next.dataset.note ?? ""]);
		next.focus();
	}
}

/** @param {Note} note @returns {Row} */
function createRow({ id, picture: image }) {
	const [words, by, tools] = [h("p.row-text", { dir: "auto" }), h("p.row-by"), h("div.row-tools")];
	const picture = image ? h("img.row-picture", { alt: "", loading: "lazy" }) : null;
	return { element: h("li.row", { "data-note": id, tabindex: 0 }, picture, h("div.row-main", words, by), tools), words, tools, by, picture };
}

/** @param {Event} event @returns {HTMLElement | null} */
const rowAt = ({ target }) => target instanceof Element ? target.closest("li[data-note]") : null;

/** Puts children in order and moves only what is out of place, for a moved element loses its focus. @param {Element} parent @param {Element[]} children */
function reorder(parent, children) {
	children.forEach((child, index) => {
		if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
	});
	while (parent.children.length > children.length) parent.lastElementChild?.remove();
}
