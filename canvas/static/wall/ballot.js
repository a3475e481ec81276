/** What the wall needs of votes: how many voted, what is voted on, what came of it. */

/** How many voted so far, and dots by note as far as these are open. @param {Room} room @param {Vote} vote */
export function tallyOf(room, vote) {
	const { voters = 0, notes = new Map() } = room.tallies.get(vote.id) ?? {};
	return { voters, notes: /** @type {Record<string, number>} */ (Object.fromEntries(notes)) };
}

/** The notes that a vote is about, as far as they are there. @param {Room} room @param {Vote} vote */
export function candidatesOf(room, { notes, stones }) {
	const those = notes ? notes.flatMap((id) => room.shown.notes.get(id) ?? []) : stones.flatMap((stone) => room.notesAt(stone));
	return those.sort((one, other) => one.created - other.created);
}

/** With their dots, the most first; those without any are left out. @param {Room} room @param {Vote} vote */
export function rankedOf(room, vote) {
	const { notes } = tallyOf(room, vote);
	const ranked = candidatesOf(room, vote).map((note) => ({ note, count: notes[note.id] ?? 0 }));
	return ranked.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}

/** The most voted of these notes, by the last vote about them. @param {Room} room @param {Note[]} notes @param {number} most */
export function topOf(room, notes, most) {
	const here = new Set(notes.map(({ id }) => id));
	const closed = [...room.shown.votes.values()].filter((vote) => vote.closed !== null).sort((one, other) => (other.closed ?? 0) - (one.closed ?? 0));
	for (const vote of closed) {
		const ranked = rankedOf(room, vote).filter(({ note }) => here.has(note.id));
		if (ranked.length) return ranked.slice(0, most);
	}
	return [];
}
