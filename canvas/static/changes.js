/** The closed vocabulary of changes, and what it is about: the twin of canvas/board/changes.py. */

/** @typedef {"yellow"|"orange"|"pink"|"purple"|"blue"|"teal"|"green"|"grey"} Colour */
/** @typedef {"facilitator"|"participant"|"projector"|"reader"} Role */
/**
 * @typedef {{id: string, stone: string, question: string|null, text: string, colour: Colour, x: number, y: number,
 *   z: number, author: string|null, created: number, picture: string|null, width: number, height: number}} Note
 */
/**
 * @typedef {{id: string, stone: string|null, role: string, want: string, benefit: string, note: string|null,
 *   source: string, author: string|null, created: number}} Story
 */
/** @typedef {{id: string, name: string, role: Role, joined: number}} Person */
/** @typedef {{question: string, score: number|null, remark: string}} Score */
/**
 * @typedef {{id: string, title: string, organisation: string, relations: string[], language: string, code: string,
 *   created: number, delete_after: string, door_open: boolean, stone: string, question: string|null}} Workshop
 */
/** @typedef {{kind: string, [field: string]: any}} Do what somebody asks for */
/** @typedef {{seq: number, id: string, by: string|null, at: number, kind: string, [field: string]: any}} Change */

/** The near bank: where the room stands before the first stone. */
export const FRAMING = "framing";

/** The fields of each kind; those after the bar are optional. */
export const KINDS = /** @type {Record<string, string>} */ ({
  "note.add": "note stone text | question colour x y",
  "note.edit": "note | text colour x y question",
  "note.delete": "note",
  "note.restore": "note",
  "sketch.save": "note stone text picture width height | question x y",
  "story.add": "story stone role want | benefit note source",
  "story.edit": "story | role want benefit stone",
  "story.delete": "story",
  "score.set": "question score | remark",
  "room.move": "stone | question",
  "stone.finish": "stone finished",
  "workshop.edit": "| title organisation relations language delete_after door_open",
  "person.join": "person name role",
  "person.rename": "person name",
  "person.remove": "person",
  "code.renew": "",
});

/** A new id of 20 signs: the local network is no secure context, so there is no randomUUID. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}
