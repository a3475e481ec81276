/** The near bank: why we walk, who is here, and how to come in. */

import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { n, t } from "./words.js";

/** @param {Room} room */
export function createFraming(room) {
  const { framing, stones } = room.texts;
  const cards = framing.cards.map(({ title, text }) => h("li", { class: "framing-card" }, h("h2", {}, title), h("p", {}, text)));
  const rules = (framing.rules ?? []).map((rule) => h("li", {}, rule));
  const count = h("h2", {});
  const names = h("ul", { class: "names" });
  const code = h("strong", { class: "big-code" });
  const first = stones[0];
  const begin = button({ text: first ? t("Begin with {name}", { name: first.name }) : t("Begin"), class: "primary begin" }, () => first && room.goTo(first.id));
  const wait = h("p", { class: "soft" }, t("We begin in a moment. Meanwhile, have a look around."));
  const door = h("div", {}, h("h2", {}, t("Join code")), code, button({ icon: icon("door"), text: t("Show address and QR code") }, () => room.openDoor()));
  const element = h("section", { class: "framing" },
    h("div", { class: "framing-main" }, h("h1", { tabindex: "-1" }, framing.title), framing.lead && h("p", { class: "lead" }, framing.lead),
      h("ul", { class: "framing-cards" }, ...cards), rules.length > 0 && h("ul", { class: "prompts rules" }, ...rules)),
    h("aside", { class: "lobby" },
      door,
      h("div", { class: "present" }, count, names), begin, wait));
  return {
    element,
    draw() {
      const people = room.present();
      say(code, spaced(room.session.shown.workshop?.code ?? ""));
      door.hidden = !code.textContent; // who only reads has none
      say(count, n("{count} person is here", "{count} people are here", people.length));
      names.replaceChildren(...people.map(({ name }) => h("li", {}, name)));
      begin.hidden = !room.actions.leads;
      wait.hidden = room.actions.leads;
    },
  };
}

/** A code is read aloud in two halves. @param {string} code */
export function spaced(code) {
  return code.replace(/...(?=.)/g, "$& ");
}
