/** A group reports back: its name, the question that it worked at, its notes. */

import { h } from "../element.js";
import { indexOf } from "../question.js";
import { t } from "../words.js";
import { notesOf } from "./scenes.js";
import { createSlips } from "./slips.js";

/** @param {Room} room @returns {WallScene} */
export function createReporting(room) {
	const slips = createSlips(room);
	const nothing = h("p.wall-nothing", t("This group has no notes yet."));
	const group = () => room.shown.groups.get(room.shown.workshop?.presenting ?? "");
	return {
		element: h("section.wall-scene", slips.element, nothing),
		head: () => [questionOf(room, group()), group()?.name ?? ""],
		draw() {
			const presenting = group();
			const notes = presenting ? notesOf(room.shown, presenting).sort((one, other) => one.created - other.created) : [];
			nothing.hidden = notes.length > 0;
			slips.draw(notes);
		},
	};
}

/** @param {Room} room @param {Group | undefined} group */
function questionOf(room, group) {
	const stone = room.stone(group?.stone ?? room.here);
	if (!stone) return "";
	const question = stone.id === room.here ? room.place.here.question : null;
	return `${stone.name}: ${stone.questions[indexOf(stone, question)]?.text ?? stone.lead}`;
}
