/** Looking for notes and stories on all boards; on the board in view what does not fit is dimmed. */

import { nameOfColour } from "./colours.js";
import { button, h, refill, say } from "./element.js";
import { COLOURS } from "./limits.js";
import { finderOf, found } from "./matching.js";
import { n, t } from "./words.js";

const SHOWN = 100;
/** How often what others change is looked through, in milliseconds. */
const PAUSE = 400;

/** @param {Room} room */
export function createSearch(room) {
  const label = t("Search in notes and stories");
  const field = h("input", { type: "search", name: "text", "aria-label": label, placeholder: label, autocomplete: "off" });
  const form = h("form.filters", field, choice("author", t("Author")), choice("stone", t("Stone")), choice("question", t("Question")), choice("colour", t("Colour")),
    check("reacted", t("With reactions")), check("loose", t("In no cluster")));
  const count = h("p.soft", { role: "status" });
  const results = h("div.story-list");
  const element = h("aside.stories.search", { "aria-label": t("Search"), hidden: true },
    h("div.panel-head", h("h2", t("Search")), button({ icon: "close", label: t("Close"), class: "plain" }, () => panel.close())), form, count, results);
  /** @type {Timer} */ let timer;

  function look() {
    timer = void clearTimeout(timer);
    const wish = /** @type {Wish} */ (Object.fromEntries(new FormData(form)));
    const { shown } = room.session;
    room.seek(finderOf(shown, wish));
    const groups = found(shown, wish, boards(room).map(({ id }) => id));
    const total = groups.reduce((sum, { records }) => sum + records.length, 0);
    say(count, room.sought ? n("{count} found", "{count} found", total) : "");
    refill(results, drawGroups(room, groups, go), total > SHOWN && h("p.soft", t("and {count} more", { count: total - SHOWN })));
  }

  /** @param {string} board @param {Note | Story} record */
  function go(board, record) {
    if (matchMedia("(max-width: 700px)").matches) panel.close(); // there it lies over everything
    if ("text" in record) return room.reveal(record.id);
    room.goTo(board, true);
    return room.openStories(null);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", look);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); panel.close(); }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = /** @type {HTMLElement[]} */ ([field, ...results.querySelectorAll("button")]);
    const at = stops.indexOf(/** @type {HTMLElement} */ (event.target));
    if (!step || at < 0) return;
    event.preventDefault();
    stops[at + step]?.focus();
  });

  const panel = {
    element,
    open() {
      room.closeStories();
      element.parentElement?.classList.add("with-stories");
      element.hidden = false;
      fill(room, form);
      look();
      field.select();
    },
    close() {
      if (element.hidden) return;
      timer = void clearTimeout(timer);
      element.hidden = true;
      element.parentElement?.classList.remove("with-stories");
      room.seek(null);
      room.element.focus({ preventScroll: true });
    },
    /** @param {Touched} touched */
    draw({ all, place, keys }) {
      if (element.hidden) return;
      if (all || place) fill(room, form);
      if (all || place || [...keys].some((key) => key.includes(":"))) timer ??= setTimeout(look, PAUSE);
    },
  };
  return panel;
}

/** @param {Room} room */
function boards({ texts: { stones, parking } }) {
  return [...stones, parking];
}

/** @param {string} name @param {string} label also what stands there while nothing is chosen */
function choice(name, label) {
  return h("select", { name, "aria-label": label });
}

/** @param {string} name @param {string} label */
function check(name, label) {
  return h("label", h("input", { type: "checkbox", name }), label);
}

/** Fills the lists to choose from; what was chosen stays, where it is there still. @param {Room} room @param {HTMLFormElement} form */
function fill(room, form) {
  /** @type {Record<string, string[][]>} */ const options = {
    author: [...room.session.shown.people.values()].map(({ id, name }) => [name, id]).sort(),
    stone: boards(room).map(({ id, name }) => [name, id]),
    question: room.stone(room.place.here.stone)?.questions.map(({ id, text }) => [text, id]) ?? [],
    colour: COLOURS.map((colour) => [nameOfColour(room, colour), colour]),
  };
  for (const list of form.querySelectorAll("select")) {
    const { value } = list;
    list.replaceChildren(h("option", { value: "" }, list.ariaLabel), ...(options[list.name] ?? []).map(([text, id]) => h("option", { value: id, selected: id === value }, text)));
  }
}

/** @param {Room} room @param {ReturnType<typeof found>} groups @param {(board: string, record: Note | Story) => void} go */
function drawGroups(room, groups, go) {
  let left = SHOWN;
  return groups.map(({ board, records }) => {
    const rows = records.slice(0, left).map((record) => h("li", h("button.found", { type: "button", "data-id": record.id, "data-colour": "text" in record && record.colour, on: { click: () => go(board, record) } },
      h("span", { dir: "auto" }, "text" in record ? record.text : record.want), h("span.soft", "text" in record ? record.behalf || room.nameOf(record.author ?? "") : t("User story")))));
    left -= rows.length;
    return rows.length > 0 && h("section", h("h3", `${room.stone(board)?.name} (${records.length})`), h("ul", rows));
  });
}
