/** What is seen before the workshop is there: three stones, and words only when it takes long. */

import { h, say } from "./element.js";

/** Before the texts are there we cannot look them up. */
const LATE = { nl: "De server antwoordt nog niet. We proberen het opnieuw.", en: "The server does not answer yet. We try again." };

/** @param {string} language */
export function createLoading(language) {
  const words = h("p", {});
  const element = h("div", { class: "loading", role: "status" }, h("div", { class: "loading-stones" }, h("i"), h("i"), h("i")), words);
  return {
    element,
    /** @param {string} text */
    say: (text) => say(words, text),
    late: () => say(words, language === "nl" ? LATE.nl : LATE.en),
  };
}
