/** The room on the wall: question, notes, path, join code; no controls, nothing small, always with the group. */

import { boundsOf, fitted } from "./camera.js";
import { Board } from "./board.js";
import { short } from "./door.js";
import { h, say } from "./element.js";
import { createFraming, spaced } from "./framing.js";
import { createPath } from "./path.js";
import { placeCard } from "./card.js";
import { STEP_X, STEP_Y } from "./places.js";
import { indexOf } from "./question.js";
import { t } from "./words.js";

/** Type of 18 pixels on a note is 22 on the wall at this scale. */
const READABLE = 22 / 18;
/** The window for which the wall was drawn; in another all is larger or smaller together. */
const DRAWN = { width: 1920, height: 1080 };
/** Below this width, in pixels, a window is no wall. */
const NARROW = 1150;

/** @param {Room} room @returns {Scene} */
export function createProjector(room) {
  const where = h("p", { class: "where" });
  const question = h("h1", {});
  const board = new Board(room, { fit: () => arrange(board) });
  const framing = createFraming(room);
  const path = createPath(room);
  const address = h("p", { class: "address" });
  const code = h("strong", { class: "big-code" });
  board.viewport.free = { top: 16, right: 16, bottom: 16, left: 16 };
  board.viewport.largest = 1.6;
  room.element.classList.add("watched");
  const grow = () => scale(room.element);
  grow();
  addEventListener("resize", grow);
  room.element.append(h("header", { class: "wall-head" }, where, question), h("main", { class: "wall-main" }, board.element, framing.element),
    h("footer", { class: "wall-foot" }, path.element, h("div", { class: "wall-door" }, address, code)));
  room.door().then(({ addresses }) => say(address, short(addresses[0]?.base))).catch(() => {});

  return {
    draw(touched) {
      const { here } = room.place;
      const stone = room.stone(here.stone);
      say(where, stone ? `${stone.number ? `${stone.number}. ` : ""}${stone.name}` : room.session.shown.workshop?.title ?? "");
      say(question, stone ? stone.questions[indexOf(stone, here.question)]?.text ?? stone.lead : room.texts.framing.title);
      const { door_open: open = false, code: letters = "" } = room.session.shown.workshop ?? {};
      say(code, open ? spaced(letters) : "");
      address.hidden = !open;
      path.draw();
      framing.draw();
      framing.element.hidden = Boolean(stone);
      board.element.hidden = !stone;
      if (!stone) return;
      board.draw(stone.id, touched);
    },
    drawPresence() { if (!board.element.classList.contains("rows")) board.drawPresence(); },
    keep() {},
    stop() { removeEventListener("resize", grow); board.stop(); },
    openStories() {},
    closeStories() {},
  };
}

/** @param {HTMLElement} element */
function scale(element) {
  const by = innerWidth > NARROW ? Math.min(innerWidth / DRAWN.width, innerHeight / DRAWN.height) : 1;
  element.style.setProperty("--wall", String(by));
}

/** All notes as they lie; where those would be too small to read, the newest ones in rows. @param {Board} board */
function arrange(board) {
  const { viewport } = board;
  const box = boundsOf(board.notes());
  if (!box || viewport.size.width === 0) return;
  const camera = fitted(box, viewport.size, viewport.free, viewport.largest);
  board.element.dataset.more = "";
  board.element.classList.toggle("rows", camera.scale < READABLE);
  if (camera.scale < READABLE) return showNewest(board);
  for (const { element } of board.cards.values()) element.hidden = false;
  return viewport.set(camera);
}

/** @param {Board} board */
function showNewest(board) {
  const { width, height } = board.viewport.size;
  const columns = Math.max(1, Math.floor(width / READABLE / STEP_X));
  const scale = (width - 32) / (columns * STEP_X - 20);
  const rows = Math.max(1, Math.floor((height - 50) / scale / STEP_Y));
  const newest = board.notes().sort((one, other) => other.created - one.created);
  newest.forEach(({ id }, index) => {
    const element = board.cards.get(id)?.element;
    if (!element) return;
    element.hidden = index >= columns * rows;
    placeCard(element, (index % columns) * STEP_X, Math.floor(index / columns) * STEP_Y);
  });
  const more = newest.length - columns * rows;
  board.element.dataset.more = more > 0 ? t("and {count} more", { count: more }) : "";
  board.viewport.set({ x: 16, y: 16, scale });
}
