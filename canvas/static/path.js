/** The path: ten stones in shallow water between two banks. Shows where the group is and where you are; a click goes there. */

import { FRAMING } from "./changes.js";
import { dress, h, icon, say, svg } from "./element.js";
import { n, t } from "./words.js";

/** How far the middle of the river lies from that of the path, at ten places from bank to bank, in pixels, as water.svg draws it. */
const HEIGHTS = [6, 8, 1, -10, -14, -2, 8, 7, -6, -14];
/** More do not fit beside each other, and can be moved along. */
const MANY = 14;

/** @param {Room} room */
export function createPath(room) {
	const { pages } = room.data;
	const bank = createStep(room, { id: FRAMING, name: t("Start"), lead: "", questions: [] }, 0);
	const river = svg("svg.river", { viewBox: "0 0 1200 84", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("use", { href: "#river" }));
	const ways = [[pages.index, "score", t("Score")], [pages.stories, "story", t("Stories")], [pages.report, "report", t("Report")]];
	const farBank = h("li.far", !room.isWatched && ways.map(([href, shape, name]) => h("a", { href }, icon(/** @type {IconName} */ (shape)), name)));
	const list = h("ol.stones");
	const strip = h("div.strip", river, list);
	const kept = h("p.kept", { hidden: true }, icon("group"), t("We stay together: the path follows the facilitator."));
	const element = h("nav.path", { "aria-label": t("The path") }, strip, kept);
	let [shown, walk] = ["", "-"];
	let steps = [bank];

	/** Another programme has other stones. */
	function lay() {
		const stones = room.stones();
		if (walk === (walk = JSON.stringify(stones.map(({ id, name, spare }) => [id, name, spare])))) return;
		const focused = /** @type {HTMLElement | null} */ (list.querySelector("li:focus-within"))?.dataset.stone;
		steps = [bank, ...stones.map((stone) => createStep(room, stone, stones.length))];
		list.replaceChildren(...steps.map(({ item }) => item), farBank);
		element.style.setProperty("--count", String(stones.length));
		element.classList.toggle("long", stones.length > MANY);
		/** @type {HTMLElement | null} */ (steps.find(({ id }) => id === focused)?.item.querySelector("button") ?? null)?.focus();
		shown = "";
	}

	return {
		element,
		draw() {
			lay();
			kept.hidden = !room.place.kept;
			for (const { id, item, draw } of steps) {
				draw();
				if (id === room.here && shown !== (shown = id)) centre(strip, item);
			}
		},
	};
}

/** Where the river flows at one of so many stones. @type {(at: number, count: number) => number} */
function height(at, count) {
	const place = Math.min(9, Math.max(0, (at + 0.5) / count * 10 - 0.5));
	const before = Math.floor(place);
	const [left = 0, right = left] = HEIGHTS.slice(before, before + 2);
	return Math.round(left + (right - left) * (place - before));
}

/** @param {Room} room @param {Stone} stone the near bank has no number @param {number} all */
function createStep(room, { id, name, number = 0, spare }, all) {
	const mark = svg("text.stone-mark", { y: 6 });
	const picture = svg("svg.stone-picture", { viewBox: "-40 -34 80 68", "aria-hidden": "true", style: `--rise:${number && height(number - 1, all)}px` },
		svg("use", { href: number ? `#stone-${(number - 1) % 10 + 1}` : "#bank" }), mark, svg("use.stone-lock", { href: "#lock", x: 16, y: 8, width: 20, height: 20 }));
	const [count, facts] = [h("span.stone-count"), h("span.unseen")];
	const content = [picture, number > 0 && h("span.unseen", t("Stone {number}", { number })), h("span.stone-name", { title: name }, name), count, facts];
	const stone = room.isWatched ? h("div.stone", content) : h("button.stone", { type: "button", on: { click: ({ altKey }) => room.goTo(id, altKey) } }, content);
	const item = h("li", { "data-stone": id, class: spare && "spare" }, stone);

	return {
		id, item,
		draw() {
			const notes = room.notesAt(id).length;
			const [here, group, finished] = [room.here === id, room.place.room.stone === id, room.shown.finished.has(id)];
			const locked = Boolean(room.shown.stones.get(id)?.locked);
			for (const [state, is] of Object.entries({ here, group, finished, locked })) item.classList.toggle(state, is);
			say(mark, finished && !here ? "✓" : String(number || ""));
			say(count, notes ? n("{count} note", "{count} notes", notes) : "");
			say(facts, [spare && t("not in the programme"), finished && t("finished"), group && t("the group is here"), locked && t("locked")].filter(Boolean).join(", "));
			dress(stone, { "aria-current": here && "step", "aria-disabled": room.place.kept && !here && "true" });
		},
	};
}

/** On a phone the path is a strip: the stone one is at comes to its middle. @param {HTMLElement} strip @param {HTMLElement} item */
function centre(strip, item) {
	strip.scrollTo({ left: item.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2, behavior: "instant" });
}
