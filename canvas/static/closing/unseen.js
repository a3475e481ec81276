/** What would stay unseen when a session is closed now. Pure, no DOM. */

/** @typedef {{stone: string, name: string, count: number}} Unseen */

/** Where notes are hidden still, in the order of the path. @param {Pick<Room, "session" | "stones" | "nameAt">} room @returns {Unseen[]} */
export function hiddenAt({ session: { hidden: { stones } }, stones: walked, nameAt }) {
	const order = walked().map(({ id }) => id);
	const place = (/** @type {string} */ stone) => (order.indexOf(stone) + order.length + 1) % (order.length + 1);
	return Object.entries(stones).filter(([, count]) => count > 0).map(([stone, count]) => ({ stone, name: nameAt(stone), count })).sort((one, other) => place(one.stone) - place(other.stone));
}
