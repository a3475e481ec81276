/** Words that the server did not take: which changes hold some, and as what they can be tried again. */

import { newId, PARKING } from "./changes.js";

const TYPED = /^(notes?|story|comment|action)\.(add|edit)$|^stone\.(edit|finish)$|^(script|word)\.set$/;
const WORDS = ["text", "role", "want", "benefit", "notes", "what", "who", "conclusion", "word"];
const ANEW = /^((script|word)\.set|(stone|action)\.edit)$/;

/** Would somebody have to write it again? @type {(change: Do) => boolean} */
export const isTyped = (change) => TYPED.test(change.kind) && WORDS.some((field) => field in change);

/** Does it say what the other one said, in its place? @type {(change: Do, other: Do) => boolean} */
export const isAnew = (change, other) => ANEW.test(change.kind) && other.kind === change.kind && Object.keys(other).every((field) => field in change);

/** The id under which a change is tried anew: the same in each tab, so nothing is there twice. @param {string} id */
export const again = (id) => (id.length < 60 ? `${id}~` : newId());

/** What can be tried again, where its note, story or action was deleted meanwhile too: words become new ones, in the parking lot where their board is not known. Null where nothing is left to say. @type {(refused: Pending, truth: State) => Pending | null} */
export function rescued(refused, truth) {
	const { kind, note, story, action, what, text, stone: at, conclusion } = refused.do;
	if (kind === "action.edit" && !what && !truth.actions.has(action)) return null;
	const id = again(refused.id);
	const { stone = PARKING, question, colour, size, behalf, x, y } = truth.trash.get(note) ?? {};
	const said = !truth.notes.has(note) && { kind: "note.add", note: id, stone, question, colour, size, behalf, x, y, text };
	const alone = !truth.notes.has(note) && { ...refused.do, note: null };
	const renewed = {
		"note.edit": said, "comment.add": said,
		"action.add": alone, "story.add": alone,
		"action.edit": !truth.actions.has(action) && { ...refused.do, kind: "action.add", action: id },
		"story.edit": !truth.stories.has(story) && { stone: null, ...refused.do, kind: "story.add", story: id },
		// Only its conclusion was written, and a stone that is not finished should not look so.
		"stone.finish": { kind: "stone.edit", stone: at, conclusion },
	}[kind];
	return { ...refused, id, do: renewed || refused.do };
}
