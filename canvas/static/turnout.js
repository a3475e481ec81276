/** Who counts of those who are here: who takes part and may write, and how many of them are done. */

/** @typedef {Pick<Room, "present">} Present */

/** @param {Present} room */
export const takingPart = (room) => room.present().filter(({ role, muted }) => role === "participant" && !muted);

/** Who is done with what the room does now. @param {Present} room */
export function readiness(room) {
	const people = takingPart(room);
	const waiting = people.filter(({ ready }) => !ready);
	return { all: people.length, count: people.length - waiting.length, waiting };
}
