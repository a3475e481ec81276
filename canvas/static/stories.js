/** The user stories of the stone in view: told in three fields, or made from a note. */

import { createPanel } from "./dialog.js";
import { button, h, refill, say } from "./element.js";
import { failureOf } from "./form.js";
import { createStoryForm } from "./storyform.js";
import { t } from "./words.js";

/** @param {Room} room @returns {Panel} */
export function open(room) {
	const { actions, session } = room;
	const [title, list] = [h("h2", { tabindex: "-1" }), h("ul.story-list")];
	const form = createStoryForm(room, draw);
	const element = createPanel(room, t("User stories"), title, list, form.element,
		h("a.many", { href: room.data.pages.stories }, t("All stories, and pasting many at once")));

	function draw() {
		const stone = room.stone(room.here);
		if (!stone) return room.closePanel();
		const stories = room.storiesAt(stone.id);
		say(title, t("User stories at {name}", { name: stone.name }));
		form.element.hidden = !actions.mayWrite;
		return refill(list, stories.length ? stories.map(row) : h("li.soft", t("None yet. A story tells who wants what, and why.")));
	}

	/** @param {Story} story */
	function row(story) {
		const { id, role, want, benefit } = story;
		const told = h("p", { dir: "auto" }, role && [soft(`${t("As a")} `), role, " ", soft(`${t("I want")} `)], want, benefit && [soft(` ${t("so that")} `), benefit]);
		return h("li.story", h("div", told, story.note && h("p.soft.from", t("from a note")), failureOf(room, `stories:${id}`)),
			actions.mayEdit(story) && h("div.story-tools",
				button({ icon: "pencil", label: t("Edit this story"), class: "plain", "data-id": id }, () => form.edit(story)),
				button({ icon: "trash", label: t("Delete this story"), class: "plain", "data-id": `delete ${id}` }, () => remove(story))));
	}

	/** @param {Story} story */
	function remove({ id: story }) {
		actions.undoable(t("Story deleted"), () => session.ask({ kind: "story.delete", story }));
	}

	return {
		element,
		open(note) {
			draw();
			if (note || actions.mayWrite) form.begin(note);
			else title.focus();
		},
		draw({ all, place, keys }) {
			if (all || place || [...keys].some((key) => key.startsWith("stories:"))) draw();
		},
	};
}

/** @param {string} words */
const soft = (words) => h("span.soft", words);
