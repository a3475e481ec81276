/** A soft sound, made here: nothing is fetched for it, and a browser that may not sound stays silent. */

/** @typedef {Pick<Room, "memory" | "actions">} Device */

/** Two tones of a bell, by their hertz. */
const TONES = [659, 880];
const SECONDS = 1.4;

/** @param {{AudioContext?: typeof globalThis.AudioContext}} [means] */
export function chime({ AudioContext: Speaker } = globalThis) {
	try {
		if (Speaker) ring(new Speaker());
	} catch {
		// Some browsers have one, and do not let it begin.
	}
}

/** Is it to be heard on this device? Where who leads is, until somebody chooses otherwise. @param {Device} room */
export const isLoud = ({ memory, actions }) => (memory.get("sound") ?? (actions.leads ? "on" : "off")) === "on";

/** Off, or on: then one hears it. @param {Device} room @param {() => void} [sound] */
export function turn(room, sound = chime) {
	room.memory.set("sound", isLoud(room) ? "off" : "on");
	end(room, sound);
}

/** The time is up. @param {Device} room @param {() => void} [sound] */
export function end(room, sound = chime) {
	if (isLoud(room)) sound();
}

/** @param {AudioContext} context */
function ring(context) {
	TONES.forEach((hertz, at) => {
		const [begin, tone, loud] = [context.currentTime + at * 0.25, context.createOscillator(), context.createGain()];
		tone.frequency.value = hertz;
		loud.gain.setValueAtTime(0, begin);
		loud.gain.linearRampToValueAtTime(0.18, begin + 0.02);
		loud.gain.exponentialRampToValueAtTime(0.001, begin + SECONDS);
		tone.connect(loud).connect(context.destination);
		tone.start(begin);
		tone.stop(begin + SECONDS);
	});
	setTimeout(() => context.close(), (SECONDS + 1) * 1000);
}
