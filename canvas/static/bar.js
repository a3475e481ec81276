/** The verbs of a whole board: undo, choose, search, tidy, suggest, pictures, overview. */

import { button, dress, h } from "./element.js";
import { openOverview } from "./overview.js";
import { pickPicture } from "./pictures.js";
import { openSuggestions } from "./suggestions.js";
import { download, more, tidies } from "./tools.js";
import { t } from "./words.js";

/** @param {Room} room @param {Stage} stage */
export function createBar(room, stage) {
  const undo = button({ icon: "undo", label: t("Undo my last step"), title: t("Undo (Ctrl+Z)") }, () => room.undo());
  const redo = button({ icon: "redo", label: t("Do my last step again"), title: t("Redo (Ctrl+Shift+Z)") }, () => room.redo());
  const choose = button({ icon: "select", label: t("Choose notes with a frame"), title: t("Choose notes with a frame (V)") }, () => toggleMarquee());
  const search = button({ icon: "search", label: t("Search"), title: t("Search (/)") }, () => room.openSearch());
  const all = () => room.notesAt(room.place.here.stone);
  const named = () => room.memory.get("authors") !== "hidden";
  const writes = () => room.actions.mayWrite;
  /** @type {Tool[]} */ const tools = [
    ...tidies(room).map((tool) => ({ ...tool, fits: () => tool.fits(all()), act: () => tool.act(all(), stage) })),
    { icon: "suggest", name: t("Suggest clusters"), fits: () => writes() && all().length > 2, act: () => openSuggestions(room) },
    { icon: "picture", name: t("Add a picture"), fits: writes, act: () => pickPicture(room) },
    { icon: "overview", name: t("Overview of all stones"), fits: () => true, act: () => openOverview(room) },
    { icon: "eye", name: t("Show names at notes"), fits: () => !named(), act: () => showNames(true) },
    { icon: "eye-off", name: t("Hide names at notes"), fits: named, act: () => showNames(false) },
    { icon: "download", name: t("Board as a picture (PNG)"), fits: () => all().length, act: () => download(room, "png") },
    { icon: "download", name: t("Board as a picture (SVG)"), fits: () => all().length, act: () => download(room, "svg") },
  ];
  const element = h("div.bar", { role: "toolbar", "aria-label": t("The whole board") }, undo, redo, choose, search, more(tools, [], stage, t("More for this board")));

  function toggleMarquee() {
    stage.board.marquee = !stage.board.marquee;
    dress(choose, { "aria-pressed": String(stage.board.marquee) });
    stage.board.element.classList.toggle("choosing", stage.board.marquee);
  }

  /** @param {boolean} shown */
  function showNames(shown) {
    room.memory.set("authors", shown ? "" : "hidden");
    draw();
  }

  function draw() {
    undo.hidden = redo.hidden = !writes();
    undo.disabled = !room.steps.canUndo;
    redo.disabled = !room.steps.canRedo;
    choose.hidden = stage.mode !== "board";
    room.element.classList.toggle("nameless", !named());
  }

  return { element, draw, toggleMarquee };
}
