/** Time against plan: when steps were to begin, and when they will as it goes now. All in milliseconds. */

const MINUTE = 60_000;

/** What began so long ago, the session (past its plan) or a stay, is of another day. */
const ANOTHER_DAY = 12 * 60 * MINUTE;

/** Where the room is in the programme; -1 where it is not. @type {(workshop: Workshop) => number} */
export const stepAt = ({ programme, step }) => programme.findIndex((one) => one.step === step);

/** For each step when it was planned and when it is expected; how far behind plan all is. Without a beginning today there is no plan. @type {(workshop: Workshop, now: number) => { steps: { planned: number | null, expected: number | null }[], behind: number | null }} */
export function paceOf(workshop, now) {
	const { arrived, programme } = workshop;
	const begun = beginningOf(workshop, now);
	const at = stepAt(workshop);
	let planned = begun ?? 0;
	let expected = now;
	let behind = null;
	const steps = programme.map(({ minutes }, place) => {
		const long = minutes * MINUTE;
		const one = { planned: begun === null ? null : planned, expected: place > at ? expected : null };
		if (place === at) {
			const spent = now - (arrived ?? now);
			behind = begun === null ? null : now - planned - Math.min(spent, long);
			expected = now + Math.max(0, long - spent);
		} else if (place > at) expected += long;
		planned += long;
		return one;
	});
	return { steps, behind };
}

/** Null where nobody knows since when the room is where it is. @param {Workshop} workshop @param {number} now */
function beginningOf({ begun, arrived, programme }, now) {
	const filled = programme.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE;
	return begun === null || arrived === null || now - begun > filled + ANOTHER_DAY ? null : begun;
}

/** Whole minutes that the room has been where it is, today. @type {(workshop: Workshop, now: number) => number} */
export function minutesHere({ arrived }, now) {
	const spent = now - (arrived ?? now);
	return spent > ANOTHER_DAY ? 0 : Math.max(0, Math.floor(spent / MINUTE));
}
