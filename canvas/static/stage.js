/** Where the notes are: the board or the list, the verbs of the whole board, and the line to write in. */

import { createBar } from "./bar.js";
import { Board } from "./board.js";
import { createLegend } from "./colours.js";
import { Composer } from "./composer.js";
import { button, dress, h } from "./element.js";
import { askText } from "./form.js";
import { CLUSTER_TITLE } from "./limits.js";
import { List } from "./list.js";
import { t } from "./words.js";

export class Stage {
  /** @type {string | null} */ #latest = null;

  /** @param {Room} room */
  constructor(room) {
    this.room = room;
    this.target = h("div.aim", { "aria-hidden": "true", hidden: true });
    this.composer = new Composer(room, { added: (note) => { this.#latest = note; }, aimed: (point) => this.#aimed(point) });
    this.board = new Board(room, { aim: (point) => this.composer.aim(point) });
    this.board.layer.append(this.target);
    this.list = new List(room);
    this.bar = createBar(room, this);
    this.legend = createLegend(room);
    this.toBoard = button({ icon: "board", text: t("Board") }, () => this.#show("board"));
    this.toList = button({ icon: "list", text: t("List") }, () => this.#show("list"));
    const views = h("div.views", { role: "group", "aria-label": t("Look at the notes as") }, this.toBoard, this.toList);
    this.element = h("section.stage", this.board.element, this.list.element, h("div.stage-head", this.bar.element, this.legend.element, views), this.composer.element);
    this.mode = room.memory.get("mode") ?? (matchMedia("(max-width: 700px)").matches ? "list" : "board");
  }

  /** @param {Touched} touched */
  draw(touched) {
    const stone = this.room.stone(this.room.place.here.stone);
    if (!stone) return;
    const onBoard = this.mode === "board";
    this.board.element.hidden = !onBoard;
    this.list.element.hidden = onBoard;
    dress(this.toBoard, { "aria-pressed": String(onBoard) });
    dress(this.toList, { "aria-pressed": String(!onBoard) });
    if (touched.place) this.composer.aim(null);
    if (onBoard) this.board.draw(stone.id, touched);
    else if (touched.all || touched.place || [...touched.keys].some((key) => /^(notes|people|clusters|links|reactions|comments|sought|workshop)/.test(key))) this.list.draw(stone);
    this.composer.draw();
    this.bar.draw();
    this.legend.draw();
    this.#revealLatest(touched);
  }

  drawPresence() {
    this.board.drawPresence();
    this.composer.drawTyping();
  }

  drawSelection() {
    this.mode === "board" ? this.board.drawSelection() : this.list.drawSelection();
  }

  /** What is being typed goes to the server now. */
  keep() {
    this.board.editing?.finish();
    this.list.editing?.finish();
  }

  toggle() {
    this.#show(this.mode === "board" ? "list" : "board");
  }

  /** @param {string} id */
  edit(id) {
    (this.mode === "board" ? this.board : this.list).edit(id);
  }

  /** @param {string} id brings a note of this board into view, chosen */
  reveal(id) {
    this.room.selection.set([id]);
    (this.mode === "board" ? this.board : this.list).reveal(id);
  }

  /** @param {string} cluster */
  async nameCluster(cluster) {
    if (this.mode === "board") return this.board.clusters.rename(cluster);
    const { clusters } = this.room.session.shown;
    const title = await askText(this.room, { title: t("Name the cluster"), label: t("Title of the cluster"), value: clusters.get(cluster)?.title, most: CLUSTER_TITLE, action: t("Save"), needed: true });
    if (title && title !== clusters.get(cluster)?.title) this.room.session.ask({ kind: "cluster.edit", cluster, title });
    return undefined;
  }

  /** @param {string} mode */
  #show(mode) {
    const focused = /** @type {ShadowRoot} */ (this.room.element.getRootNode()).activeElement;
    this.mode = mode;
    this.room.memory.set("mode", mode);
    this.draw({ all: true, place: true, keys: new Set(), arrived: [] });
    // What had the focus may be hidden now; outside the room, keys would be Streamlit's.
    if (focused && !focused.checkVisibility()) this.room.element.focus({ preventScroll: true });
    if (mode === "board") this.board.viewport.fitAll(false);
  }

  /** @param {Point | null} point */
  #aimed(point) {
    this.target.hidden = !point;
    if (point) this.target.style.transform = `translate(${point.x}px, ${point.y}px)`;
  }

  /** One's own new note comes into view, also when the server gave it another place than we guessed. @param {Touched} touched */
  #revealLatest(touched) {
    const latest = this.#latest = touched.drawn ?? this.#latest;
    if (!latest || !touched.keys.has(`notes:${latest}`)) return;
    (this.mode === "board" ? this.board : this.list).reveal(latest);
    if (this.room.session.waitingFor(`notes:${latest}`).length === 0) this.#latest = null;
  }
}
