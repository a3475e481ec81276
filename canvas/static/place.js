/** Where this person is: with the room, or somewhere else by themselves. */

import { FRAMING } from "./changes.js";

export class Place {
	/** @type {Spot | null} */ #own = null;
	/** Where the room is. @type {Spot} */ room = { stone: FRAMING, question: null };
	/** Facilitators take the room along unless they only want to look. */
	leading = true;
	#held = false;

	/** @param {{move: (spot: Spot) => void, changed: () => void}} hooks */
	constructor(hooks) {
		this.hooks = hooks;
	}

	get here() {
		return this.#own ?? this.room;
	}

	get following() {
		return !this.#own || this.#held;
	}

	/** @param {Spot} spot where the room is now */
	roomAt(spot) {
		if (same(spot, this.room)) return;
		this.room = spot;
		if (this.#own && same(this.#own, spot)) this.#own = null;
		if (!this.#own) this.hooks.changed();
	}

	/** Go to a stone or question; who leads takes everyone along. @param {Spot} spot @param {{leads: boolean}} who */
	go(spot, { leads }) {
		const together = leads && this.leading;
		this.#held = false;
		this.#own = together || same(spot, this.room) ? null : spot;
		if (together) this.hooks.move(spot);
		this.hooks.changed();
	}

	/** Go where the room is. */
	follow() {
		this.#own = null;
		this.#held = false;
		this.hooks.changed();
	}

	/** Stay while somebody is in the middle of a sentence, even when the room moves on. */
	hold() {
		if (this.#own) return;
		this.#own = { ...this.room };
		this.#held = true;
	}

	release() {
		if (this.#held) this.follow();
	}
}

/** @param {Spot} one @param {Spot} other */
const same = (one, other) => one.stone === other.stone && one.question === other.question;
