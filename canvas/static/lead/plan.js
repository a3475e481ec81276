/** The programme against the clock: how long the room is where it is, and how far behind its plan. */

const MINUTE = 60_000;

/** null before the session began. In minutes, `ends` in milliseconds; what nobody planned is null. @param {Workshop} workshop @param {number} now @returns {Plan | null} */
export function planOf({ begun, arrived, step, programme, closed }, now) {
	if (!begun || closed) return null;
	const at = programme.findIndex((one) => one.step === step);
	const here = Math.max(begun, arrived ?? begun);
	const spent = Math.max(0, Math.floor((now - here) / MINUTE));
	const sum = (/** @type {ProgrammeStep[]} */ steps) => steps.reduce((all, { minutes }) => all + minutes, 0);
	const [minutes, total] = [programme[at]?.minutes, sum(programme)];
	if (minutes === undefined || !total) return { running: Math.floor((now - begun) / MINUTE), spent, minutes: null, behind: null, ends: null };
	const late = (here - begun) / MINUTE - sum(programme.slice(0, at)) + Math.max(0, spent - minutes);
	return { running: Math.floor((now - begun) / MINUTE), spent, minutes, behind: Math.round(late), ends: begun + (total + late) * MINUTE };
}
