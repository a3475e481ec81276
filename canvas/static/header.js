/** The top of the room: whose workshop, who is here, how to come in, and whether all is saved. */

import { button, h, say } from "./element.js";
import { hangPopover } from "./dialog.js";
import { icon } from "./icons.js";
import { openHelp } from "./keys.js";
import { createPeople } from "./people.js";
import { spaced } from "./framing.js";
import { n, t } from "./words.js";

/** How long a hiccup of the network may last before we speak of it. */
const HICCUP = 1500;

/** @param {Room} room */
export function createHeader(room) {
  const title = h("span", { class: "title" });
  const opener = h("button", { type: "button", class: "title-button" }, title, h("span", { class: "subtitle" }, t("CRM stepping stones")), icon("down"));
  const menu = hangPopover(opener, () => menuOf(room));
  const people = createPeople(room);
  const code = h("strong", { class: "figure" });
  const join = button({ text: t("Join:"), class: "join", label: t("Join code, address and QR code") }, () => room.openDoor());
  join.append(code);
  const help = button({ icon: icon("help"), label: t("Keys and help"), class: "plain help" }, () => openHelp(room));
  const status = createStatus(room);
  const element = h("header", { class: "header" }, opener, status.element, h("div", { class: "header-end" }, languageLink(room), help, people.opener, join), menu.element, people.popover);
  return {
    element,
    stop: status.stop,
    draw() {
      const workshop = room.session.shown.workshop;
      say(title, workshop?.title ?? "");
      say(code, workshop?.door_open ? spaced(workshop.code) : t("closed"));
      join.hidden = !workshop?.code;
      people.draw();
      status.draw();
    },
  };
}

/** @param {Room} room */
function menuOf(room) {
  const { pages } = room.data;
  const organisation = room.session.shown.workshop?.organisation;
  return [organisation ? h("p", { class: "soft" }, organisation) : h("p", { class: "soft" }, t("CRM stepping stones")),
    h("nav", { class: "menu" },
      room.actions.leads && h("a", { href: pages.settings }, t("Settings of this workshop")),
      h("a", { href: pages.index }, t("Score")), h("a", { href: pages.stories }, t("Stories")), h("a", { href: pages.report }, t("Report")),
      h("a", { href: pages.home }, t("All workshops")), languageLink(room))];
}

/** @param {Room} room nothing is shown while all is saved */
function createStatus(room) {
  const words = h("span", { role: "status" });
  const element = button({ icon: icon("warning"), class: "status", hidden: true }, () => room.goToFailed());
  element.append(words);
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  let late = false;

  function draw() {
    const waiting = room.session.unsent().length;
    const failed = room.session.pending.size - waiting;
    const offline = room.lineState() !== "open";
    if (!offline) { clearTimeout(timer); timer = undefined; late = false; }
    else timer ??= setTimeout(() => { late = true; draw(); }, HICCUP);
    element.hidden = !(offline && late) && failed === 0;
    if (offline && late) say(words, waiting ? n("Offline: {count} change waits", "Offline: {count} changes wait", waiting) : t("Offline: trying to come back"));
    else if (failed) say(words, n("{count} text is not saved yet", "{count} texts are not saved yet", failed));
  }
  return { element, draw, stop: () => clearTimeout(timer) };
}

/** @param {Room} room */
function otherLanguage(room) {
  return room.data.language === "nl" ? "en" : "nl";
}

/** In the header; in the menu where the header is narrow. @param {Room} room */
function languageLink(room) {
  const other = otherLanguage(room);
  return h("a", { class: "language", href: languageUrl(room), lang: other, hreflang: other }, other === "nl" ? "Nederlands" : "English");
}

/** @param {Room} room */
function languageUrl(room) {
  if (room.data.pages.language) return room.data.pages.language;
  const url = new URL(location.href);
  url.searchParams.set("lang", otherLanguage(room));
  return url.href;
}
