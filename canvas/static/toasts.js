/** Short messages at the bottom of the room, with at most one thing to do; and what is only spoken. */

import { button, h } from "./element.js";

const STAY = 7000;
const GATHER = 4000;

export function createToasts() {
  const element = h("div", { class: "toasts", role: "status" });
  const spoken = h("div", { class: "unseen", "aria-live": "polite" });
  let arrived = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;

  /** @param {string} message @param {{label: string, act: () => void}} [action] */
  function show(message, action) {
    const toast = h("div", { class: "toast" }, h("span", {}, message));
    const close = () => toast.remove();
    if (action) toast.append(button({ text: action.label, class: "toast-act" }, () => { close(); action.act(); }));
    element.replaceChildren(toast);
    const leave = setTimeout(close, STAY);
    toast.addEventListener("pointerenter", () => clearTimeout(leave));
    toast.addEventListener("focusin", () => clearTimeout(leave));
    toast.addEventListener("pointerleave", () => setTimeout(close, STAY / 2));
  }

  /** Notes of others are told together, for twenty a second would drown everything else. @param {number} count @param {(count: number) => string} sentence */
  function arrive(count, sentence) {
    arrived += count;
    timer ??= setTimeout(() => {
      spoken.textContent = sentence(arrived);
      arrived = 0;
      timer = undefined;
    }, GATHER);
  }

  /** @param {string} sentence only for who listens */
  const tell = (sentence) => { spoken.textContent = sentence; };

  return { element, spoken, show, tell, arrive, stop: () => clearTimeout(timer) };
}
