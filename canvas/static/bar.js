/** The verbs of a whole board: undo, choose, search, tidy, suggest, pictures, overview. */

import { button, dress, h } from "./element.js";
import { later } from "./later.js";
import { download, more, tidies } from "./tools.js";
import { t } from "./words.js";

/** @param {Room} room @param {Stage} stage */
export function createBar(room, stage) {
	const { actions, memory, steps } = room;
	const undo = button({ icon: "undo", label: t("Undo my last step"), title: t("Undo (Ctrl+Z)") }, () => room.undo());
	const redo = button({ icon: "redo", label: t("Do my last step again"), title: t("Redo (Ctrl+Shift+Z)") }, () => room.redo());
	const choose = button({ icon: "select", label: t("Choose notes with a frame"), title: t("Choose notes with a frame (V)"), "aria-pressed": "false" }, toggleMarquee);
	const search = button({ icon: "search", label: t("Search"), title: t("Search (/)") }, () => room.openPanel("search"));
	const all = () => room.notesAt(room.here);
	const isNameless = () => memory.get("authors") === "hidden";
	/** @type {Verb[]} */ const verbs = [
		...tidies(room).map((tool) => ({ ...tool, fits: () => tool.fits(all()), act: () => tool.act(all(), stage) })),
		{ icon: "suggest", name: t("Suggest clusters"), fits: () => room.rights.mayWriteAt(room.here) && all().length > 2, act: () => later(room, "suggestions") },
		{ icon: "picture", name: t("Add a picture"), fits: () => room.rights.mayWriteAt(room.here), act: () => later(room, "pictures") },
		{ icon: "overview", name: t("Overview of all stones"), fits: () => true, act: () => later(room, "overview") },
		{ icon: "eye", name: t("Show names at notes"), fits: isNameless, act: () => showNames("") },
		{ icon: "eye-off", name: t("Hide names at notes"), fits: () => !isNameless(), act: () => showNames("hidden") },
		{ icon: "download", name: t("Board as a picture (PNG)"), fits: () => all().length, act: () => download(room, "png") },
		{ icon: "download", name: t("Board as a picture (SVG)"), fits: () => all().length, act: () => download(room, "svg") },
	];

	function toggleMarquee() {
		const { board } = stage;
		board.marquee = board.element.classList.toggle("choosing");
		dress(choose, { "aria-pressed": String(board.marquee) });
	}

	/** @param {string} authors */
	function showNames(authors) {
		memory.set("authors", authors);
		draw();
	}

	function draw() {
		undo.hidden = redo.hidden = !actions.mayWrite;
		// Not disabled: that would take the focus away.
		dress(undo, { "aria-disabled": !steps.canUndo && "true" });
		dress(redo, { "aria-disabled": !steps.canRedo && "true" });
		choose.hidden = stage.mode !== "board";
		room.element.classList.toggle("nameless", isNameless());
	}

	const element = h("div.bar", { role: "toolbar", "aria-label": t("The whole board") }, undo, redo, choose, search, more(verbs, t("More for this board")));
	return { element, draw, toggleMarquee };
}
