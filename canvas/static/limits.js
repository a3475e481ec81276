/** What browsers need of canvas/board/limits.py, under the same names. */

export const NOTE_TEXT = 2000;
export const NAME = 60;
export const CLUSTER_TITLE = 80;
export const LINK_WORD = 60;
export const WHAT = 300;
export const WORD = 40;
export const CONCLUSION = 2000;
export const SCRIPT = 4000;
export const TIMER_SECONDS = 14400;
export const COMMENT = 1000;
export const STORY_PART = 2000;
export const TITLE = 200;
export const ANSWERS = 6;
export const ANSWER = 80;
export const DOTS = 20;
export const GROUPS = 50;
export const NOTES_AT_ONCE = 200;
export const FRAME_BYTES = 65536;
export const COORDINATE = 100000;
export const PICTURE_BYTES = 10485760;
export const PRESENCE_PER_SECOND = 10;
export const ONE_LINE = /** @type {readonly string[]} */ (["name", "what", "who", "title", "organisation", "role", "want", "benefit", "word", "behalf", "legend"]);
export const SIZES = /** @type {const} */ (["small", "medium", "large"]);
export const COLOURS = /** @type {const} */ (["yellow", "orange", "pink", "purple", "blue", "teal", "green", "grey"]);

/** Of a note, in board pixels. */
export const NOTE_WIDTH = 200;
export const NOTE_HEIGHT = 130;
