/** Who is done with what the room does now, of the participants who are here. */

/** @param {Room} room */
export function readiness(room) {
	const people = room.present().filter(({ role, muted }) => role === "participant" && !muted);
	const waiting = people.filter(({ ready }) => !ready);
	return { all: people.length, count: people.length - waiting.length, waiting };
}
