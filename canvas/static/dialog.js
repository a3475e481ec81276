/** Windows over the room: a dialog asks for all attention, a popover hangs at its button. */

import { button, h } from "./element.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** Of a popover, in panels.css. */
const WIDTH = 330;

/**
 * Opens a dialog that goes away when closed.
 * @param {HTMLElement} host @param {string} title @param {Node[]} content @param {string} [kind] a class for its looks
 */
export function openDialog(host, title, content, kind = "") {
  const close = button({ icon: icon("close"), label: t("Close"), class: "plain" }, () => dialog.close());
  const dialog = h("dialog", { class: `dialog ${kind}`, "aria-label": title },
    h("div", { class: "dialog-head" }, h("h2", {}, title), close), ...content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  host.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * A popover at a button: opens on a click, closes on Escape or a click elsewhere; `content` is drawn anew each time.
 * @param {HTMLButtonElement} opener @param {() => Node[]} content
 */
export function hangPopover(opener, content) {
  const element = h("div", { class: "popover", popover: "auto" });
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", () => element.togglePopover());
  element.addEventListener("toggle", (event) => {
    const open = /** @type {ToggleEvent} */ (event).newState === "open";
    opener.setAttribute("aria-expanded", String(open));
  });
  element.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    element.replaceChildren(...content());
    place(element, opener);
  });
  // Not while somebody types in it: their words would go.
  const draw = () => { if (element.matches(":popover-open") && !element.querySelector("input")) element.replaceChildren(...content()); };
  return { element, draw, redraw: () => element.replaceChildren(...content()), close: () => element.hidePopover() };
}

/** @param {HTMLElement} element @param {HTMLElement} opener below the opener, within the window, also where that is narrow */
function place(element, opener) {
  const { bottom, left, right } = opener.getBoundingClientRect();
  const atRight = left > innerWidth / 2;
  element.style.top = `${bottom + 6}px`;
  element.style.left = atRight ? "auto" : `${Math.max(8, left)}px`;
  element.style.right = atRight ? `${Math.max(8, Math.min(innerWidth - right, innerWidth - WIDTH - 8))}px` : "auto";
}
