/** The size of type at which a text fits on a note, guessed from its length: measuring a thousand notes would take too long. */

/** Size of type, lines and height of a line; the width that text has. */
const SIZES = {
	small: { width: 120, steps: [[15, 2, 20], [13, 3, 17], [11, 4, 14]] },
	medium: { width: 176, steps: [[18, 4, 22], [15, 4, 20], [13, 5, 17]] },
	large: { width: 276, steps: [[26, 5, 31], [22, 6, 27], [18, 7, 22], [15, 8, 20], [13, 9, 17]] },
};
/** An average sign of Source Sans, in parts of the type size; somewhat wide, so that we guess too small rather than too large. */
const SIGN = 0.5;

/** @param {string} text @param {NoteSize} [noteSize] @returns {Fit} */
export function fit(text, noteSize = "medium") {
	const { width, steps } = SIZES[noteSize];
	const found = steps.find(([size = 0, lines = 0]) => linesAt(text, width / (size * SIGN)) <= lines);
	const [size = 0, lines = 0, line = 0] = found ?? steps.at(-1) ?? [];
	return { size, line, fits: found ? text.length : fitting(text, width / (size * SIGN) - 1, lines) };
}

/** How many signs of a long text there is place for. @param {string} text @param {number} room @param {number} lines */
function fitting(text, room, lines) {
	let [fits, most] = [0, text.length];
	while (most - fits > 1) {
		const half = (fits + most) >> 1;
		linesAt(text.slice(0, half), room) <= lines ? fits = half : most = half;
	}
	return fits;
}

/** @param {string} text @param {number} room how many lines a text takes, broken between words as a browser would */
function linesAt(text, room) {
	return text.split("\n").reduce((lines, paragraph) => lines + wrapped(paragraph, room), 0);
}

/** @param {string} paragraph @param {number} room */
function wrapped(paragraph, room) {
	let lines = 1;
	let used = 0;
	for (const word of paragraph.split(" ")) {
		const space = used ? 1 : 0;
		if (used + space + word.length <= room) used += space + word.length;
		else {
			const breaks = Math.ceil(word.length / room);
			lines += used ? breaks : breaks - 1;
			used = word.length - (breaks - 1) * room;
		}
	}
	return lines;
}
