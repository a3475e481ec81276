/** What people do with notes: the same verbs for the board, the list and the keyboard. */

import { newId } from "./changes.js";
import { COORDINATE, FRAME_BYTES, NOTE_TEXT, NOTES_AT_ONCE } from "./limits.js";
import { tidied } from "./arrange.js";
import { boundsOf } from "./camera.js";
import { boxOf, freePlace, freePlaces, isFree, placeBeside, placeForBlock, STEP_X, STEP_Y } from "./places.js";
import { notesIn } from "./state.js";
import { n, t } from "./words.js";

/** How wide one draws where there is room. */
const SKETCH_WIDTH = 720;
const ASIDE = 24;
/** What one does to a note by giving it such values; all others are its author's. @type {Record<string, Right>} */
const DEEDS = { x: "move", y: "move", cluster: "move", colour: "change", size: "change", text: "say", behalf: "own" };
/** With the secret of a note without a name, its values take so many bytes more. */
const PROOF = 64;

/** @type {(room: Room) => Actions} */
export const createActions = (room) => {
	const { session, toasts, selection, rights } = room;

	/** @type {Actions} */ const actions = {
		get mayWrite() { return rights.mayWrite; },
		get leads() { return rights.leads; },

		mayEdit: (record) => rights.mayWrite && (rights.leads || rights.isMine(record)),

		mine: (notes, deed) => notes.filter((note) => rights.may(deed, note)),

		mayCluster(notes) {
			return rights.mayWriteAt(room.here) && notes.length > 1 && areOpen(notes) && notes.every((note) => !note.cluster || rights.mayArrange(note));
		},

		wholeCluster(notes) {
			const cluster = room.shown.clusters.get(notes[0]?.cluster ?? "");
			if (!cluster || !this.mayEdit(cluster) || !rights.mayWriteAt(cluster.stone) || notes.some((note) => note.cluster !== cluster.id)) return null;
			return notesIn(room.shown, cluster.id).length === notes.length ? cluster : null;
		},

		mayType(note) {
			const [typist] = room.presence.fresh().find(([, { typing }]) => typing === note.id) ?? [];
			if (typist) toasts.show(t("{name} is typing in this note. You can write in it when they are done.", { name: room.nameOf(typist) }));
			return !typist && rights.may("say", note);
		},

		// New notes

		addNote({ spot: { stone, question }, at, behalf, ...wish }) {
			const notes = room.notesAt(stone);
			session.ask({ kind: "note.add", stone, question, ...wish, ...(behalf && { behalf }), ...at }, { ...(at ?? freePlace(notes)), z: topOf(notes) + 1 });
		},

		addNotes(texts, { spot: { stone, question }, ...wish }) {
			const places = freePlaces(room.notesAt(stone));
			const added = texts.map((text) => ({ note: newId(), text, question, ...wish, ...places.next().value }));
			this.undoable(n("{count} note added", "{count} notes added", texts.length), () => add(stone, added));
		},

		duplicate(notes) {
			const copies = notes.filter(({ picture }) => !picture).map(({ text, question, colour, size, behalf, x, y }) => (
				{ note: newId(), text, question, colour, size, behalf, x: bounded(x + ASIDE), y: bounded(y + ASIDE) }));
			add(room.here, copies);
			if (copies.length) selection.set(copies.map(({ note }) => note));
		},

		// Changes of notes

		editText(note, text) {
			const [signs, now] = [[...text.trim()], room.shown.notes.get(note.id)];
			const kept = signs.splice(0, NOTE_TEXT).join("");
			if (!kept) this.remove([note]);
			else if (signs.length) room.steps.group(() => {
				this.editText(note, kept);
				while (signs.length) addBeside(note, signs.splice(0, NOTE_TEXT).join(""));
				toasts.show(t("A note holds at most {most} characters. The rest of your text lies beside it.", { most: NOTE_TEXT }));
			});
			else if (kept !== note.text && now && ![note.text, kept].includes(now.text)) this.sayBeside(now, kept);
			else if (kept !== note.text) session.ask({ kind: "note.edit", note: note.id, text: kept });
		},

		sayBeside(note, text, id) {
			addBeside(note, text, id);
			toasts.show(t("Somebody else changed this note meanwhile. Your text lies beside it."));
		},

		change(notes, valuesOf) {
			const edits = notes.flatMap((note) => {
				const values = Object.entries(valuesOf(note)).filter(([name, value]) => value !== note[/** @type {keyof Note} */ (name)]);
				const may = values.every(([name]) => rights.may(DEEDS[name] ?? "own", note));
				return values.length && may ? [{ note: note.id, ...Object.fromEntries(values) }] : [];
			});
			const moves = edits.some((edit) => "x" in edit || "y" in edit);
			const guess = moves ? { z: topOf(room.notesAt(notes[0]?.stone ?? "")) + 1 } : {};
			if (edits.length === 1) session.ask({ kind: "note.edit", ...edits[0] }, guess);
			else each(edits, (some) => session.ask({ kind: "notes.edit", edits: some }, guess));
		},

		move(notes, dx, dy) {
			const cluster = notes.every(rights.mayArrange) && this.wholeCluster(notes);
			if (cluster) session.ask({ kind: "cluster.move", cluster: cluster.id, dx, dy });
			else this.change(notes, ({ x, y }) => ({ x: bounded(x + dx), y: bounded(y + dy) }));
		},

		put(notes, places) {
			this.change(notes, ({ id }) => places.get(id) ?? {});
		},

		toBoard(notes, stone) {
			const [places, mine] = [freePlaces(room.notesAt(stone)), this.mine(notes, "own").filter(({ audience }) => audience === "all")];
			this.undoable(n("{count} note moved to {name}", "{count} notes moved to {name}", mine.length, { name: room.nameAt(stone) }),
				() => this.change(mine, () => ({ stone, ...places.next().value })));
			selection.clear();
		},

		remove(notes) {
			const ids = this.mine(notes, "remove").map(({ id }) => id);
			if (ids.length) this.undoable(n("{count} note deleted", "{count} notes deleted", ids.length), () => {
				if (ids.length === 1) session.ask({ kind: "note.delete", note: ids[0] });
				else each(ids, (some) => session.ask({ kind: "notes.delete", notes: some }));
			});
		},

		// Clusters and links

		cluster(notes, title) {
			if (!this.mayCluster(notes)) return null;
			const cluster = newId();
			// What is another's comes in only as the cluster is made.
			const ordered = notes.toSorted((one, other) => Number(rights.mayArrange(one)) - Number(rights.mayArrange(other)));
			const [first, rest] = [ordered.slice(0, NOTES_AT_ONCE), ordered.slice(NOTES_AT_ONCE)];
			room.steps.group(() => {
				session.ask({ kind: "cluster.add", cluster, stone: notes[0]?.stone, title, notes: first.map(({ id }) => id) });
				this.change(rest, () => ({ cluster }));
				gather(notes);
			});
			return cluster;
		},

		unite(dropped, target) {
			const { cluster } = target;
			const { dx, dy } = wayBeside(dropped, target);
			/** @type {string | null} */ let made = null;
			room.steps.group(() => {
				this.change(dropped, ({ x, y }) => ({ ...cluster && { cluster }, x: bounded(x + dx), y: bounded(y + dy) }));
				if (cluster) gather(notesIn(room.shown, cluster));
				else made = this.cluster([target, ...dropped].map((note) => room.shown.notes.get(note.id) ?? note), t("New cluster"));
			});
			return made;
		},

		link(start, end) {
			session.ask({ kind: "link.add", link: newId(), start: start.id, end: end.id });
		},

		sketch(note) {
			const { stone, question } = note ?? room.spot();
			const width = Math.max(264, Math.min(SKETCH_WIDTH, innerWidth - 56));
			// Its id comes from here: beside it goes the secret of a sketch without a name.
			const becomes = note?.id ?? newId();
			const proof = note || rights.signed(stone).anonymous ? room.secrets[note ? "of" : "make"](becomes) : undefined;
			room.trigger("sketch", { note: note?.id ?? null, becomes, proof, stone, question, nonce: newId(), width, height: innerHeight });
		},

		tooLong(text) {
			const length = [...text].length;
			if (length > NOTE_TEXT) toasts.show(t("A note holds at most {most} characters; this text has {length}. Make it shorter or cut it in two.", { most: NOTE_TEXT, length }));
			return length > NOTE_TEXT;
		},

		undoable(sentence, does) {
			const before = room.steps.latest;
			does();
			const step = room.steps.latest;
			toasts.show(sentence, step === before ? undefined : { label: t("Undo"), act: () => room.undo(step) });
		},
	};

	/** @type {Actions["sayBeside"]} */
	const addBeside = (note, text, id = newId()) => {
		const at = placeBeside(boxOf(note), room.notesAt(note.stone).map(boxOf));
		actions.addNote({ note: id, text, colour: note.colour, spot: note, behalf: note.behalf, at });
	};

	/** @param {string} stone @param {{note: string}[]} added */
	const add = (stone, added) => {
		const z = topOf(room.notesAt(stone)) + 1;
		each(added, (notes) => session.ask({ kind: "notes.add", stone, notes }, { z }));
	};

	/** From where notes lie to beside another, if that is far. @type {(notes: Note[], target: Note) => Offset} */
	const wayBeside = (notes, target) => {
		const [ids, block] = [new Set(notes.map(({ id }) => id)), boundsOf(notes) ?? boxOf(target)];
		if (Math.abs(block.x - target.x) < STEP_X * 2 && Math.abs(block.y - target.y) < STEP_Y * 2) return { dx: 0, dy: 0 };
		const others = room.notesAt(target.stone).filter(({ id }) => !ids.has(id)).map(boxOf);
		const { x, y } = placeBeside({ ...block, x: target.x, y: target.y }, others);
		return { dx: x - block.x, dy: y - block.y };
	};

	/** Lays a cluster's notes side by side where nothing else lies, unless they lie so or are others' to move. @type {OfNotes} */
	const gather = (notes) => {
		const [members, boxes] = [new Set(notes.map(({ id }) => id)), notes.map(boxOf)];
		const others = room.notesAt(notes[0]?.stone ?? "").filter(({ id }) => !members.has(id)).map(boxOf);
		const lieWell = isFree(airAround(notes), others) && boxes.every((box, at) => isFree(box, boxes.slice(at + 1)));
		if (lieWell || actions.mine(notes, "move").length < notes.length) return;
		const places = tidied(notes, () => "");
		const block = airAround(notes.map((note) => ({ ...note, ...places.get(note.id) })));
		const { x, y } = placeForBlock(block, others);
		actions.put(notes, new Map([...places].map(([id, at]) => [id, { x: at.x + x - block.x, y: at.y + y - block.y }])));
	};

	/** As many at once as fit into a frame; together they are one step to undo. @template T @param {T[]} things @param {(some: T[]) => void} ask */
	const each = (things, ask) => room.steps.group(() => {
		for (let from = 0, to = 0; from < things.length; from = to) {
			for (let bytes = 0; to < things.length && to - from < NOTES_AT_ONCE; to++) {
				bytes += PROOF + new TextEncoder().encode(JSON.stringify(things[to])).length;
				if (to > from && bytes > FRAME_BYTES - 4096) break;
			}
			ask(things.slice(from, to));
		}
	});

	return actions;
};

/** Everybody sees all of them. @type {OfNotes<boolean>} */
export const areOpen = (notes) => notes.every(({ audience }) => audience === "all");

/** Around notes, with room for a frame and its title. @type {OfNotes<Box>} */
const airAround = (notes) => {
	const { x, y, width, height } = /** @type {Box} */ (boundsOf(notes));
	return { x: x - 30, y: y - 56, width: width + 60, height: height + 86 };
};

/** @type {OfNotes<number>} */
const topOf = (notes) => notes.reduce((highest, { z }) => Math.max(highest, z), 0);

/** @param {number} value */
export const bounded = (value) => Math.round(Math.max(-COORDINATE, Math.min(COORDINATE, value)));
