/** Every limit of the room, in one table: the twin of canvas/board/limits.py, with the same names and figures. */

export const NOTE_TEXT = 2000;
export const NAME = 60;
export const TITLE = 200;
export const CLUSTER_TITLE = 80;
export const LINK_WORD = 60;
export const MEANING = 60;
export const COMMENT = 1000;
export const STORY_PART = 2000;
export const STORY_SOURCE = 4000;
export const REMARK = 2000;
export const NOTES_PER_STONE = 3000;
export const NOTES_PER_WORKSHOP = 10000;
export const NOTES_AT_ONCE = 200;
export const CLUSTERS_PER_WORKSHOP = 1000;
export const LINKS_PER_WORKSHOP = 2000;
export const REACTIONS_PER_WORKSHOP = 20000;
export const COMMENTS_PER_WORKSHOP = 5000;
export const SNAPSHOTS_PER_STONE = 6;
export const STORIES_PER_WORKSHOP = 2000;
export const PEOPLE_PER_WORKSHOP = 500;
export const PEOPLE_EVER = 5000;
export const FRAME_BYTES = 65536;
export const COORDINATE = 100000;
export const PICTURE_BYTES = 10485760;
export const STROKES_BYTES = 2097152;
export const PICTURE_SIDE = 1600;
export const PHOTOGRAPH_PIXELS = 50000000;
export const PICTURE_BYTES_PER_WORKSHOP = 41943040;
export const ARCHIVE_BYTES = 301989888;
export const LAYER = 1000000000;
export const PRESENCE_PER_SECOND = 10;
export const CHANGES_PER_SECOND = 50;
export const ONE_LINE = /** @type {readonly string[]} */ (["name", "title", "organisation", "role", "want", "benefit", "word", "behalf", "legend"]);
export const SIZES = /** @type {const} */ (["small", "medium", "large"]);
export const SIGNS = /** @type {const} */ (["agree", "heart", "question", "star"]);
export const COLOURS = /** @type {const} */ (["yellow", "orange", "pink", "purple", "blue", "teal", "green", "grey"]);
export const ID = /^[\x21-\x7e]{1,64}$/;
export const PICTURE_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The size of a note on the board, in board pixels: only browsers know it. */
export const NOTE_WIDTH = 200;
export const NOTE_HEIGHT = 130;
