/** What people do with notes: the same verbs for the board, the list and the keyboard. */

import { newId } from "./changes.js";
import { COORDINATE, FRAME_BYTES, NOTE_TEXT, NOTES_AT_ONCE } from "./limits.js";
import { tidied } from "./arrange.js";
import { boundsOf } from "./camera.js";
import { boxOf, freePlace, freePlaces, overlaps, placeBeside, placeForBlock } from "./places.js";
import { n, t } from "./words.js";

/** How wide one draws where there is room. */
const SKETCH_WIDTH = 720;
const ASIDE = 24;

export class Actions {
	/** @param {Room} room */
	constructor(room) {
		this.room = room;
	}

	/** @returns {boolean} whether this person may write at all */
	get mayWrite() {
		const role = this.room.session.you?.role;
		return role === "facilitator" || role === "participant";
	}

	get leads() {
		return this.room.session.you?.role === "facilitator";
	}

	/** @param {{author: string|null}} record a note, a story, a cluster, a link or a comment */
	mayEdit(record) {
		return this.leads || (this.mayWrite && record.author !== null && record.author === this.room.session.you?.person);
	}

	/** @param {Note[]} notes those that this person may change */
	mine(notes) {
		return notes.filter((note) => this.mayEdit(note));
	}

	/** Whether these may become a cluster: one's own notes, and loose ones. @param {Note[]} notes */
	mayCluster(notes) {
		return this.mayWrite && notes.length > 1 && notes.every((note) => !note.cluster || this.mayEdit(note));
	}

	/** The cluster that these notes are, all of it, where this person may change it. @param {Note[]} notes */
	wholeCluster([first, ...rest]) {
		const cluster = first?.cluster ? this.room.session.shown.clusters.get(first.cluster) : undefined;
		if (!first || !cluster || !this.mayEdit(cluster) || rest.some((note) => note.cluster !== cluster.id)) return null;
		return this.room.notesAt(first.stone).filter((note) => note.cluster === cluster.id).length === rest.length + 1 ? cluster : null;
	}

	/** Whether one may write in a note now; while somebody else types there, one is told so. @param {Note} note */
	mayType(note) {
		const [typist] = this.room.presence.fresh().find(([, { typing }]) => typing === note.id) ?? [];
		if (typist) this.room.toasts.show(t("{name} is typing in this note. You can write in it when they are done.", { name: this.room.nameOf(typist) }));
		return !typist && this.mayEdit(note);
	}

	// New notes

	/**
	 * A new note at a spot of the path, at a place of the board or at the next free one.
	 * @param {{note: string, text: string, colour: Colour, spot: Spot, behalf: string, at: Point | null}} wish
	 */
	addNote({ note, text, colour, spot, behalf, at }) {
		const notes = this.room.notesAt(spot.stone);
		const change = { kind: "note.add", note, stone: spot.stone, question: spot.question, text, colour, ...(behalf && { behalf }), ...(at ?? {}) };
		this.room.session.ask(change, { ...(at ?? freePlace(notes)), z: topOf(notes) + 1 });
	}

	/** @param {string[]} texts one note each, in rows below what is there @param {Colour} colour @param {Spot} spot */
	addNotes(texts, colour, { stone, question }) {
		const places = freePlaces(this.room.notesAt(stone));
		const added = texts.map((text) => ({ note: newId(), text, question, colour, ...places.next().value }));
		this.#add(stone, added);
		this.room.toasts.show(n("{count} note added", "{count} notes added", added.length), { label: t("Undo"), act: () => this.room.undo() });
	}

	/** @param {Note[]} notes copies lie a little aside; pictures stay alone */
	duplicate(notes) {
		const copies = notes.filter(({ picture }) => !picture).map(({ id: _, ...note }) => ({ ...note, note: newId(), x: bounded(note.x + ASIDE), y: bounded(note.y + ASIDE) }));
		for (const stone of new Set(copies.map((copy) => copy.stone))) {
			this.#add(stone, copies.filter((copy) => copy.stone === stone).map(({ note, text, question, colour, size, behalf, x, y }) => ({ note, text, question, colour, size, behalf, x, y })));
		}
		if (copies.length) this.room.selection.set(copies.map(({ note }) => note));
	}

	/** @param {string} stone @param {{note: string}[]} added */
	#add(stone, added) {
		const z = topOf(this.room.notesAt(stone)) + 1;
		this.#each(added, (notes) => this.room.session.ask({ kind: "notes.add", stone, notes }, { z }));
	}

	// Changes of notes

	/** @param {Note} note @param {string} text @returns {boolean} whether the text could be kept */
	editText(note, text) {
		const kept = text.trim();
		if (!kept) {
			this.remove([note]);
			return true;
		}
		if (this.tooLong(kept)) return false;
		const now = this.room.shown.notes.get(note.id);
		if (kept !== note.text && now && ![note.text, kept].includes(now.text)) this.#sayBeside(now, kept);
		else if (kept !== note.text) this.room.session.ask({ kind: "note.edit", note: note.id, text: kept });
		return true;
	}

	/** Somebody else gave the note another text meanwhile: both stay. @param {Note} note @param {string} text */
	#sayBeside(note, text) {
		const at = placeBeside(boxOf(note), this.room.notesAt(note.stone).map(boxOf));
		this.addNote({ note: newId(), text, colour: note.colour, spot: note, behalf: note.behalf, at });
		this.room.toasts.show(t("Somebody else changed this note meanwhile. Your text lies beside it."));
	}

	/** New values for notes, by note; what is as it was is not asked. @param {Note[]} notes @param {(note: Note) => Partial<Note>} valuesOf */
	change(notes, valuesOf) {
		const edits = this.mine(notes).flatMap((note) => {
			const values = Object.entries(valuesOf(note)).filter(([name, value]) => value !== note[/** @type {keyof Note} */ (name)]);
			return values.length ? [/** @type {{note: string, x?: number, y?: number}} */ ({ note: note.id, ...Object.fromEntries(values) })] : [];
		});
		const [first] = edits;
		if (!first) return;
		const guess = edits.some(({ x, y }) => x !== undefined || y !== undefined) ? { z: topOf(this.room.notesAt(notes[0]?.stone ?? "")) + 1 } : {};
		if (edits.length === 1) this.room.session.ask({ kind: "note.edit", ...first }, guess);
		else this.#each(edits, (some) => this.room.session.ask({ kind: "notes.edit", edits: some }, guess));
	}

	/** @param {Note[]} notes @param {number} dx @param {number} dy */
	move(notes, dx, dy) {
		const cluster = this.wholeCluster(notes);
		if (cluster && this.mine(notes).length === notes.length) return void this.room.session.ask({ kind: "cluster.move", cluster: cluster.id, dx, dy });
		return this.change(notes, ({ x, y }) => ({ x: bounded(x + dx), y: bounded(y + dy) }));
	}

	/** @param {Note[]} notes @param {Map<string, Point>} places */
	put(notes, places) {
		this.change(notes, ({ id, x, y }) => places.get(id) ?? { x, y });
	}

	/** @param {Note[]} notes @param {string} stone another board; they go to free places there */
	toBoard(notes, stone) {
		const places = freePlaces(this.room.notesAt(stone));
		this.change(notes, () => ({ stone, ...places.next().value }));
		this.room.selection.clear();
		this.room.toasts.show(n("{count} note moved to {name}", "{count} notes moved to {name}", notes.length, { name: this.room.stone(stone)?.name ?? "" }), { label: t("Undo"), act: () => this.room.undo() });
	}

	/** @param {Note[]} notes */
	remove(notes) {
		const ids = this.mine(notes).map(({ id }) => id);
		if (ids.length === 1) this.room.session.ask({ kind: "note.delete", note: ids[0] });
		else this.#each(ids, (some) => this.room.session.ask({ kind: "notes.delete", notes: some }));
		if (ids.length) this.room.toasts.show(n("{count} note deleted", "{count} notes deleted", ids.length), { label: t("Undo"), act: () => this.room.undo() });
	}

	// Clusters and links

	/** @param {Note[]} notes @param {string} title @returns {string | null} the cluster */
	cluster(notes, title) {
		const [first] = notes;
		if (!first || !this.mayCluster(notes)) return null;
		const cluster = newId();
		this.room.steps.group(() => {
			this.room.session.ask({ kind: "cluster.add", cluster, stone: first.stone, title, notes: notes.map(({ id }) => id) });
			this.#gather(notes);
		});
		return cluster;
	}

	/** Dropped notes join the cluster of a note, or make one with it. @param {Note[]} dropped @param {Note} target @returns {string | null} a new cluster */
	unite(dropped, target) {
		const { cluster } = target;
		if (!cluster) return this.cluster([target, ...dropped], t("New cluster"));
		this.room.steps.group(() => {
			this.change(dropped, () => ({ cluster }));
			this.#gather(this.room.notesAt(target.stone).filter((note) => note.cluster === cluster));
		});
		return null;
	}

	/** Lays the notes of a cluster side by side where nothing else lies, unless they are so already or are others' to move. @param {Note[]} notes */
	#gather(notes) {
		const members = new Set(notes.map(({ id }) => id));
		const others = this.room.notesAt(notes[0]?.stone ?? "").filter(({ id }) => !members.has(id)).map(boxOf);
		const frame = boundsOf(notes);
		const clear = frame && !others.some((other) => overlaps(withAir(frame), other));
		const apart = notes.some((note, at) => notes.slice(at + 1).some((other) => overlaps(boxOf(note), boxOf(other))));
		if (!frame || (clear && !apart) || this.mine(notes).length < notes.length) return;
		const places = tidied(notes, () => "");
		const block = /** @type {Box} */ (boundsOf(notes.map((note) => ({ ...note, ...places.get(note.id) }))));
		const air = withAir(block);
		const { x, y } = others.some((other) => overlaps(air, other)) ? placeForBlock(air, others) : air;
		this.put(notes, new Map([...places].map(([id, at]) => [id, { x: at.x + x - air.x, y: at.y + y - air.y }])));
	}

	/** @param {Note} start @param {Note} end */
	link(start, end) {
		this.room.session.ask({ kind: "link.add", link: newId(), start: start.id, end: end.id });
	}

	/** @param {Note | null} note the dialog is Streamlit's: it opens on the page around us */
	sketch(note) {
		const { stone, question } = this.room.spot();
		const width = Math.max(264, Math.min(SKETCH_WIDTH, innerWidth - 56));
		this.room.trigger("sketch", { note: note?.id ?? null, stone: note?.stone ?? stone, question: note ? note.question : question, nonce: newId(), width, height: innerHeight });
	}

	/** @param {string} text says so when a text is too long for a note */
	tooLong(text) {
		const length = [...text].length;
		if (length <= NOTE_TEXT) return false;
		this.room.toasts.show(t("A note holds at most {most} characters; this text has {length}. Make it shorter or cut it in two.", { most: NOTE_TEXT, length }));
		return true;
	}

	/** As many changes as fit into frames, which are undone as one. @template T @param {T[]} things @param {(some: T[]) => void} ask */
	#each(things, ask) {
		this.room.steps.group(() => {
			let [from, bytes] = [0, 0];
			things.forEach((thing, at) => {
				const size = new TextEncoder().encode(JSON.stringify(thing)).length;
				if (at - from === NOTES_AT_ONCE || bytes + size > FRAME_BYTES - 4096) {
					ask(things.slice(from, at));
					[from, bytes] = [at, 0];
				}
				bytes += size;
			});
			if (from < things.length) ask(things.slice(from));
		});
	}
}

/** With room for its frame and title. @param {Box} box @returns {Box} */
function withAir({ x, y, width, height }) {
	return { x: x - 30, y: y - 56, width: width + 60, height: height + 86 };
}

/** @param {Note[]} notes */
function topOf(notes) {
	return notes.reduce((highest, { z }) => Math.max(highest, z), 0);
}

/** @param {number} value */
export function bounded(value) {
	return Math.round(Math.max(-COORDINATE, Math.min(COORDINATE, value)));
}
