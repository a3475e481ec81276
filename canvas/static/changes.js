/** The closed vocabulary of changes: the twin of canvas/board/changes.py. */

/** The near bank: where the room stands before the first stone. */
export const FRAMING = "framing";
/** The parking lot: a board that is no stone. */
export const PARKING = "parking";

export const KINDS = new Set([
	"note.add", "note.edit", "note.delete", "note.restore", "notes.add", "notes.edit", "notes.delete", "notes.restore",
	"picture.add", "cluster.add", "cluster.edit", "cluster.move", "cluster.delete", "link.add", "link.edit",
	"link.delete", "reaction.set", "comment.add", "comment.delete", "snapshot.restore", "sketch.save", "story.add",
	"story.edit", "story.delete", "story.restore", "score.set", "room.move", "stone.finish", "workshop.edit",
	"person.join", "person.rename", "person.remove", "code.renew", "key.renew", "session.begin", "session.close", "session.reopen",
	"spotlight.set", "group.present", "timer.start", "timer.pause", "timer.resume", "timer.add", "timer.stop",
	"ready.set", "stone.edit", "stone.add", "stone.delete", "notes.reveal", "word.set", "person.mute", "person.lead",
	"person.merge", "person.seat", "groups.set", "group.edit", "vote.open", "vote.close", "vote.delete", "dots.set",
	"programme.set", "script.set", "action.add", "action.edit", "action.delete",
]);

/** A new id of 20 signs: the local network is no secure context, so there is no randomUUID. */
export function newId() {
	const bytes = crypto.getRandomValues(new Uint8Array(15));
	return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}
