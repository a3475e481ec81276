/** Where this person is: with the room, or somewhere else by themselves. */

import { FRAMING } from "./changes.js";

/** @type {(hooks: { move: (spot: Spot) => void, changed: () => void }) => Place} */
export const createPlace = ({ move, changed }) => {
	/** @type {Spot | null} */ let own = null;
	let held = false;
	const same = (/** @type {Spot} */ spot) => spot.stone === place.room.stone && spot.question === place.room.question;

	/** @type {Place} */ const place = {
		room: { stone: FRAMING, question: null },
		leading: true,
		kept: false,
		get here() { return own ?? this.room; },
		get following() { return !own || held; },

		roomAt(spot, kept = false) {
			const strayed = kept && !held && own !== null;
			this.kept = kept;
			if (same(spot) && !strayed) return;
			this.room = spot;
			if (own && !held && (kept || same(own))) own = null;
			if (!own) changed();
		},

		go(spot, { leads }) {
			if (this.kept) return;
			const together = leads && this.leading;
			held = false;
			own = together || same(spot) ? null : spot;
			if (together) move(spot);
			changed();
		},

		follow() {
			own = null;
			held = false;
			changed();
		},

		hold() {
			if (own) return;
			own = this.room;
			held = true;
		},

		release() {
			if (held && !same(this.here)) return this.follow();
			if (held) own = null;
			held = false;
		},
	};
	return place;
};
