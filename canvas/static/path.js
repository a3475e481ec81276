/** The path: ten stones in shallow water between two banks. Shows where the group is and where you are; a click goes there. */

import { FRAMING } from "./changes.js";
import { dress, h, icon, say, svg } from "./element.js";
import { n, t } from "./words.js";

/** How far each stone lies from the middle of the river, in pixels; the river in water.svg is drawn for these. */
const HEIGHTS = [6, 8, 1, -10, -14, -2, 8, 7, -6, -14];

/** @param {Room} room */
export function createPath(room) {
	const { pages } = room.data;
	const steps = [{ id: FRAMING, name: t("Start") }, ...room.texts.stones].map((stone) => createStep(room, stone));
	const river = svg("svg.river", { viewBox: "0 0 1200 84", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("use", { href: "#river" }));
	const ways = [[pages.index, "score", t("Score")], [pages.stories, "story", t("Stories")], [pages.report, "report", t("Report")]];
	const farBank = h("li.far", !room.isWatched && ways.map(([href, shape, name]) => h("a", { href }, icon(/** @type {IconName} */ (shape)), name)));
	const strip = h("div.strip", river, h("ol.stones", steps.map(({ item }) => item), farBank));
	let shown = "";

	return {
		element: h("nav.path", { "aria-label": t("The path") }, strip),
		draw() {
			for (const { id, item, draw } of steps) {
				draw();
				if (id === room.here && shown !== (shown = id)) centre(strip, item);
			}
		},
	};
}

/** @param {Room} room @param {{id: string, name: string, number?: number}} stone the near bank has no number */
function createStep(room, { id, name, number = 0 }) {
	const mark = svg("text.stone-mark", { y: 6 });
	const picture = svg("svg.stone-picture", { viewBox: "-40 -34 80 68", "aria-hidden": "true", style: `--rise:${HEIGHTS[number - 1] ?? 0}px` },
		svg("use", { href: number ? `#stone-${number}` : "#bank" }), mark);
	const [count, facts] = [h("span.stone-count"), h("span.unseen")];
	const content = [picture, number > 0 && h("span.unseen", t("Stone {number}", { number })), h("span.stone-name", name), count, facts];
	const stone = room.isWatched ? h("div.stone", content) : h("button.stone", { type: "button", on: { click: ({ altKey }) => room.goTo(id, altKey) } }, content);
	const item = h("li", { "data-stone": id }, stone);

	return {
		id, item,
		draw() {
			const notes = room.notesAt(id).length;
			const [here, group, finished] = [room.here === id, room.place.room.stone === id, room.shown.finished.has(id)];
			for (const [state, is] of Object.entries({ here, group, finished })) item.classList.toggle(state, is);
			say(mark, finished && !here ? "✓" : String(number || ""));
			say(count, notes ? n("{count} note", "{count} notes", notes) : "");
			say(facts, [finished && t("finished"), group && t("the group is here")].filter(Boolean).join(", "));
			dress(stone, { "aria-current": here && "step" });
		},
	};
}

/** On a phone the path is a strip: the stone one is at comes to its middle. @param {HTMLElement} strip @param {HTMLElement} item */
function centre(strip, item) {
	strip.scrollTo({ left: item.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2, behavior: "instant" });
}
