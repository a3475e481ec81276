/** The room in the browser: one live component with the path, the question and the board. Start reading here. */

import { createLoading } from "./loading.js";
import { createProjector } from "./projector.js";
import { createScreen } from "./screen.js";
import { followTheme } from "./theme.js";
import { h } from "./element.js";
import { Room } from "./workshop.js";
import { speak, t } from "./words.js";

const STYLES = ["room.css", "path.css", "board.css", "panels.css", "narrow.css", "projector.css"];
const AGAIN = 3000;

/**
 * Puts the room into `root` and keeps it alive until destroyed.
 * @param {{root: HTMLElement, data: MountData, trigger: Trigger}} options
 */
export function mount({ root, data, trigger }) {
  let current = open(root, data, trigger);
  return {
    /** @param {MountData} fresh what the page says after a rerun; only another language or workshop starts over */
    update(fresh) {
      if (fresh.texts === data.texts && fresh.socket === data.socket) return current.dress();
      data = fresh;
      current.close();
      current = open(root, data, trigger);
      return undefined;
    },
    destroy: () => current.close(),
  };
}

/** @param {HTMLElement} root @param {MountData} data @param {Trigger} trigger */
function open(root, data, trigger) {
  const element = h("div", { class: "room", lang: data.language, tabindex: "-1" });
  const sheets = STYLES.map(styleSheet);
  const loading = createLoading(data.language);
  element.style.visibility = "hidden";
  root.append(...sheets.map(({ link }) => link), element);
  element.append(loading.element);
  let unfollow = followTheme(element);
  /** @type {Room | null} */ let room = null;
  let closed = false;

  Promise.all([fetchTexts(data.texts, () => closed, loading.late), ...sheets.map(({ loaded }) => loaded)]).then(([texts]) => {
    element.style.visibility = "";
    if (closed || !texts) return;
    room = start(element, texts, data, trigger, loading);
  });

  return {
    dress() { unfollow(); unfollow = followTheme(element); },
    close() {
      closed = true;
      unfollow();
      room?.stop();
      element.remove();
      for (const { link } of sheets) link.remove();
    },
  };
}

/** @param {HTMLElement} element @param {Texts} texts @param {MountData} data @param {Trigger} trigger @param {ReturnType<typeof createLoading>} loading */
function start(element, texts, data, trigger, loading) {
  speak(texts);
  const room = new Room(element, texts, data, trigger);
  room.opened = () => {
    loading.element.remove();
    return room.isWatched ? createProjector(room) : createScreen(room);
  };
  room.ended = (sentence) => {
    element.replaceChildren(h("main", { class: "ended" }, h("p", {}, sentence), h("a", { class: "button primary", href: data.pages.home }, t("To the start page"))));
  };
  room.delayed = () => loading.late();
  loading.say(t("Opening the workshop…"));
  room.start();
  return room;
}

/** @param {string} name */
function styleSheet(name) {
  // The address of this module may carry a version; the styles get the same.
  const link = h("link", { rel: "stylesheet", href: new URL(`./${name}${new URL(import.meta.url).search}`, import.meta.url).href });
  const loaded = new Promise((resolve) => { link.onload = link.onerror = () => resolve(undefined); });
  return { link, loaded };
}

/** @param {string} address @param {() => boolean} over @param {() => void} late @returns {Promise<Texts | null>} */
async function fetchTexts(address, over, late) {
  while (!over()) {
    try {
      const answer = await fetch(address);
      if (answer.ok && answer.headers.get("content-type")?.includes("json")) return await answer.json();
    } catch { /* the network is away: once more, below */ }
    late();
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  return null;
}
