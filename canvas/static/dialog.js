/** Windows: a dialog asks for all attention, a popover hangs at its button, a panel stands beside the board. */

import { button, h } from "./element.js";
import { t } from "./words.js";

/** Of a popover, in panels.css. */
const WIDTH = 330;

/** It goes away when closed. @param {HTMLElement} host @param {string} title @param {Child[]} content @param {string} [kind] a class */
export function openDialog(host, title, content, kind = "") {
	/** @type {HTMLDialogElement} */ const dialog = h("dialog", { class: `dialog ${kind}`, closedby: "any", "aria-label": title, on: { close: () => dialog.remove() } },
		headOf("dialog", h("h2", title), () => dialog.close()), content);
	host.append(dialog);
	dialog.showModal();
	return dialog;
}

/** @param {Room} room @param {string} label @param {HTMLElement} title @param {...Child} content */
export function createPanel(room, label, title, ...content) {
	return h("aside.stories", { "aria-label": label, on: { keydown(event) {
		if (event.key !== "Escape") return;
		event.preventDefault();
		room.closePanel();
	} } }, headOf("panel", title, () => room.closePanel()), content);
}

/** @param {string} kind @param {HTMLElement} title @param {() => void} close */
const headOf = (kind, title, close) => h("div", { class: `${kind}-head` }, title, button({ icon: "close", label: t("Close"), class: "plain" }, close));

/** A popover at a button; `content` is drawn anew each time it opens. @param {HTMLButtonElement} opener @param {() => Node[]} content */
export function hangPopover(opener, content) {
	const element = h("div.popover", { popover: "auto" });
	opener.popoverTargetElement = element;
	element.addEventListener("beforetoggle", ({ newState }) => {
		if (newState !== "open") return;
		element.replaceChildren(...content());
		place(element, opener);
	});
	return { element, close: () => element.hidePopover() };
}

/** Below the opener, or above where there is more room, within the window. @param {HTMLElement} element @param {HTMLElement} opener */
function place({ style }, opener) {
	const { top, bottom, left, right } = opener.getBoundingClientRect();
	const [atRight, above] = [left > innerWidth / 2, top > innerHeight / 2];
	style.top = above ? "auto" : `${bottom + 6}px`;
	style.bottom = above ? `${innerHeight - top + 6}px` : "auto";
	style.maxHeight = `${(above ? top : innerHeight - bottom) - 14}px`;
	const inside = (/** @type {number} */ gap) => `${Math.max(8, Math.min(gap, innerWidth - WIDTH - 8))}px`;
	style.left = atRight ? "auto" : inside(left);
	style.right = atRight ? inside(innerWidth - right) : "auto";
}
