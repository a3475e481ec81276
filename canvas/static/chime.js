/** A soft sound, where somebody allowed it: browsers play nothing before a click. */

/** Two notes of a fifth, the second a little later. */
const TONES = [[523.25, 0], [784, 0.22]];
const LENGTH = 1.6;
const LOUDNESS = 0.12;

/** @type {AudioContext | undefined} */ let speaker;

/** Within a click, once. */
export function allowSound() {
	try {
		speaker ??= new AudioContext();
		speaker.resume();
	} catch {
		// Without a speaker the end is only seen.
	}
}

export const isSoundAllowed = () => speaker?.state === "running";

export function chime() {
	const out = speaker;
	if (out?.state !== "running") return;
	for (const [pitch = 0, after = 0] of TONES) {
		const [tone, volume, start] = [out.createOscillator(), out.createGain(), out.currentTime + after];
		tone.frequency.value = pitch;
		volume.gain.setValueAtTime(0, start);
		volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
		volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH);
		tone.connect(volume).connect(out.destination);
		tone.start(start);
		tone.stop(start + LENGTH);
	}
}
