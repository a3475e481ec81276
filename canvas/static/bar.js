/** The verbs of a whole board: undo, choose, search, tidy, suggest, pictures, overview. */

import { button, dress, h } from "./element.js";
import { later } from "./later.js";
import { download, more, tidies } from "./tools.js";
import { t } from "./words.js";

/** @param {Room} room @param {Stage} stage */
export function createBar(room, stage) {
	const act = (/** @type {IconName} */ icon, /** @type {string} */ label, /** @type {string} */ title, /** @type {() => void} */ does) => button({ icon, label, title }, does);
	const undo = act("undo", t("Undo my last step"), t("Undo (Ctrl+Z)"), () => room.undo());
	const redo = act("redo", t("Do my last step again"), t("Redo (Ctrl+Shift+Z)"), () => room.redo());
	const choose = act("select", t("Choose notes with a frame"), t("Choose notes with a frame (V)"), () => toggleMarquee());
	const search = act("search", t("Search"), t("Search (/)"), () => room.openPanel("search"));
	const all = () => room.notesAt(room.here);
	const named = () => room.memory.get("authors") !== "hidden";
	const writes = () => room.actions.mayWrite;
	/** @type {Tool[]} */ const tools = [
		...tidies(room).map((tool) => ({ ...tool, fits: () => tool.fits(all()), act: () => tool.act(all(), stage) })),
		{ icon: "suggest", name: t("Suggest clusters"), fits: () => writes() && all().length > 2, act: () => later(room, "suggestions") },
		{ icon: "picture", name: t("Add a picture"), fits: writes, act: () => later(room, "pictures") },
		{ icon: "overview", name: t("Overview of all stones"), fits: () => true, act: () => later(room, "overview") },
		{ icon: "eye", name: t("Show names at notes"), fits: () => !named(), act: () => showNames("") },
		{ icon: "eye-off", name: t("Hide names at notes"), fits: named, act: () => showNames("hidden") },
		...[t("Board as a picture (PNG)"), t("Board as a picture (SVG)")].map((name, at) => ({ icon: /** @type {const} */ ("download"), name, fits: () => all().length, act: () => download(room, at ? "svg" : "png") })),
	];

	function toggleMarquee() {
		const { board } = stage;
		board.marquee = board.element.classList.toggle("choosing");
		dress(choose, { "aria-pressed": String(board.marquee) });
	}

	/** @param {string} authors */
	function showNames(authors) {
		room.memory.set("authors", authors);
		draw();
	}

	function draw() {
		undo.hidden = redo.hidden = !writes();
		// Not disabled: that would take the focus away.
		dress(undo, { "aria-disabled": !room.steps.canUndo && "true" });
		dress(redo, { "aria-disabled": !room.steps.canRedo && "true" });
		choose.hidden = stage.mode !== "board";
		room.element.classList.toggle("nameless", !named());
	}

	return { element: h("div.bar", { role: "toolbar", "aria-label": t("The whole board") }, undo, redo, choose, search, more(tools, [], stage, t("More for this board"))), draw, toggleMarquee };
}
