/** Time left, by the server's clock, whatever this device believes. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How far the server's clock is ahead of this one. */
let ahead = 0;

/** The server greets with its time. @param {number} now */
export const setClock = (now) => { ahead = now - Date.now(); };

export const serverNow = () => Date.now() + ahead;

/** Milliseconds, 0 once the time is up; null where no clock is set. @param {Clock | null | undefined} timer */
export const leftOf = (timer, now = serverNow()) => timer ? Math.max(0, timer.ends === null ? timer.left ?? 0 : timer.ends - now) : null;

/** Until when a break lasts: the clock of the room tells, else what the programme gives it. @type {(workshop: Workshop | null) => Clock | null} */
export function breakOf(workshop) {
	const minutes = workshop?.programme.find(({ step }) => step === workshop.step)?.minutes;
	if (workshop?.timer || !minutes || !workshop?.arrived) return workshop?.timer ?? null;
	return { length: minutes * MINUTE, ends: workshop.arrived + minutes * MINUTE, left: null };
}

/** As on a clock: "7:42", "1:07:42". The last second is 0:01, and 0:00 is the end. @param {number} ms */
export function told(ms) {
	const seconds = Math.ceil(ms / SECOND);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return (parts[0] ? parts : parts.slice(1)).map((part, at) => at ? String(part).padStart(2, "0") : part).join(":");
}

/** When that is on this device's clock, as people say it. @param {number} at by the server's clock @param {string} language */
export const localTime = (at, language) => new Date(at - ahead).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });

/** Draws when what is told changes, and no more often: at each second while the clock runs. @param {(left: number | null) => void} draw */
export function createTicking(draw) {
	/** @type {Timer} */ let timer;
	/** @type {Clock | null | undefined} */ let clock;

	function tick() {
		clearTimeout(timer);
		const left = leftOf(clock);
		draw(left);
		// A timer of a browser may be early by a little.
		if (left && clock?.ends) timer = setTimeout(tick, (left % SECOND || SECOND) + 5);
	}

	return {
		/** @param {Clock | null | undefined} fresh */
		set(fresh) {
			clock = fresh;
			tick();
		},
		stop: () => clearTimeout(timer),
	};
}
