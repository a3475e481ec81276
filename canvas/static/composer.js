/** The line to write in, always there: type, Enter, next. */

import { newId } from "./changes.js";
import { swatches } from "./colours.js";
import { button, h, say } from "./element.js";
import { askText } from "./form.js";
import { NAME, NOTE_TEXT } from "./limits.js";
import { addPieces, offer } from "./paste.js";
import { boxOf, placeBeside } from "./places.js";
import { t } from "./words.js";

/** From here on the line tells how many signs are left. */
const NEARLY = NOTE_TEXT - 200;
/** Where the browser cannot let a field grow by itself, it grows by its line breaks. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

export class Composer {
	#note = newId();
	/** @type {Spot | null} */ #begun = null;
	/** @type {Point | null} */ #at = null;
	#behalf = "";
	#legend = "";
	#left = h("span.left", { "aria-live": "polite" });
	#goes = h("p.goes", { hidden: true });
	#typing = h("p.typing", { "aria-hidden": "true" });
	#add = button({ text: t("Add"), class: "primary add" }, () => this.#submit());
	#many = button({ text: "–", class: "many-notes", hidden: true }, () => this.#split());
	#voice = button({ icon: "person-plus", text: "–", label: t("Write for somebody"), class: "voice" }, () => this.#speakFor());
	#colours = h("span.colours");

	/** @param {Room} room @param {{added: (note: string) => void, aimed: (at: Point | null) => void}} hooks */
	constructor(room, hooks) {
		this.room = room;
		this.hooks = hooks;
		this.colour = /** @type {Colour} */ (room.memory.get("colour") ?? "yellow");
		const invitation = t("Write a note and press Enter");
		this.area = h("textarea", { rows: "1", placeholder: invitation, "aria-label": invitation, enterkeyhint: "send", dir: "auto",
			on: { input: () => this.#changed(), blur: () => room.writing(null), keydown: (event) => this.#key(event) } });
		this.area.value = room.memory.get("draft") ?? "";
		const sketch = button({ icon: "sketch", text: t("Sketch"), class: "sketch" }, () => room.actions.sketch(null));
		this.element = h("div.composer", { "data-colour": this.colour }, this.#typing, this.#goes, h("div.line", this.area, this.#left),
			h("div.composer-tools", this.#colours, this.#voice, sketch, this.#many, this.#add));
	}

	draw() {
		const { room } = this;
		this.element.hidden = !room.actions.mayWrite;
		if (this.#legend !== (this.#legend = JSON.stringify(room.shown.workshop?.legend))) {
			this.#colours.replaceChildren(swatches(room, this.colour, (colour) => this.#choose(colour)));
		}
		this.#drawLine();
	}

	/** @param {Point | null} point where the next note goes, or null for the next free place */
	aim(point) {
		this.#at = point;
		this.hooks.aimed(point);
		if (point) this.area.focus();
	}

	/** Who else writes a new note here. */
	drawTyping() {
		const { presence, here, shown } = this.room;
		const names = presence.fresh().filter(([, { typing, stone }]) => typing && stone === here && !shown.notes.has(typing));
		say(this.#typing, typingOf(names.map(([person]) => this.room.nameOf(person)).filter(Boolean)));
	}

	/** @param {KeyboardEvent} event */
	#key(event) {
		if (event.isComposing) return;
		if (event.key === "Enter" && !event.shiftKey) {
			event.preventDefault();
			this.#submit();
		}
		const step = !this.area.value && (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key);
		if (step) {
			event.preventDefault();
			if (!event.repeat) event.shiftKey || /y/i.test(event.key) ? this.room.redo() : this.room.undo();
		}
		if (event.key !== "Escape") return;
		this.aim(null);
		this.room.element.focus({ preventScroll: true });
	}

	#changed() {
		const { area: { value }, room } = this;
		room.memory.set("draft", value);
		this.#begun = value ? this.#begun ?? room.spot() : null;
		room.writing(value ? this.#note : null, false);
		this.#drawLine();
	}

	/** @param {string} value what the line says now, ready to go on */
	#begin(value) {
		this.area.value = value;
		this.#changed();
		this.area.focus();
	}

	#submit() {
		const { room, area, colour } = this;
		const text = area.value.trim();
		if (!text || room.actions.tooLong(text)) return;
		const spot = this.#begun ?? room.spot();
		const note = this.#note;
		const at = spot.stone === room.here ? this.#at : null;
		room.actions.addNote({ note, text, colour, spot, behalf: this.#behalf, at });
		this.#note = newId();
		area.value = "";
		this.aim(at && placeBeside(boxOf(at), room.notesAt(spot.stone).map(boxOf)));
		this.#begin("");
		this.hooks.added(note);
	}

	/** What was pasted becomes a note for each line or cell. */
	#split() {
		if (addPieces(this.room, this.area.value)) this.#begin("");
	}

	async #speakFor() {
		this.#behalf = await askText(this.room, { title: t("Write for somebody"), label: t("Who says it? Leave empty to write for yourself"), value: this.#behalf, most: NAME, action: t("Save") }) ?? this.#behalf;
		this.#drawLine();
		this.area.focus();
	}

	/** @param {Colour} colour */
	#choose(colour) {
		this.room.memory.set("colour", this.colour = this.element.dataset.colour = colour);
		this.area.focus();
	}

	#drawLine() {
		const { area, room } = this;
		const length = area.value.length - (area.value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
		if (!GROWS) area.rows = Math.min(4, area.value.split("\n").length);
		say(this.#left, length > NEARLY ? String(NOTE_TEXT - length) : "");
		this.#left.classList.toggle("over", length > NOTE_TEXT);
		this.#add.hidden = !area.value.trim();
		const offered = offer(area.value);
		this.#many.hidden = !offered;
		say(this.#many.firstElementChild, offered ?? "");
		say(this.#voice.lastElementChild, this.#behalf);
		this.#voice.classList.toggle("on", this.#behalf !== "");
		const elsewhere = this.#begun && this.#begun.stone !== room.here && room.stone(this.#begun.stone);
		this.#goes.hidden = !elsewhere;
		if (elsewhere) say(this.#goes, t("This note goes to {name}, where you began it.", { name: elsewhere.name }));
	}
}

/** @param {string[]} names */
function typingOf({ 0: one = "", 1: other = "", length: count }) {
	if (count > 2) return t("{count} people are typing…", { count });
	return other ? t("{one} and {other} are typing…", { one, other }) : one && t("{name} is typing…", { name: one });
}
