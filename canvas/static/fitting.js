/** The size of type at which a text fits on a note, guessed from its length: measuring a thousand notes would take too long. */

const STEPS = [
  { size: 18, lines: 4, line: 22 },
  { size: 15, lines: 4, line: 20 },
  { size: 13, lines: 5, line: 17 },
];
const WIDTH = 176;
/** An average sign of Source Sans, in parts of the type size; somewhat wide, so that we guess too small rather than too large. */
const SIGN = 0.5;

/** @param {string} text @returns {Fit} */
export function fit(text) {
  for (const step of STEPS) {
    if (linesAt(text, step.size) <= step.lines) return { ...step, cut: false };
  }
  return { .../** @type {typeof STEPS[0]} */ (STEPS.at(-1)), cut: true };
}

/** @param {string} text @param {number} size how many lines a text takes, broken between words as a browser would */
function linesAt(text, size) {
  const room = WIDTH / (size * SIGN);
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
