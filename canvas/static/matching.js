/** What a search finds. Pure, no DOM. */

import { PARKING } from "./changes.js";
import { commentsByNote } from "./remarks.js";

/** What records say, read once: a record that changes is another. @type {WeakMap<object, string>} */ const read = new WeakMap();

/** Text as it is compared: without accents and capitals. @param {string} text */
export function plainText(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Tells of notes and stories whether they are what somebody looks for; null where they look for nothing.
 * @param {State} state @param {Wish} wish
 */
export function finderOf(state, { text = "", author, stone, question, colour, reacted, loose }) {
  const words = plainText(text).split(/\s+/).filter(Boolean);
  if (![...words, author, stone, question, colour, reacted, loose].some(Boolean)) return null;
  const comments = words.length ? commentsByNote(state) : new Map();
  const around = (/** @type {any} */ { id, author, cluster }) => plainText([state.people.get(author)?.name, state.clusters.get(cluster)?.title,
    ...(comments.get(id) ?? []).map((/** @type {Comment} */ comment) => comment.text)].join("\n"));
  const own = (/** @type {any} */ { text, behalf, role, want, benefit }) => plainText([text, behalf, role, want, benefit].join("\n"));
  return (/** @type {any} */ record) => {
    // A story has no colour, question, cluster or reactions, and so falls out where one asks for these.
    if ((author && record.author !== author) || (stone && (record.stone ?? PARKING) !== stone) || (question && record.question !== question)) return false;
    if ((colour && record.colour !== colour) || (reacted && !state.reactions.has(record.id)) || (loose && record.cluster !== null)) return false;
    if (!words.length) return true;
    if (!read.has(record)) read.set(record, own(record));
    const said = `${read.get(record)}\n${around(record)}`;
    return words.every((word) => said.includes(word));
  };
}

/** All that fits, by board in the order of the path. @param {State} state @param {Wish} wish @param {string[]} boards */
export function found(state, wish, boards) {
  const fits = finderOf(state, wish);
  /** @type {(Note | Story)[]} */ const records = fits ? [...state.notes.values(), ...state.stories.values()].filter(fits) : [];
  return boards.map((board) => ({ board, records: records.filter(({ stone }) => (stone ?? PARKING) === board) })).filter((group) => group.records.length);
}
