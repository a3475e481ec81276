/** The three fields of a user story, for a new one, one from a note, or one that is edited. */

import { newId, PARKING } from "./changes.js";
import { button, h, say } from "./element.js";
import { sending } from "./form.js";
import { STORY_PART } from "./limits.js";
import { t } from "./words.js";

export class StoryForm {
	/** @type {Story | undefined} */ #edited;
	/** @type {Note | undefined} */ #source;
	#from = h("p.soft.from");
	#wrong = h("p.error", { role: "alert" });
	#save = h("button.primary", { type: "submit" });
	#cancel = button({ text: t("Cancel") }, () => this.#begin());
	#fields = [[t("As a"), t("visitor, volunteer, colleague")], [t("I want"), t("to do or know something")], [t("so that"), t("what it is good for")]].map(([label, placeholder]) => {
		const area = h("textarea", { rows: "1", placeholder, dir: "auto" });
		return { area, element: h("label.field", h("span", label), area) };
	});

	/** @param {Room} room @param {() => void} kept */
	constructor(room, kept) {
		this.room = room;
		this.kept = kept;
		this.element = h("form.story-form", { on: { input: () => this.#remember(), ...sending(() => this.#submit()) } },
			this.#from, this.#fields.map(({ element }) => element), this.#wrong, h("div.row-of-buttons", this.#save, this.#cancel));
		this.#fill(JSON.parse(room.memory.get("story") || "[]"));
	}

	/** @param {Note} [note] what the story is made from */
	begin(note) {
		if (note) this.#begin(["", note.text], note);
		this.#focus(0);
	}

	/** @param {Story} story */
	edit(story) {
		this.#begin([story.role, story.want, story.benefit], undefined, story);
		this.#focus(0);
	}

	#submit() {
		const [role = "", want = "", benefit = ""] = this.#texts().map((text) => text.trim());
		say(this.#wrong, wrongWith([role, want, benefit]));
		if (this.#wrong.textContent) return this.#focus(1);
		this.#ask({ role, want, benefit });
		this.#begin();
		this.#focus(0);
		return this.kept();
	}

	/** @param {{role: string, want: string, benefit: string}} told */
	#ask(told) {
		const { session, here } = this.room;
		if (this.#edited) return session.ask({ kind: "story.edit", story: this.#edited.id, ...told });
		const stone = this.#source?.stone ?? here;
		return session.ask({ kind: "story.add", story: newId(), stone: stone === PARKING ? null : stone, note: this.#source?.id ?? null, ...told });
	}

	/** An empty form for a new story, or one with what is known. @param {string[]} [texts] @param {Note} [source] @param {Story} [edited] */
	#begin(texts = [], source, edited) {
		this.#edited = this.#source = undefined;
		this.#fill([]);
		this.#remember();
		[this.#source, this.#edited] = [source, edited];
		this.#fill(texts);
	}

	/** @param {string[]} texts */
	#fill(texts) {
		const source = this.#source?.text ?? "";
		const text = source.length > 80 ? `${source.slice(0, 78)}…` : source;
		this.#fields.forEach(({ area }, index) => { area.value = texts[index] ?? ""; });
		say(this.#wrong, "");
		say(this.#save, this.#edited ? t("Save the story") : t("Add the story"));
		this.#cancel.hidden = !this.#edited && !this.#source;
		this.#from.hidden = !this.#source;
		say(this.#from, t("From the note “{text}”", { text }));
	}

	/** @param {number} at */
	#focus(at) {
		this.#fields[at]?.area.focus();
	}

	#texts() {
		return this.#fields.map(({ area }) => area.value);
	}

	/** What is typed for a new story survives a reload. */
	#remember() {
		if (!this.#edited) this.room.memory.set("story", JSON.stringify(this.#texts()));
	}
}

/** @param {string[]} parts role, want, benefit */
function wrongWith(parts) {
	if (!parts[1]) return t("Fill in what is wanted; the rest may wait.");
	return parts.some((part) => [...part].length > STORY_PART) ? t("Each part holds at most {most} characters.", { most: STORY_PART }) : "";
}
