/** The room as participants, facilitators and readers see it: all parts in their places. */

import { Board } from "./board.js";
import { createComposer } from "./composer.js";
import { button, dress, h, say } from "./element.js";
import { createFooter } from "./footer.js";
import { createFraming } from "./framing.js";
import { createHeader } from "./header.js";
import { icon } from "./icons.js";
import { listenToKeys } from "./keys.js";
import { List } from "./list.js";
import { createPath } from "./path.js";
import { createQuestion } from "./question.js";
import { createStories } from "./stories.js";
import { t } from "./words.js";

/** @param {Room} room @returns {Scene} */
export function createScreen(room) {
  const [header, path, footer] = [createHeader(room), createPath(room), createFooter(room)];
  const [question, framing, stories] = [createQuestion(room), createFraming(room), createStories(room)];
  const stage = createStage(room);
  const pill = createPill(room);
  const main = h("main", { class: "main" }, question.element, framing.element, stage.element, stories.element, pill.element);
  room.element.append(header.element, path.element, main, footer.element, room.toasts.element, room.toasts.spoken);
  listenToKeys(room, stage.board, { write: stage.write, toggle: stage.toggle });
  let shown = room.place.here.stone;

  /** @param {Touched} touched */
  function draw(touched) {
    const atStone = Boolean(room.stone(room.place.here.stone));
    room.element.classList.toggle("leads", room.actions.leads);
    framing.element.hidden = atStone;
    stage.element.hidden = !atStone;
    for (const part of [header, path, question, footer, pill]) part.draw();
    if (!atStone) framing.draw();
    else stage.draw(touched);
    if (touched.all || touched.place || [...touched.keys].some((key) => key.startsWith("stories:"))) stories.draw();
    if (room.place.here.stone !== shown) arrive(room.place.here.stone);
  }

  /** The eye sees that the stone changed, and the ear hears it. @param {string} stone */
  function arrive(stone) {
    shown = stone;
    room.toasts.tell(t("Now at {name}", { name: room.stone(stone)?.name ?? t("Start") }));
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const part of [question.element, framing.element, stage.board.layer]) part.animate({ opacity: [0, 1] }, { duration: 180, easing: "ease-out" });
  }

  return {
    draw,
    drawPresence: stage.drawPresence,
    keep: stage.keep,
    stop() { header.stop(); stage.board.stop(); },
    openStories(note) { main.classList.add("with-stories"); stories.open(note); },
    closeStories() { main.classList.remove("with-stories"); stories.close(); },
  };
}

/** The board or the list, and the line to write in. @param {Room} room */
function createStage(room) {
  const aim = h("div", { class: "aim", "aria-hidden": "true", hidden: true });
  const composer = createComposer(room, { added, aimed });
  const board = new Board(room, { aim: (point) => composer.aim(point) });
  const list = new List(room);
  const toBoard = button({ icon: icon("board"), text: t("Board") }, () => show("board"));
  const toList = button({ icon: icon("list"), text: t("List") }, () => show("list"));
  const views = h("div", { class: "views", role: "group", "aria-label": t("Look at the notes as") }, toBoard, toList);
  const element = h("section", { class: "stage" }, board.element, list.element, views, composer.element);
  const narrow = matchMedia("(max-width: 700px)").matches;
  let mode = room.memory.get("mode") ?? (narrow ? "list" : "board");
  /** @type {string | null} */ let latest = null;
  board.layer.append(aim);

  /** @param {string} chosen */
  function show(chosen) {
    mode = chosen;
    room.memory.set("mode", chosen);
    draw({ all: true, place: true, keys: new Set(), arrived: [] });
    if (mode === "board") board.viewport.fitAll(false);
  }

  /** @param {string} note */
  function added(note) { latest = note; }

  /** @param {Point | null} point */
  function aimed(point) {
    aim.hidden = !point;
    if (point) aim.style.transform = `translate(${point.x}px, ${point.y}px)`;
  }

  /** @param {Touched} touched */
  function draw(touched) {
    const stone = room.stone(room.place.here.stone);
    if (!stone) return;
    board.element.hidden = mode !== "board";
    list.element.hidden = mode === "board";
    dress(toBoard, { "aria-pressed": String(mode === "board") });
    dress(toList, { "aria-pressed": String(mode !== "board") });
    if (touched.place) composer.aim(null);
    if (mode === "board") board.draw(stone.id, touched);
    else if (touched.all || touched.place || [...touched.keys].some((key) => /^(notes|people):/.test(key))) list.draw(stone);
    composer.draw();
    revealLatest(touched);
  }

  /** One's own new note comes into view, also when the server gave it another place than we guessed. @param {Touched} touched */
  function revealLatest(touched) {
    latest = touched.drawn ?? latest;
    if (!latest || !touched.keys.has(`notes:${latest}`)) return;
    (mode === "board" ? board : list).reveal(latest);
    if (room.session.waitingFor(`notes:${latest}`).length === 0) latest = null;
  }

  return {
    element, board, draw,
    drawPresence() { board.drawPresence(); composer.drawTyping(); },
    keep() { board.editing?.finish(); list.editing?.finish(); },
    write: () => composer.focus(),
    toggle: () => show(mode === "board" ? "list" : "board"),
  };
}

/** Tells that the group is elsewhere, and takes one back. @param {Room} room */
function createPill(room) {
  const words = h("span", {});
  const element = button({ icon: icon("group"), class: "pill", label: "" }, () => room.place.follow());
  element.removeAttribute("aria-label");
  element.append(words);
  return {
    element,
    draw() {
      const { following, here, room: group } = room.place;
      element.hidden = following;
      const name = room.stone(group.stone)?.name ?? t("Start");
      say(words, here.stone === group.stone ? t("The group is at another question: go there") : t("The group is at {name}: go there", { name }));
    },
  };
}
