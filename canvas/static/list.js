/** The notes as a list, by cluster and question: all that the board offers, for who uses keys, listens, or has a phone. */

import { drawState, hiddenMark, nameAt } from "./card.js";
import { nameOfColour } from "./colours.js";
import { editInPlace } from "./editor.js";
import { button, dress, h, refill, say } from "./element.js";
import { editLink } from "./links.js";
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
	/** Links by the notes at their ends. @type {Map<string, {end: string, link: Link}[]>} */ #links = new Map();
	#groups = h("div.groups");
	#tools = h("div", { role: "toolbar", "aria-label": t("Chosen notes") });
	#order = button({ text: t("By dots"), hidden: true }, () => {
		const { memory } = this.room;
		memory.set("order", memory.get("order") === "votes" ? "" : "votes");
		this.draw();
	});
	#told = "";

	/** @param {Room} room */
	constructor(room) {
		const { linking, selection } = room;
		this.room = room;
		this.element = h("section.list", { "aria-label": t("List of notes"), on: {
			focusin: (event) => {
				const { row, id } = rowAt(event);
				if (id && !selection.ids.has(id) && row.matches(":focus-visible")) selection.set([id]);
			},
			click: (event) => {
				const { row, id } = rowAt(event);
				if (!id || /** @type {Element} */ (event.target).closest("button, textarea, .popover")) return undefined;
				if (linking.from) return linking.finish(id);
				if (event.shiftKey || event.ctrlKey || event.metaKey) return selection.toggle(id);
				selection.set([id]);
				row.focus();
				return event.detail === 2 && this.edit(id);
			},
			keydown: (event) => {
				const { row, id } = rowAt(event);
				if (!id || event.target !== row || event.ctrlKey || event.metaKey) return;
				const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
				if (by) this.#goOn(row, by, event.shiftKey);
				else if (event.key === " ") selection.toggle(id);
				else if (event.key === "Enter" && linking.from) linking.finish(id);
				else return;
				event.preventDefault();
			},
		} }, h("div.list-order", this.#order), this.#groups);
	}

	/** Rows and sections keep their elements, so focus and open editors stay. */
	draw() {
		const { room } = this;
		const focused = /** @type {HTMLElement | null} */ (this.element.querySelector(":focus"));
		const notes = room.notesAt(room.here).toSorted((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
		const kept = new Set(notes.map(({ id }) => id));
		this.#links = Map.groupBy([...room.shown.links.values()].flatMap((link) => [link.start, link.end].map((end) => ({ end, link }))), ({ end }) => end);
		for (const [id, row] of this.#rows) if (!kept.has(id)) this.#remove(id, row);
		const empty = room.rights.mayWriteAt(room.here) ? t("Nothing here yet. Write the first note below.") : t("Nothing here yet.");
		const counts = room.voting?.counts() ?? new Map();
		this.#order.hidden = !notes.some(({ id }) => counts.has(id));
		const byVotes = !this.#order.hidden && room.memory.get("order") === "votes";
		dress(this.#order, { "aria-pressed": String(byVotes) });
		if (byVotes) notes.sort((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0));
		reorder(this.#groups, notes.length ? this.#drawSections(notes, byVotes) : [h("p.empty", empty)]);
		this.drawSelection();
		focused?.focus({ preventScroll: true });
	}

	/** By cluster; the others by question. @param {Note[]} notes @param {boolean} byVotes all of them as they come */
	#drawSections(notes, byVotes) {
		if (byVotes) return [this.#drawSection("", t("By dots"), notes)];
		const { here, shown: { clusters } } = this.room;
		const questions = this.room.stone(here)?.questions ?? [];
		const titles = new Map(questions.map(({ id, text }) => [`${here} ${id}`, text])).set(here, questions.length ? t("Without a question") : t("Notes"));
		const groups = Map.groupBy(notes, ({ id, cluster, question }) => {
			const row = this.#rows.get(id)?.element;
			if (row?.matches(".editing")) return row.closest("section")?.dataset.key ?? here; // whoever writes in it goes on there
			return [cluster ?? "", `${here} ${question}`].find((key) => clusters.has(key) || titles.has(key)) ?? here;
		});
		const order = [...titles.keys()];
		return [...groups].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)).map(([key, some]) => this.#drawSection(key, titles.get(key), some));
	}

	/** @param {string} key of a cluster its id @param {string | undefined} question @param {Note[]} notes */
	#drawSection(key, question, notes) {
		const section = this.#sections.get(key) ?? createSection(key);
		const cluster = this.room.shown.clusters.get(key);
		const title = cluster?.title ?? question;
		const count = h("span.soft", ` ${n("{count} note", "{count} notes", notes.length)}`, cluster?.collapsed && ` · ${t("folded on the board")}`);
		this.#sections.set(key, section);
		if (title) refill(section.head, h("h3", title, count), cluster && this.#clusterTools(cluster));
		reorder(section.list, notes.map((note) => this.#drawRow(note)));
		return section.element;
	}

	/** @param {Cluster} cluster */
	#clusterTools({ id: cluster, collapsed, author }) {
		const { room, room: { actions, session } } = this;
		const notes = () => notesIn(room.shown, cluster);
		/** @type {(name: string, icon: IconName, label: string, click: () => void) => Node} */
		const tool = (name, icon, label, click) => button({ icon, label, class: "plain", "data-id": name }, click);
		return [
			tool("choose", "cluster", t("Choose this cluster"), () => room.selection.set(notes().map(({ id }) => id))),
			tool("fill", "plus", t("Put the chosen notes here"), () => actions.unite(actions.mine(room.chosen(), "move"), /** @type {Note} */ (notes()[0]))),
			...actions.mayEdit({ author }) && room.rights.mayWriteAt(room.here) ? [
				tool("name", "pencil", t("Name the cluster"), () => room.nameCluster(cluster)),
				tool("fold", collapsed ? "expand" : "collapse", collapsed ? t("Unfold") : t("Fold"), () => session.ask({ kind: "cluster.edit", cluster, collapsed: !collapsed })),
				tool("apart", "close", t("Take the cluster apart"), () => session.ask({ kind: "cluster.delete", cluster })),
			] : [],
		];
	}

	/** @param {Note} note */
	#drawRow(note) {
		const { room } = this;
		let row = this.#rows.get(note.id);
		if (!row || Boolean(row.picture) !== Boolean(note.picture)) this.#rows.set(note.id, row = createRow(note));
		const { element, words, by, links, picture } = row;
		dress(element, { "data-colour": note.colour, "data-private": note.audience !== "all" });
		element.classList.toggle("dim", room.sought?.(note) === false);
		element.classList.toggle("lit", room.shown.workshop?.spotlight === note.id);
		say(words, note.text);
		const about = [nameAt(note, room), note.sketch ? t("sketch") : note.picture ? t("picture") : nameOfColour(room, note.colour)];
		by.replaceChildren(about.filter(Boolean).join(" · "), hiddenMark(room, note) ?? reactionsOf(room, note) ?? "");
		room.voting?.lay(element, note);
		refill(links, this.#linksOf(note));
		if (picture && note.picture && !picture.src.endsWith(note.picture)) picture.src = room.data.pictures + note.picture;
		drawState(element, note, room);
		return element;
	}

	/** To go to the other end of each, and to edit it. @param {Note} note */
	#linksOf({ id }) {
		const { room } = this;
		return (this.#links.get(id) ?? []).flatMap(({ link }) => {
			const leads = link.start === id;
			const other = room.shown.notes.get(leads ? link.end : link.start);
			if (!other) return [];
			const about = [link.word, other.stone !== room.here && room.nameAt(other.stone)].filter(Boolean).join(", ");
			const text = other.text.slice(0, 60) + (about && ` (${about})`);
			const told = leads ? t("leads to {text}", { text }) : t("comes from {text}", { text });
			const follow = () => { room.reveal(other.id); this.#rows.get(other.id)?.element.focus(); };
			return [button({ text: told, class: "plain", "data-id": `to ${link.id}` }, follow),
				room.actions.mayEdit(link) && button({ icon: "pencil", label: t("Edit the link: {link}", { link: told }), class: "plain", "data-id": link.id }, () => editLink(room, link))];
		});
	}

	/** One chosen note has its tools beside it, several have them above the list. */
	drawSelection() {
		const { room } = this;
		const notes = room.chosen().filter(({ id }) => this.#rows.has(id));
		const mine = room.actions.mine(notes, "move").filter(({ audience }) => audience === "all");
		for (const { element, head } of this.#sections.values()) {
			const fill = /** @type {HTMLElement | null} */ (head.querySelector("[data-id=fill]"));
			if (fill) fill.hidden = mine.every(({ cluster }) => cluster === element.dataset.key);
		}
		for (const [id, { element }] of this.#rows) element.classList.toggle("selected", room.selection.ids.has(id));
		const told = room.rights.told(room.here) + JSON.stringify(notes.map(({ id, colour, size, cluster, audience }) => [id, colour, size, cluster, audience])) + room.voting?.tools().length;
		if (told === this.#told || this.editing) return;
		this.#told = told;
		const [first, more] = notes;
		const held = this.#tools.matches(":focus-within");
		this.#tools.className = more ? "chosen-tools" : "row-tools";
		this.#tools.replaceChildren(...more ? [h("span", n("{count} note chosen", "{count} notes chosen", notes.length))] : [], ...toolsFor(room, notes, this));
		if (more) this.element.prepend(this.#tools);
		else if (first) this.#rows.get(first.id)?.element.append(this.#tools);
		else this.#tools.remove();
		if (held && first) this.#rows.get(first.id)?.element.focus();
	}

	/** @param {string} id */
	reveal(id) {
		this.#rows.get(id)?.element.scrollIntoView({ block: "nearest" });
	}

	/** @param {string} id */
	edit(id) {
		const { room, room: { actions } } = this;
		const [note, row] = [room.shown.notes.get(id), this.#rows.get(id)];
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
				this.draw();
				if (held) row.element.focus();
			},
		});
		return undefined;
	}

	/** @param {string} id @param {Row} row */
	#remove(id, { element }) {
		const next = /** @type {HTMLElement | null} */ (element.nextElementSibling ?? element.previousElementSibling);
		const had = element.matches(":focus-within");
		this.#rows.delete(id);
		if (element.matches(".editing")) this.editing?.finish();
		element.remove();
		if (had) next?.focus();
	}

	/** @param {HTMLElement} row @param {number} by @param {boolean} also chooses that one too */
	#goOn(row, by, also) {
		const { selection } = this.room;
		const all = /** @type {HTMLElement[]} */ ([...this.#groups.querySelectorAll(".row")]);
		const next = all[all.indexOf(row) + by] ?? row;
		selection.set([...also ? selection.ids : [], next.dataset.note ?? ""]);
		next.focus();
	}
}

/** @type {(note: Note) => Row} */
function createRow({ id, picture: image }) {
	const [words, by, links] = [h("p.row-text", { dir: "auto" }), h("p.row-by"), h("div.row-links")];
	const picture = image ? h("img.row-picture", { alt: "", loading: "lazy" }) : null;
	return { element: h("li.row", { "data-note": id, tabindex: 0 }, picture, h("div.row-main", words, by, links)), words, by, links, picture };
}

/** @type {(key: string) => Section} */
function createSection(key) {
	const [head, list] = [h("div.list-head"), h("ul")];
	return { element: h("section", { "data-key": key }, head, list), head, list };
}

/** @param {Event} event */
function rowAt({ target }) {
	const row = /** @type {HTMLElement} */ (/** @type {Element} */ (target).closest(".row"));
	return { row, id: row?.dataset.note };
}

/** Moves only what is out of place and has no focus, for a moved element loses it. @param {Element} parent @param {Element[]} children */
function reorder(parent, children) {
	let next = parent.firstElementChild;
	for (const child of children) {
		if (child.parentElement === parent && child.matches(":focus-within")) while (next && next !== child) next = removed(next);
		if (child === next) next = next.nextElementSibling;
		else parent.insertBefore(child, next);
	}
	while (next) next = removed(next);
}

/** @param {Element} element @returns what came after it */
function removed(element) {
	const next = element.nextElementSibling;
	element.remove();
	return next;
}
