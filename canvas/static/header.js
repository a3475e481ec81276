/** The top of the room: whose workshop, who is here, how to come in, and whether all is saved. */

import { hangPopover } from "./dialog.js";
import { button, h, icon, say } from "./element.js";
import { spaced } from "./framing.js";
import { later } from "./later.js";
import { createPeople } from "./people.js";
import { createShared } from "./mirrored.js";
import { createReady } from "./ready.js";
import { createTimer } from "./timer.js";
import { n, t } from "./words.js";

/** How long a hiccup of the network may last before we speak of it. */
const HICCUP = 1500;

/** @param {Room} room */
export function createHeader(room) {
	const [title, code] = [h("span.title"), h("strong.figure")];
	const opener = h("button.title-button", { type: "button" }, title, h("span.subtitle", t("CRM stepping stones")), icon("down"));
	const menu = hangPopover(opener, () => menuOf(room));
	const [timer, ready, people, status, shared] = [createTimer(room), createReady(room), createPeople(room), createStatus(room), createShared(room)];
	const join = button({ text: t("Join:"), class: "join", label: t("Join code, address and QR code") }, () => later(room, "door"), code);
	const help = button({ icon: "help", label: t("Keys and help"), class: "plain help" }, () => later(room, "help"));
	return {
		element: h("header.header", opener, status.element, h("div.header-end", shared.element, languageLink(room), help, timer.opener, ready.element, people.opener, join), menu.element, timer.element, people.element),
		stop() { status.stop(); timer.stop(); },
		draw() {
			const { workshop } = room.shown;
			say(title, workshop?.title ?? "");
			say(code, workshop?.door_open && !workshop.closed ? spaced(workshop.code) : t("closed"));
			join.hidden = !workshop?.code;
			for (const part of [timer, ready, people, status, shared]) part.draw();
		},
	};
}

/** @param {Room} room */
function menuOf(room) {
	const { actions, data: { pages }, shown } = room;
	const [settings, programme, ...links] = [[pages.settings, t("Settings of this workshop")], [pages.programme, t("Programme")], [pages.index, t("Score")], [pages.stories, t("Stories")],
		[pages.report, t("Report")], [pages.past, t("History and trash")], [pages.home, t("All workshops")]].filter(([href]) => href !== pages.past || room.session.you?.role !== "reader").map(([href, text]) => h("a", { href }, text));
	return [h("p.soft", shown.workshop?.organisation || t("CRM stepping stones")), h("nav.menu", actions.leads && h("span", { "data-private": "" }, wallLink(room), programme, settings), links, languageLink(room))];
}

/** A window for the projector, beside this one. @param {Room} room */
export const wallLink = ({ data: { pages } }, look = "a") => h(/** @type {"a"} */ (look), { "data-private": "", href: pages.wall, target: "_blank" }, t("Open the shared screen"));

/** In the header; in the menu where the header is narrow. @param {Room} room */
function languageLink({ data: { language, pages } }) {
	const [lang, name] = language === "nl" ? ["en", "English"] : ["nl", "Nederlands"];
	return h("a.language", { href: pages.language, lang, hreflang: lang }, name);
}

/** Nothing is shown while all is saved. @param {Room} room */
function createStatus(room) {
	const words = h("span", { role: "status" });
	const element = button({ icon: "warning", class: "status", hidden: true }, () => room.goToFailed(), words);
	/** @type {Timer} */ let timer;
	let late = false;
	const stop = () => { timer = void clearTimeout(timer); };

	function draw() {
		const waiting = room.session.unsent().length;
		const failed = room.session.pending.size - waiting;
		if (room.line.state === "open") {
			late = false;
			stop();
		} else timer ??= setTimeout(() => { late = true; draw(); }, HICCUP);
		element.hidden = !late && !failed;
		if (late) say(words, waiting ? n("Offline: {count} change waits", "Offline: {count} changes wait", waiting) : t("Offline: trying to come back"));
		else if (failed) say(words, n("{count} text is not saved yet", "{count} texts are not saved yet", failed));
	}
	return { element, draw, stop };
}
