/** What people say of a note: signs and comments. */

import { newId } from "./changes.js";
import { openDialog } from "./dialog.js";
import { button, dress, h, refill, say } from "./element.js";
import { createForm } from "./form.js";
import { icon } from "./icons.js";
import { COMMENT } from "./limits.js";
import { n, t } from "./words.js";

/** Gathered once for all that is drawn together. @type {Map<string, Comment[]> | null} */ let gathered = null;

/** @returns {[Sign, IconName, string][]} */
function signs() {
  return [["agree", "thumb", t("I agree")], ["heart", "heart", t("I like this")], ["question", "question-mark", t("I have a question")], ["star", "star", t("Important")]];
}

/** @param {Room} room @param {string} note @param {Sign} sign */
function peopleOf(room, note, sign) {
  return [...room.session.shown.reactions.get(note)?.get(sign) ?? []];
}

/** Four buttons; who pressed which stands in their titles. @param {Room} room @param {Note} note */
export function reactionButtons(room, { id: note }) {
  const me = room.session.you?.person ?? "";
  const buttons = signs().map(([sign, shape, name]) => {
    const count = h("span.figure");
    const element = button({ icon: shape, class: "tool" }, () => {
      room.session.ask({ kind: "reaction.set", note, sign, on: !peopleOf(room, note, sign).includes(me) }, { by: me });
      draw();
    }, count);
    return { element, count, sign, name };
  });
  const draw = () => {
    for (const { element, count, sign, name } of buttons) {
      const people = peopleOf(room, note, sign);
      const title = people.length ? `${name}: ${people.map((person) => room.nameOf(person)).join(", ")}` : name;
      dress(element, { "aria-pressed": String(people.includes(me)), title, "aria-label": title });
      say(count, people.length ? String(people.length) : "");
    }
  };
  const row = h("span.signs", { role: "group", "aria-label": t("What do you think of it?") }, buttons.map(({ element }) => element));
  draw();
  room.watch(row, draw);
  return row;
}

/** How many signs and comments a note has, for its foot; null where there are none. @param {Room} room @param {Note} note */
export function reactionsOf(room, { id }) {
  /** @type {[IconName, string, number][]} */ const told = signs().map(([sign, shape, name]) => [shape, name, peopleOf(room, id, sign).length]);
  told.push(["comment", t("Comments"), commentsAt(room, id).length]);
  const here = told.filter(([, , count]) => count);
  return here.length ? h("span.signs", here.map(([shape, name, count]) => h("span", { title: name }, icon(shape), h("span.unseen", name), String(count)))) : null;
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

/** A window with what people said of a note, and a field to say more. @param {Room} room @param {Note} note */
export function openComments(room, { id: note, text: quoted }) {
  const { session, actions } = room;
  const count = h("p.soft", { role: "status" });
  const list = h("ol.remarks");
  const field = h("textarea", { rows: 2, maxlength: COMMENT, "aria-label": t("Your comment"), placeholder: t("Your comment") });
  const form = createForm(t("Add comment"), (text) => {
    if (text) session.ask({ kind: "comment.add", comment: newId(), note, text }, { author: session.you?.person, created: Date.now() });
    field.value = "";
  }, field);
  const draw = () => {
    const comments = commentsAt(room, note);
    say(count, n("{count} comment", "{count} comments", comments.length));
    refill(list, comments.map((comment) => drawComment(room, comment, () => field.focus())));
  };
  const dialog = openDialog(room.element, t("Comments"), [h("p.quoted", { dir: "auto" }, quoted), count, list, ...(actions.mayWrite ? [form] : [])]);
  draw();
  room.watch(dialog, draw);
  field.focus();
}

/** @param {Room} room @param {Comment} comment @param {() => void} removed */
function drawComment(room, comment, removed) {
  const { session, actions, data } = room;
  const failed = session.waitingFor(`comments:${comment.id}`).find(({ failed }) => failed !== null);
  const remove = button({ icon: "trash", label: t("Delete this comment"), class: "plain", "data-id": comment.id }, () => {
    session.ask({ kind: "comment.delete", comment: comment.id });
    removed();
  });
  return h("li", h("p.soft", `${room.nameOf(comment.author ?? "")} · ${ago(comment.created, data.language)}`), h("p", { dir: "auto" }, comment.text),
    actions.mayEdit(comment) && remove, failed && h("p.error", failed.failed, " ", button({ text: t("Try again") }, () => session.retry(failed.id))));
}

/** A time as people tell it. @param {number} at @param {string} language @param {number} [now] */
export function ago(at, language, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - at) / 60000));
  const told = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (!minutes) return t("just now");
  return minutes < 60 ? told.format(-minutes, "minute") : minutes < 1440 ? told.format(-Math.floor(minutes / 60), "hour") : told.format(-Math.floor(minutes / 1440), "day");
}
