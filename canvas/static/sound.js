/** A soft sound, made here: nothing is fetched for it, and a browser that may not sound stays silent. */

/** Two tones of a bell, by their hertz. */
const TONES = [659, 880];
const SECONDS = 1.4;

export function chime() {
	const context = new AudioContext();
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
