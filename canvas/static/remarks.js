/** What people say of a note: signs and comments. */

import { newId } from "./changes.js";
import { openDialog } from "./dialog.js";
import { button, dress, h, refill, say } from "./element.js";
import { createForm } from "./form.js";
import { icon } from "./icons.js";
import { COMMENT } from "./limits.js";
import { n, t } from "./words.js";

/** Gathered once for all that is drawn together. @type {Map<string, Comment[]> | null} */ let gathered = null;

/** Which there are, and who put them here. @param {Room} room @param {string} note */
function signsAt({ session }, note) {
  /** @type {[Sign, IconName, string][]} */ const signs = [["agree", "thumb", t("I agree")], ["heart", "heart", t("I like this")], ["question", "question-mark", t("I have a question")], ["star", "star", t("Important")]];
  return signs.map(([sign, shape, name]) => ({ sign, shape, name, people: [...session.shown.reactions.get(note)?.get(sign) ?? []] }));
}

/** Comments by note, the oldest first. @param {State} state */
export function commentsByNote({ comments }) {
  /** @type {Map<string, Comment[]>} */ const by = new Map();
  for (const comment of comments.values()) by.set(comment.note, [...by.get(comment.note) ?? [], comment]);
  return by;
}

/** @param {Room} room @param {string} note */
function commentsAt(room, note) {
  if (!gathered) queueMicrotask(() => { gathered = null; });
  gathered ??= commentsByNote(room.session.shown);
  return gathered.get(note) ?? [];
}

/** How many signs and comments a note has, for its foot; null where there are none. @param {Room} room @param {Note} note */
export function reactionsOf(room, { id }) {
  const told = [...signsAt(room, id), { shape: /** @type {const} */ ("comment"), name: t("Comments"), people: commentsAt(room, id) }].filter(({ people }) => people.length);
  return told.length ? h("span.signs", told.map(({ shape, name, people }) => h("span", { title: name }, icon(shape), h("span.unseen", name), String(people.length)))) : null;
}

/** Four buttons; who pressed which stands in their titles. @param {Room} room @param {Note} note */
export function reactionButtons(room, { id: note }) {
  const me = room.session.you?.person ?? "";
  const buttons = signsAt(room, note).map(({ sign, shape }, at) => button({ icon: shape, class: "tool" }, () => {
    room.session.ask({ kind: "reaction.set", note, sign, on: !signsAt(room, note)[at]?.people.includes(me) }, { by: me });
    draw();
  }, h("span.figure")));
  const row = h("span.signs", { role: "group", "aria-label": t("What do you think of it?") }, buttons);
  const draw = () => signsAt(room, note).forEach(({ name, people }, at) => {
    const element = /** @type {HTMLElement} */ (buttons[at]);
    const title = [name, people.map((person) => room.nameOf(person)).join(", ")].filter(Boolean).join(": ");
    dress(element, { "aria-pressed": String(people.includes(me)), title, "aria-label": title });
    say(/** @type {Element} */ (element.lastElementChild), String(people.length || ""));
  });
  draw();
  room.watch(row, draw);
  return row;
}

/** A window with what people said of a note, and a field to say more. @param {Room} room @param {Note} note */
export function openComments(room, { id: note, text: quoted }) {
  const { session, actions } = room;
  const [count, list] = [h("p.soft", { role: "status" }), h("ol.remarks")];
  const field = h("textarea", { rows: 2, maxlength: COMMENT, "aria-label": t("Your comment"), placeholder: t("Your comment") });
  const form = createForm(t("Add comment"), (text) => {
    if (text) session.ask({ kind: "comment.add", comment: newId(), note, text }, { author: session.you?.person, created: Date.now() });
    field.value = "";
  }, field);
  const dialog = openDialog(room.element, t("Comments"), [h("p.quoted", { dir: "auto" }, quoted), count, list, ...(actions.mayWrite ? [form] : [])]);
  draw();
  room.watch(dialog, draw);
  field.focus();

  function draw() {
    const comments = commentsAt(room, note);
    say(count, n("{count} comment", "{count} comments", comments.length));
    refill(list, comments.map(drawComment));
  }

  /** @param {Comment} comment */
  function drawComment({ id, text, author, created }) {
    const failed = session.waitingFor(`comments:${id}`).find(({ failed }) => failed !== null);
    const remove = () => { session.ask({ kind: "comment.delete", comment: id }); field.focus(); };
    return h("li", h("p.soft", `${room.nameOf(author ?? "")} · ${ago(created, room.data.language)}`), h("p", { dir: "auto" }, text),
      actions.mayEdit({ author }) && button({ icon: "trash", label: t("Delete this comment"), class: "plain", "data-id": id }, remove),
      failed && h("p.error", failed.failed, " ", button({ text: t("Try again") }, () => session.retry(failed.id))));
  }
}

/** A time as people tell it. @param {number} at @param {string} language @param {number} [now] */
export function ago(at, language, now = Date.now()) {
  const minutes = Math.floor((now - at) / 60000);
  if (minutes < 1) return t("just now");
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : minutes < 1440 ? [minutes / 60, "hour"] : [minutes / 1440, "day"];
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-Math.floor(count), /** @type {any} */ (unit));
}
