/** The closed vocabulary of changes, and what it is about: the twin of canvas/board/changes.py. */

/** The near bank: where the room stands before the first stone. */
export const FRAMING = "framing";
/** The parking lot: a board that is no stone. */
export const PARKING = "parking";

/** The fields of each kind; those after the bar are optional. */
export const KINDS = /** @type {Record<string, string>} */ ({
	"note.add": "note stone text | question colour size cluster behalf x y",
	"note.edit": "note | text colour size cluster behalf x y question stone",
	"note.delete": "note",
	"note.restore": "note",
	"notes.add": "stone notes",
	"notes.edit": "edits",
	"notes.delete": "notes",
	"notes.restore": "notes",
	"picture.add": "note stone text picture width height | question size x y",
	"cluster.add": "cluster stone title notes",
	"cluster.edit": "cluster | title collapsed",
	"cluster.move": "cluster dx dy",
	"cluster.delete": "cluster",
	"link.add": "link start end | word",
	"link.edit": "link word",
	"link.delete": "link",
	"reaction.set": "note sign on",
	"comment.add": "comment note text",
	"comment.delete": "comment",
	"snapshot.restore": "snapshot",
	"sketch.save": "note stone text picture width height | question size x y",
	"story.add": "story stone role want | benefit note source",
	"story.edit": "story | role want benefit stone",
	"story.delete": "story",
	"story.restore": "story",
	"score.set": "question score | remark",
	"room.move": "stone | question",
	"stone.finish": "stone finished",
	"workshop.edit": "| title organisation relations language delete_after door_open legend cursors",
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
