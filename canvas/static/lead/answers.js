/** What a poll offers: its answers, one on each line, and whether one may choose more than one. */

import { h } from "../element.js";
import { ANSWER, ANSWERS } from "../limits.js";
import { n, t } from "../words.js";

export function createAnswers() {
	const lines = h("textarea", { name: "answers", rows: 4, on: { keydown(event) { if (event.key === "Enter") event.stopPropagation(); } } });
	const several = h("input", { type: "checkbox", name: "several" });
	const fill = () => {
		lines.value = [t("Yes"), t("No"), t("I do not know")].join("\n");
		several.checked = false;
	};
	fill();
	return {
		element: h("div.poll-answers", { hidden: true }, h("label", t("Answers, one on each line"), lines), h("label", several, t("More than one answer may be chosen"))),
		fill,
		/** What is to be asked, or why that will not do. @returns {[{answers: string[], dots: number}, string]} */
		given() {
			const answers = [...new Set(lines.value.split("\n").map((line) => line.trim()).filter(Boolean))];
			return [{ answers, dots: several.checked ? answers.length : 1 }, wrongWith(answers)];
		},
	};
}

/** @param {string[]} answers */
function wrongWith(answers) {
	if (answers.length < 2) return t("A question needs at least two answers, each on a line of its own.");
	if (answers.length > ANSWERS) return n("At most {count} answer fits.", "At most {count} answers fit.", ANSWERS);
	return answers.some((answer) => [...answer].length > ANSWER) ? n("An answer has at most {count} character.", "An answer has at most {count} characters.", ANSWER) : "";
}
