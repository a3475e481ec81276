/** What is seen before the workshop is there: three stones, and words only when it takes long. */

import { h, say } from "./element.js";

export function createLoading(language = "") {
	const words = h("p");
	return {
		element: h("div.loading", { role: "status" }, h("div.loading-stones", h("i"), h("i"), h("i")), words),
		say: (text = "") => say(words, text),
		/** Before the texts are there we cannot look them up. */
		late: () => say(words, language === "nl" ? "De server antwoordt nog niet. We proberen het opnieuw." : "The server does not answer yet. We try again."),
	};
}
