/** The one button of the wall: full screen and sound; where a facilitator opened it, the session begins, too. */

import { newId } from "../changes.js";
import { button, h } from "../element.js";
import { t } from "../words.js";

/** Somebody pressed the button: browsers play nothing before a click, and the wall nothing that nobody asked for. */
let loud = false;
export const maySound = () => loud;

/** @param {Room} room */
export function createBegin(room) {
	const opener = button({ class: "primary" }, begin);
	const element = h("div.wall-begin", opener);

	function begin() {
		loud = true;
		document.documentElement.requestFullscreen?.().catch(() => {});
		if (begins()) askAsLeader(room, { kind: "session.begin" });
		draw();
	}

	const begins = () => Boolean(room.data.leads) && !room.shown.workshop?.begun;

	function draw() {
		const text = begins() ? t("Begin") : t("Full screen with sound");
		if (opener.textContent !== text) opener.replaceChildren(h("span", text));
		// After the lobby the wall has no controls at all.
		element.hidden = loud || room.element.dataset.scene !== "lobby";
	}

	return { element, draw };
}

/** The wall itself asks for nothing: one short line as who this device belongs to does. @param {Room} room @param {Do} change */
function askAsLeader(room, change) {
	const line = new WebSocket(new URL(room.data.socket, location.href).href.replace(/^http/, "ws"));
	const id = newId();
	line.onopen = () => line.send(JSON.stringify({ type: "hello", since: room.session.truth.seq }));
	line.onmessage = ({ data }) => {
		const { type, changes = [], id: about } = JSON.parse(data);
		if (type === "changes" || type === "snapshot") {
			/** @type {{id: string}[]} */ const made = changes;
			if (made.some((one) => one.id === id)) line.close();
			else line.send(JSON.stringify({ type: "change", id, do: change }));
		} else if (about === id || type === "bye") line.close();
	};
}
