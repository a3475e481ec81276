/** The three fields of a user story: a new one, one from a note, or one that is edited. */

import { newId, PARKING } from "./changes.js";
import { button, h, say } from "./element.js";
import { sending } from "./form.js";
import { STORY_PART } from "./limits.js";
import { t } from "./words.js";

/** @param {Room} room @param {() => void} kept */
export function createStoryForm(room, kept) {
	/** @type {{edited?: Story, source?: Note}} */ let about = {};
	const [from, wrong, save] = [h("p.soft.from"), h("p.error", { role: "alert" }), h("button.primary", { type: "submit" })];
	const cancel = button({ text: t("Cancel") }, () => begin());
	const labels = [[t("As a"), t("visitor, volunteer, colleague")], [t("I want"), t("to do or know something")], [t("so that"), t("what it is good for")]];
	const areas = labels.map(([, placeholder]) => h("textarea", { rows: "1", placeholder, dir: "auto" }));
	const fields = areas.map((area, at) => h("label.field", h("span", labels[at]?.[0]), area));
	const element = h("form.story-form", { on: { input: remember, ...sending(submit) } }, from, fields, wrong, h("div.row-of-buttons", save, cancel));
	const texts = () => areas.map(({ value }) => value);
	fill(JSON.parse(room.memory.get("story") || "[]"));

	/** What is typed for a new story survives a reload. */
	function remember() {
		if (!about.edited) room.memory.set("story", JSON.stringify(texts()));
	}

	/** @param {string[]} parts */
	function fill(parts) {
		const source = about.source?.text ?? "";
		const text = source.length > 80 ? `${source.slice(0, 78)}…` : source;
		areas.forEach((area, at) => { area.value = parts[at] ?? ""; });
		say(wrong, "");
		say(save, about.edited ? t("Save the story") : t("Add the story"));
		cancel.hidden = !about.edited && !about.source;
		from.hidden = !about.source;
		say(from, t("From the note “{text}”", { text }));
	}

	/** Empty for a new story, or with what is known. @param {string[]} [parts] @param {typeof about} [next] */
	function begin(parts = [], next = {}) {
		about = {};
		fill([]);
		remember();
		about = next;
		fill(parts);
	}

	function submit() {
		const parts = texts().map((text) => text.trim());
		const [role, want, benefit] = parts;
		say(wrong, wrongWith(parts));
		if (wrong.textContent) return areas[1]?.focus();
		const { edited, source } = about;
		const stone = source?.stone ?? room.here;
		const where = edited ? { kind: "story.edit", story: edited.id } : { kind: "story.add", story: newId(), stone: stone === PARKING ? null : stone, note: source?.id ?? null };
		room.session.ask({ ...where, role, want, benefit });
		begin();
		areas[0]?.focus();
		return kept();
	}

	return {
		element,
		/** @param {Note} [source] what the story is made from */
		begin(source) {
			if (source) begin(["", source.text], { source });
			areas[0]?.focus();
		},
		/** @param {Story} edited */
		edit(edited) {
			begin([edited.role, edited.want, edited.benefit], { edited });
			areas[0]?.focus();
		},
	};
}

/** @param {string[]} parts role, want, benefit */
function wrongWith(parts) {
	if (!parts[1]) return t("Fill in what is wanted; the rest may wait.");
	return parts.some((part) => [...part].length > STORY_PART) ? t("Each part holds at most {most} characters.", { most: STORY_PART }) : "";
}
