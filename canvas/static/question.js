/** The left side of a stone: its name, one question in view, its prompts; the other questions folded. */

import { button, dress, h, icon, refill, say } from "./element.js";
import { later } from "./later.js";
import { createParking } from "./parking.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createQuestion(room) {
	const [where, name, text] = [h("p.where"), h("h1"), h("h2.question-text")];
	const [prompts, count, others, told] = [h("ul.prompts"), h("span.of"), h("ol.others"), h("strong.figure")];
	const [back, on] = [button({ icon: "back", label: t("Previous question") }, () => step(-1)), button({ icon: "on", label: t("Next question") }, () => step(1))];
	const turn = h("div.turn", back, count, on);
	const all = h("details.all", h("summary", t("All questions"), icon("down")), others);
	const stories = button({ icon: "story", text: t("User stories"), class: "stories-button" }, () => room.openPanel("stories"), told);
	const parking = createParking(room);
	const more = button({ icon: "down", label: t("More about this question"), class: "plain more", "aria-expanded": "false" }, () => {
		dress(more, { "aria-expanded": String(fold.classList.toggle("unfolded")) });
	});
	const [concluded, change] = [h("p", { dir: "auto" }), button({ icon: "pencil", label: t("Change the conclusion"), class: "plain" }, () => later(room, "lead/conclusion", room.here))];
	const conclusion = h("section.conclusion", h("h3", t("Conclusion")), concluded, change);
	const fold = h("div.fold", h("div.question-head", where, name, text, more), conclusion, h("div.question-body", prompts, turn, all));
	const element = h("aside.question", { "aria-label": t("The question") }, fold, stories, parking.element);
	let shown = "";

	/** @param {number} by */
	function step(by) {
		const stone = room.stone(room.here);
		const next = stone?.questions[indexOf(stone, room.place.here.question) + by];
		if (next) room.goToQuestion(next.id);
	}

	/** @param {Stone} stone @param {number} at */
	function turnTo({ lead, questions }, at) {
		const question = questions[at];
		say(text, question?.text ?? lead);
		prompts.replaceChildren(...(question?.prompts ?? []).map((prompt) => h("li", prompt)));
		say(count, t("Question {at} of {all}", { at: at + 1, all: questions.length }));
		// Not disabled: that would take the focus away.
		dress(back, { "aria-disabled": at <= 0 && "true" });
		dress(on, { "aria-disabled": at >= questions.length - 1 && "true" });
		refill(others, questions.map(({ id, text }) => h("li", button({ text, "data-id": id, "aria-current": id === question?.id && "true" }, () => room.goToQuestion(id)))));
	}

	return {
		element,
		draw() {
			const stone = room.stone(room.here);
			element.hidden = !stone;
			parking.draw();
			if (!stone) return;
			const { id, number = 0 } = stone;
			const at = indexOf(stone, room.place.here.question);
			where.hidden = !number;
			for (const part of [turn, all, more]) part.hidden = !stone.questions.length; // the parking lot asks nothing
			say(where, number > room.stones().length ? t("Not in the programme") : t("Stone {number} of {all}", { number, all: room.stones().length }));
			say(name, stone.name);
			say(told, String(room.storiesAt(id).length));
			say(concluded, room.shown.stones.get(id)?.conclusion ?? "");
			conclusion.hidden = !concluded.textContent;
			change.hidden = !room.actions.leads;
			if (shown !== (shown = JSON.stringify([id, at, stone.lead, stone.questions]))) turnTo(stone, at);
		},
	};
}

/** The first one where the room names none. @param {Stone} stone @param {string | null} question */
export const indexOf = ({ questions }, question) => Math.max(0, questions.findIndex(({ id }) => id === question));
