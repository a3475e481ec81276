/** Notes in hands: in one's own, and in those of others; who types where. */

import { placeCard } from "./card.js";
import { t } from "./words.js";

/** So few are pictures of their own while they move; more would take more memory than they save time. */
const FEW = 20;

export class Hands {
	/** How far notes hang from where they lie. @type {Map<string, Offset>} */ #own = new Map();
	/** @type {Map<string, Offset & {person: string}>} */ #others = new Map();
	/** Who types in which note. @type {Map<string, string>} */ #typing = new Map();

	/** @param {Board} board */
	constructor(board) {
		this.board = board;
	}

	get full() {
		return this.#own.size > 0;
	}

	/** How far a note hangs from where it lies. @param {string} id @returns {Offset | undefined} */
	of(id) {
		return this.#own.get(id) ?? this.#others.get(id);
	}

	/** Where a note is now, in a hand or lying. @param {Note} note @returns {Point} */
	at({ id, x, y }) {
		const { dx, dy } = this.of(id) ?? { dx: 0, dy: 0 };
		return { x: x + dx, y: y + dy };
	}

	/** Notes hang in one's own hand, or lie again. @param {string[]} ids @param {Offset | null} offset */
	hang(ids, offset) {
		for (const id of ids) {
			offset ? this.#own.set(id, offset) : this.#own.delete(id);
			const element = this.#place(id);
			element?.classList.toggle("dragging", offset !== null);
			if (element) element.style.willChange = offset && ids.length < FEW ? "translate" : "";
			if (ids.length < FEW) this.board.lay(id);
		}
		this.board.element.toggleAttribute("data-held", offset !== null);
		this.board.floating.element.hidden = offset !== null;
		this.board.drawTies(ids);
		if (!offset) this.board.drawSelection();
	}

	/** Shows what others do. */
	draw() {
		const { presence } = this.board.room;
		const [carried, typed] = [this.#others, this.#typing];
		this.#others = new Map();
		this.#typing = new Map();
		for (const [person, { drag, typing }] of presence.fresh()) {
			if (typing) this.#typing.set(typing, person);
			for (const id of drag?.notes ?? []) this.#others.set(id, { dx: drag?.dx ?? 0, dy: drag?.dy ?? 0, person });
		}
		const touched = new Set([carried, typed, this.#others, this.#typing].flatMap((map) => [...map.keys()]));
		for (const id of touched) this.#show(id);
		if (carried.size || this.#others.size) this.board.drawTies([...carried.keys(), ...this.#others.keys()]);
	}

	/** @param {string} id */
	#show(id) {
		const { room } = this.board;
		const [carrier, typist] = [this.#others.get(id)?.person, this.#typing.get(id)];
		const element = carrier || !this.#own.has(id) ? this.#place(id) : undefined;
		element?.classList.toggle("lifted", Boolean(carrier));
		element?.classList.toggle("typed", Boolean(typist));
		const busy = typist ? t("{name} is typing…", { name: room.nameOf(typist) }) : carrier ? room.nameOf(carrier) : "";
		busy ? element?.setAttribute("data-busy", busy) : element?.removeAttribute("data-busy");
		this.board.lay(id);
	}

	/** @param {string} id */
	#place(id) {
		const [note, card] = [this.board.note(id), this.board.cards.get(id)];
		if (note && card) placeCard(card.element, note, this.of(id));
		return card?.element;
	}
}
