/** The line to write in, always there: type, Enter, next. */

import { newId } from "./changes.js";
import { swatches } from "./colours.js";
import { button, dress, h, icon, say } from "./element.js";
import { askText } from "./form.js";
import { NAME, NOTE_TEXT } from "./limits.js";
import { named } from "./mirrored.js";
import { addPieces, offer } from "./paste.js";
import { boxOf, placeBeside } from "./places.js";
import { t } from "./words.js";

/** From here on the line tells how many signs are left. */
const NEARLY = NOTE_TEXT - 200;
/** Where the browser cannot let a field grow by itself, it grows by its line breaks. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

/** @type {(room: Room, hooks: ComposerHooks) => Composer} */
export function createComposer(room, { added, aimed }) {
	const { actions, memory, presence, rights } = room;
	/** @type {Spot | null} */ let begun = null;
	/** @type {Point | null} */ let at = null;
	let colour = /** @type {Colour} */ (memory.get("colour") ?? "yellow");
	let [note, behalf, legend] = [newId(), "", ""];
	const invitation = t("Write a note and press Enter");
	const area = h("textarea", { rows: "1", placeholder: invitation, "aria-label": invitation, enterkeyhint: "send", dir: "auto",
		on: { input: changed, blur: () => room.writing(null), keydown: press } });
	const [left, colours] = [h("span.left", { "aria-live": "polite" }), h("span.colours")];
	const [goes, typing] = [h("p.goes"), h("p.typing", { "aria-hidden": "true" })];
	const [words, why] = [h("span"), h("p.why", { role: "status" })];
	/** How one writes here, where not everybody sees at once who writes what. */
	const mode = h("p.mode", { id: "mode", "aria-live": "polite" }, icon("eye-off"), words);
	dress(area, { "aria-describedby": "mode" });
	const add = button({ text: t("Add"), class: "primary add" }, submit);
	const many = button({ text: "–", class: "many-notes" }, () => { if (addPieces(room, area.value, { spot: begun ?? room.spot(), behalf })) begin(""); });
	const voice = button({ icon: "person-plus", text: "–", label: t("Write for somebody"), class: "voice" }, speakFor);
	const sketch = button({ icon: "sketch", text: t("Sketch"), class: "sketch" }, () => actions.sketch(null));
	const element = h("div.composer", { "data-colour": colour }, mode, typing, goes, why, h("div.line", area, left), h("div.composer-tools", colours, voice, sketch, many, add));
	area.value = memory.get("draft") ?? "";

	/** @type {(event: KeyboardEvent) => void} */
	function press(event) {
		const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
		const steps = !area.value && (ctrlKey || metaKey) && !altKey && /^[zy]$/i.test(key);
		if (event.isComposing) return;
		if (key === "Escape") {
			aim(null);
			room.element.focus({ preventScroll: true });
		} else if (steps || (key === "Enter" && !shiftKey)) {
			event.preventDefault();
			if (!steps) submit();
			else if (!event.repeat) shiftKey || /y/i.test(key) ? room.redo() : room.undo();
		}
	}

	function changed() {
		memory.set("draft", area.value);
		begun = area.value ? begun ?? room.spot() : null;
		room.writing(area.value ? note : null, false);
		drawLine();
	}

	/** @param {string} value what the line says now, ready to go on */
	function begin(value) {
		area.value = value;
		changed();
		area.focus();
	}

	function submit() {
		const text = area.value.trim();
		if (!text || actions.tooLong(text)) return;
		const [id, spot] = [note, begun ?? room.spot()];
		const place = spot.stone === room.here ? at : null;
		actions.addNote({ note: id, text, colour, spot, behalf: rights.signed(spot.stone).anonymous ? "" : behalf, at: place });
		note = newId();
		area.value = "";
		aim(place && placeBeside(boxOf(place), room.notesAt(spot.stone).map(boxOf)));
		begin("");
		added(id);
	}

	/** @type {Composer["aim"]} */
	function aim(point) {
		at = point;
		aimed(point);
		if (point) area.focus();
	}

	async function speakFor() {
		behalf = await askText(room, { title: t("Write for somebody"), label: t("Who says it? Leave empty to write for yourself"), value: named(room, behalf), most: NAME, action: t("Save") }) ?? behalf;
		drawLine();
		area.focus();
	}

	function drawLine() {
		const { value } = area;
		const length = [...value].length;
		if (!GROWS) area.rows = Math.min(4, value.split("\n").length);
		say(left, length > NEARLY ? String(NOTE_TEXT - length) : "");
		left.classList.toggle("over", length > NOTE_TEXT);
		const offered = offer(value);
		say(many.firstElementChild, offered);
		say(voice.lastElementChild, named(room, behalf));
		voice.classList.toggle("on", behalf !== "");
		const elsewhere = begun && begun.stone !== room.here && room.stone(begun.stone);
		if (elsewhere) say(goes, t("This note goes to {name}, where you began it.", { name: elsewhere.name }));
		const { writing } = rights.rulesAt(begun?.stone ?? room.here);
		say(words, saidOf(writing, actions.leads));
		[add.hidden, many.hidden, goes.hidden, mode.hidden] = [!value.trim(), !offered, !elsewhere, !words.textContent];
		voice.hidden = writing === "anonymous";
	}

	return {
		area, element, aim,

		draw() {
			const { leads } = actions;
			const told = rights.why(room.here);
			element.hidden = !leads && room.session.you?.role !== "participant";
			element.classList.toggle("resting", Boolean(told));
			say(why, told);
			if (legend !== (legend = JSON.stringify(room.shown.workshop?.legend))) colours.replaceChildren(swatches(room, colour, (next) => {
				memory.set("colour", colour = next);
				dress(element, { "data-colour": colour });
				area.focus();
			}));
			drawLine();
		},

		/** Who else writes a new note here. */
		drawTyping() {
			const writing = presence.fresh().filter(([, { typing, stone }]) => typing && stone === room.here && !room.shown.notes.has(typing));
			say(typing, typingOf(writing.map(([person]) => room.nameOf(person)).filter(Boolean)));
		},
	};
}

/** @type {(names: string[]) => string} */
function typingOf([one, other, ...more]) {
	if (more.length) return t("{count} people are typing…", { count: more.length + 2 });
	if (other) return t("{one} and {other} are typing…", { one: one ?? "", other });
	return one ? t("{name} is typing…", { name: one }) : "";
}

/** @type {(writing: Writing, leads: boolean) => string} */
function saidOf(writing, leads) {
	if (writing === "private") return leads ? t("Only you see this until you reveal it") : t("Only you see this until the facilitator reveals it");
	if (writing === "moderated") return leads ? t("You let notes in; your own show at once") : t("The facilitator lets notes in");
	return writing === "anonymous" ? t("Nobody sees who wrote this") : "";
}
