/** What is known of a workshop, asked in the ways that the parts of the room need. */

import { PARKING } from "./changes.js";
import { t } from "./words.js";

export class Known {
	/** Notes by stone, gathered when asked for. @type {Map<string, Note[]> | null} */ boards = null;

	/** @param {Texts} texts @param {Session} session @param {import("./place.js").Place} place @param {Chosen} selection */
	constructor(texts, session, place, selection) {
		this.texts = texts;
		this.session = session;
		this.place = place;
		this.selection = selection;
	}

	get shown() {
		return this.session.shown;
	}

	/** The stone in view. */
	get here() {
		return this.place.here.stone;
	}

	get isWatched() {
		return this.session.you?.role === "projector";
	}

	/** A stone, or the parking lot. @param {string} id @returns {Stone | undefined} */
	stone(id) {
		return id === PARKING ? this.texts.parking : this.texts.stones.find((stone) => stone.id === id);
	}

	/** @param {string} stone */
	nameAt(stone) {
		return this.stone(stone)?.name ?? t("Start");
	}

	/** The stone before or after the one in view. @param {number} by */
	beside(by) {
		const { stone } = this.place.here;
		const at = this.texts.stones.findIndex(({ id }) => id === stone);
		return stone === PARKING ? undefined : this.texts.stones[at + by];
	}

	/** @param {string} stone */
	notesAt(stone) {
		if (!this.boards) {
			this.boards = new Map();
			for (const note of this.session.shown.notes.values()) this.boards.get(note.stone)?.push(note) ?? this.boards.set(note.stone, [note]);
		}
		return this.boards.get(stone) ?? [];
	}

	/** The chosen notes, as far as they are there. */
	chosen() {
		return [...this.selection.ids].flatMap((id) => this.session.shown.notes.get(id) ?? []).filter(({ stone }) => stone === this.here);
	}

	/** Those told at no stone in particular stand at the parking lot. @param {string} stone */
	storiesAt(stone) {
		return [...this.session.shown.stories.values()].filter((story) => (story.stone ?? PARKING) === stone).sort((one, other) => one.created - other.created);
	}

	/** @param {string} person */
	nameOf(person) {
		return this.session.shown.people.get(person)?.name ?? "";
	}

	present() {
		const people = [...this.session.online].flatMap((id) => this.session.shown.people.get(id) ?? []);
		return people.filter(({ role }) => role === "facilitator" || role === "participant").sort((one, other) => one.name.localeCompare(other.name));
	}
}
