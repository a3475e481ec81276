/** Short messages at the bottom of the room, with at most one thing to do; and what is only spoken. */

import { button, h } from "./element.js";

const STAY = 7000;

/** @type {() => Toasts} */
export const createToasts = () => {
	const element = h("div.toasts", { role: "status" });
	const spoken = h("div.unseen", { "aria-live": "polite" });
	/** The focus of a toast that goes goes back to the room. @param {...Element} toasts */
	function put(...toasts) {
		const held = element.matches(":focus-within");
		element.replaceChildren(...toasts);
		if (held) /** @type {HTMLElement} */ (element.closest(".room")).focus({ preventScroll: true });
	}

	return {
		element, spoken,
		clear: put,
		tell(sentence) { spoken.textContent = sentence; },

		show(message, action) {
			const close = () => { if (toast.isConnected) put(); };
			const stay = () => clearTimeout(leave);
			const leave = setTimeout(close, STAY);
			const toast = h("div.toast", { on: { pointerenter: stay, focusin: stay, pointerleave: () => setTimeout(close, STAY / 2) } }, h("span", message),
				action && button({ text: action.label, class: "toast-act" }, () => { close(); action.act(); }));
			put(toast);
		},
	};
};
