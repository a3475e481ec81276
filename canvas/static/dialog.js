/** Windows over the room: a dialog asks for all attention, a popover hangs at its button. */

import { button, h } from "./element.js";
import { t } from "./words.js";

/** Of a popover, in panels.css. */
const WIDTH = 330;

/** Opens a dialog that goes away when closed. @param {HTMLElement} host @param {string} title @param {Node[]} content @param {string} [kind] a class */
export function openDialog(host, title, content, kind = "") {
	let out = false;
	const close = button({ icon: "close", label: t("Close"), class: "plain" }, () => dialog.close());
	/** @type {HTMLDialogElement} */ const dialog = h("dialog", { class: `dialog ${kind}`, "aria-label": title, on: {
		close: () => dialog.remove(),
		// Only who presses and lets go beside it means to close it: a selection may end there.
		pointerdown({ target, clientX, clientY }) {
			const { left, right, top, bottom } = dialog.getBoundingClientRect();
			out = target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
		},
		click({ target }) { if (out && target === dialog) dialog.close(); },
	} }, h("div.dialog-head", h("h2", title), close), content);
	host.append(dialog);
	dialog.showModal();
	return dialog;
}

/**
 * A popover at a button: opens on a click, closes on Escape or a click elsewhere; `content` is drawn anew each time.
 * @param {HTMLButtonElement} opener @param {() => Node[]} content
 */
export function hangPopover(opener, content) {
	const element = h("div.popover", { popover: "auto" });
	const redraw = () => element.replaceChildren(...content());
	const expand = (/** @type {boolean} */ open) => opener.setAttribute("aria-expanded", String(open));
	expand(false);
	opener.addEventListener("click", () => element.togglePopover());
	element.addEventListener("beforetoggle", ({ newState }) => {
		expand(newState === "open");
		if (newState !== "open") return;
		redraw();
		place(element, opener);
	});
	// Not while somebody types in it: their words would go.
	const draw = () => { if (element.matches(":popover-open") && !element.querySelector("input")) redraw(); };
	return { element, draw, redraw, close: () => element.hidePopover() };
}

/** Below the opener, or above where there is more room, within the window, also where that is narrow. @param {HTMLElement} element @param {HTMLElement} opener */
function place({ style }, opener) {
	const { top, bottom, left, right } = opener.getBoundingClientRect();
	const [atRight, above] = [left > innerWidth / 2, top > innerHeight / 2];
	style.top = above ? "auto" : `${bottom + 6}px`;
	style.bottom = above ? `${innerHeight - top + 6}px` : "auto";
	style.maxHeight = `${(above ? top : innerHeight - bottom) - 14}px`;
	style.left = atRight ? "auto" : `${Math.max(8, left)}px`;
	style.right = atRight ? `${Math.max(8, Math.min(innerWidth - right, innerWidth - WIDTH - 8))}px` : "auto";
}
