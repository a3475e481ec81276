/** One note as it lies on the board. */

import { button, dress, h, icon, say } from "./element.js";
import { fit } from "./fitting.js";
import { reactionsOf } from "./remarks.js";
import { t } from "./words.js";

/** Cut by us rather than by the browser, for whom each clipped name is a layer to weigh. */
const NAME_FITS = { small: 14, medium: 24, large: 36 };

/** @param {Note} note */
export function createCard(note) {
	const words = h("p", { class: note.picture ? "note-text caption" : "note-text", dir: "auto" });
	const author = h("span.note-author");
	const picture = note.picture ? h("img.note-picture", { alt: "", draggable: "false", decoding: "async" }) : null;
	const marks = h("span.note-marks");
	const element = h("div", { class: note.picture ? "note sketched" : "note", "data-note": note.id, tabindex: "-1", role: "listitem" },
		picture, words, h("div.note-foot", author, marks));
	return { element, words, author, picture, marks, text: "", size: "" };
}

/** @param {Card} card @param {Note} note @param {Room} room */
export function drawCard(card, note, room) {
	const { element, picture } = card;
	const name = nameAt(note, room);
	const fits = NAME_FITS[note.size];
	dress(element, { "data-colour": note.colour, "data-size": note.size, "data-private": note.audience !== "all", "aria-label": spokenOf(note, name, room) });
	element.classList.toggle("own", room.rights.may("move", note));
	element.classList.toggle("lit", room.shown.workshop?.spotlight === note.id);
	if ((card.text !== note.text || card.size !== note.size) && !element.classList.contains("editing")) drawWords(card, note);
	say(card.author, name.length > fits ? `${name.slice(0, fits - 1)}…` : name);
	card.marks.replaceChildren(...[hiddenMark(room, note) ?? reactionsOf(room, note) ?? []].flat());
	room.voting?.lay(/** @type {HTMLElement} */ (card.marks.parentElement), note);
	const source = note.picture ? room.data.pictures + note.picture : null;
	if (picture && source && picture.getAttribute("src") !== source) dress(picture, { src: source });
	drawState(element, note, room);
}

/** By margins, for the browser weighs each thing with a position or a transform of its own in every frame of a pan. @param {HTMLElement} element @param {Point} at @param {Offset} [hung] */
export function placeCard(element, { x, y }, hung) {
	element.style.margin = `${y}px 0 0 ${x}px`;
	element.style.translate = hung ? `${hung.dx}px ${hung.dy}px` : "";
}

/** Whose words these are; to oneself that is said of no hidden note. @param {Note} note @param {Room} room */
export const nameAt = (note, { authorOf, rights }) => note.audience !== "all" && !note.behalf && rights.isMine(note) ? "" : authorOf(note);

/** That not everybody sees it yet; null where they do. @param {Room} room @param {Note} note */
export function hiddenMark({ rights }, note) {
	if (note.audience === "all") return null;
	const told = note.audience === "author" ? t("Only you see this") : rights.isMine(note) ? t("Waits for the facilitator") : t("Waits to be let in");
	return h("span.signs.hidden-mark", h("span", icon("eye-off"), told));
}

/** @param {Card} card @param {Note} note */
function drawWords(card, note) {
	const { size, line, fits } = fit(note.text, note.size);
	const cut = !note.picture && fits < note.text.length;
	Object.assign(card, { text: note.text, size: note.size });
	// Cut by us too: each clip is weighed in every frame of a pan.
	card.words.replaceChildren(...cut ? [note.text.slice(0, fits), h("span.rest", note.text.slice(fits))] : [note.text]);
	card.words.style.cssText = note.picture ? "" : `font-size:${size}px;line-height:${line}px`;
	card.element.classList.toggle("cut", cut);
}

/** @param {Note} note @param {string} name @param {Room} room */
function spokenOf(note, name, room) {
	const what = note.sketch ? t("Sketch: {title}", { title: note.text }) : note.picture ? t("Picture: {title}", { title: note.text }) : note.text;
	const cluster = note.cluster ? room.session.shown.clusters.get(note.cluster)?.title : "";
	const by = name ? t("{text}, by {name}", { text: what, name }) : what;
	const told = note.audience === "all" ? by : `${by}. ${hiddenMark(room, note)?.textContent}`;
	return cluster ? t("{text}, in the cluster {title}", { text: told, title: cluster }) : told;
}

/** Saved, waiting or failed. @param {HTMLElement} element @param {Note} note @param {Room} room */
export function drawState(element, note, room) {
	const waiting = room.session.waitingFor(`notes:${note.id}`);
	const failed = waiting.find((pending) => pending.failed !== null);
	element.classList.toggle("waiting", waiting.length > 0 && !failed);
	element.classList.toggle("unsaved", Boolean(failed));
	const told = element.querySelector(".note-failed");
	// Told already: somebody may be pressing its buttons.
	if (told?.getAttribute("data-failed") === failed?.id) return;
	told?.remove();
	if (!failed) return;
	const { session } = room;
	element.append(h("div.note-failed", { "data-failed": failed.id, title: failed.failed }, icon("warning"), h("span.why", failed.failed),
		button({ text: t("Try again") }, () => session.retry(failed.id)),
		button({ icon: "close", label: t("Throw this text away") }, () => failed.do.notes ? session.ask({ kind: "note.delete", note: note.id }) : session.giveUp(failed.id))));
}
