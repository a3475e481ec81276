/** Who is here: names on line, one's own name, and the way to go on at another device. */

import { button, h } from "./element.js";
import { icon } from "./icons.js";
import { hangPopover } from "./dialog.js";
import { spaced } from "./framing.js";
import { NAME } from "./limits.js";
import { n, t } from "./words.js";

/** @param {Room} room */
export function createPeople(room) {
  const count = h("span", { class: "figure" });
  const opener = button({ icon: icon("people"), class: "people-button", label: t("Participants") }, () => {});
  opener.append(count);
  const popover = hangPopover(opener, () => content(room, () => popover.redraw()));
  return {
    opener,
    popover: popover.element,
    draw() {
      const here = room.present().length;
      count.textContent = String(here);
      opener.setAttribute("aria-label", n("{count} person is here", "{count} people are here", here));
      opener.title = opener.getAttribute("aria-label") ?? "";
      popover.draw();
    },
  };
}

/** @param {Room} room @param {() => void} redraw */
function content(room, redraw) {
  const people = room.present();
  const me = room.session.you?.person;
  const list = h("ul", { class: "names" }, ...people.map(({ id, name, role }) => h("li", {},
    h("span", {}, name), id === me && h("span", { class: "soft" }, t("you")), role === "facilitator" && h("span", { class: "soft" }, t("facilitator")))));
  const mine = me && room.session.shown.people.has(me);
  return [h("h3", {}, n("{count} person is here", "{count} people are here", people.length)), list,
    ...(mine ? [rename(room, redraw), ...resume(room)] : [])];
}

/** @param {Room} room @param {() => void} redraw */
function rename(room, redraw) {
  const me = room.session.you?.person ?? "";
  const open = button({ icon: icon("pencil"), text: t("Change my name"), class: "plain" }, () => {
    const name = h("input", { value: room.nameOf(me), maxlength: NAME, "aria-label": t("My name"), autocomplete: "off" });
    const form = h("form", { class: "inline-form" }, name, h("button", { type: "submit", class: "primary" }, t("Save")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const kept = name.value.trim();
      if (kept && kept !== room.nameOf(me)) room.session.ask({ kind: "person.rename", person: me, name: kept });
      redraw();
    });
    open.replaceWith(form);
    name.select();
  });
  return open;
}

/** @param {Room} room */
function resume(room) {
  const told = h("p", { class: "soft", role: "status" });
  const ask = button({ icon: icon("again"), text: t("Continue on another device"), class: "plain" }, async () => {
    ask.disabled = true;
    try {
      const { code } = await room.fetch("resume-code", { method: "POST" });
      told.replaceChildren(t("Open the start page on the other device and type this code. It works once."), h("strong", { class: "big-code" }, spaced(code)));
    } catch {
      told.textContent = t("The code could not be made. Try again in a moment.");
    } finally {
      ask.disabled = false;
    }
  });
  return [ask, told];
}
