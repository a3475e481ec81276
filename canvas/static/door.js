/** The way in, large: address, QR code and join code, for whoever is at the back of the room. */

import { h } from "./element.js";
import { openDialog } from "./dialog.js";
import { spaced } from "./framing.js";
import { t } from "./words.js";

/** @param {Room} room */
export async function openDoor(room) {
  const body = h("div", { class: "door" }, h("p", { class: "soft" }, t("One moment…")));
  openDialog(room.element, t("Join this workshop"), [body], "wide");
  try {
    body.replaceChildren(...shown(await room.door()));
  } catch {
    body.replaceChildren(h("p", {}, t("The address could not be read. The code is:")), h("strong", { class: "big-code" }, spaced(room.session.shown.workshop?.code ?? "")));
  }
}

/** @param {Door} door */
function shown({ addresses, code }) {
  const [first, ...more] = addresses;
  const image = h("img", { class: "qr", src: first?.qr ?? "", alt: t("QR code with the join address") });
  const address = h("p", { class: "address" }, short(first?.base));
  const others = more.map(({ base, qr }) => h("li", {}, pick(short(base), () => { image.src = qr; address.textContent = short(base); })));
  return [image, h("div", { class: "door-words" },
    h("p", {}, t("Scan the code, or open")), address,
    h("p", {}, t("and type")), h("strong", { class: "big-code" }, spaced(code)),
    more.length > 0 && h("div", { class: "other-addresses" }, h("p", { class: "soft" }, t("Does it not open? Try another network:")), h("ul", {}, ...others)))];
}

/** @param {string} address @param {() => void} choose */
function pick(address, choose) {
  return h("button", { type: "button", class: "plain", on: { click: choose } }, address);
}

/** As people type it; the code comes after it. @param {string} [base] */
export function short(base = "") {
  return base.replace(/^https?:\/\//, "");
}
