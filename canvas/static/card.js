/** One note as it lies on the board. */

import { button, dress, h, say } from "./element.js";
import { fit } from "./fitting.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** Cut by us rather than by the browser, for whom each clipped name is a layer to weigh. */
const NAME_FITS = 26;

/** @param {Note} note */
export function createCard(note) {
  const words = h("p", { class: note.picture ? "note-text caption" : "note-text", dir: "auto" });
  const author = h("span", { class: "note-author" });
  const picture = note.picture ? h("img", { class: "note-picture", alt: "", draggable: "false", decoding: "async" }) : null;
  const element = h("div", { class: note.picture ? "note sketched" : "note", "data-note": note.id, tabindex: "-1", role: "listitem" },
    picture, words, h("div", { class: "note-foot" }, author, h("span", { class: "note-mark" })));
  return { element, words, author, picture, text: "" };
}

/** @param {Card} card @param {Note} note @param {Room} room */
export function drawCard(card, note, room) {
  const { element, picture } = card;
  const name = authorOf(note, room);
  placeCard(element, note.x, note.y);
  element.style.zIndex = String(note.z);
  element.dataset.colour = note.colour;
  element.classList.toggle("own", room.actions.mayEdit(note));
  element.setAttribute("aria-label", spokenOf(note, name));
  if (card.text !== note.text && !element.classList.contains("editing")) drawWords(card, note);
  say(card.author, name.length > NAME_FITS ? `${name.slice(0, NAME_FITS - 1)}…` : name);
  const source = note.picture ? `${room.data.pictures}${note.picture}` : null;
  if (picture && source && picture.getAttribute("src") !== source) dress(picture, { src: source });
  drawState(element, note, room);
}

/** By left and top: a thousand transforms would be weighed again in every frame of a pan. @param {HTMLElement} element @param {number} x @param {number} y */
export function placeCard(element, x, y) {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
}

/** @param {Note} note @param {Room} room */
export function authorOf(note, room) {
  return note.author ? room.session.shown.people.get(note.author)?.name ?? "" : "";
}

/** @param {Card} card @param {Note} note */
function drawWords(card, note) {
  const { size, lines, line, cut } = fit(note.text);
  card.text = note.text;
  card.words.textContent = note.text;
  card.words.style.cssText = note.picture ? "" : `font-size:${size}px;line-height:${line}px;-webkit-line-clamp:${lines}`;
  card.element.classList.toggle("cut", cut);
}

/** @param {Note} note @param {string} name */
function spokenOf(note, name) {
  const what = note.picture ? t("Sketch: {title}", { title: note.text }) : note.text;
  return name ? t("{text}, by {name}", { text: what, name }) : what;
}

/** Saved, waiting or failed. @param {HTMLElement} element @param {Note} note @param {Room} room */
export function drawState(element, note, room) {
  const waiting = room.session.waitingFor(`notes:${note.id}`);
  const failed = waiting.find((pending) => pending.failed !== null);
  element.classList.toggle("waiting", waiting.length > 0 && !failed);
  element.classList.toggle("unsaved", Boolean(failed));
  element.querySelector(".note-failed")?.remove();
  if (!failed) return;
  const { session } = room;
  element.append(h("div", { class: "note-failed", title: failed.failed }, icon("warning"), h("span", { class: "why" }, failed.failed),
    button({ text: t("Try again") }, () => session.retry(failed.id)),
    button({ icon: icon("close"), label: t("Throw this text away") }, () => session.giveUp(failed.id))));
}
