/** Looking for notes and stories on all boards; on the board in view what does not fit is dimmed. */

import { nameOfColour } from "./colours.js";
import { createPanel } from "./dialog.js";
import { button, dress, h, refill, say } from "./element.js";
import { COLOURS } from "./limits.js";
import { finderOf, found } from "./matching.js";
import { n, t } from "./words.js";

const SHOWN = 100;
/** How often what others change is looked through, in milliseconds. */
const PAUSE = 400;

/** @param {Room} room @returns {Panel} */
export function open(room) {
	const label = t("Search in notes and stories");
	const field = h("input", { type: "search", name: "text", "aria-label": label, placeholder: label, autocomplete: "off" });
	const lists = [["author", t("Author")], ["stone", t("Stone")], ["question", t("Question")], ["colour", t("Colour")]].map(([name, label]) => h("select", { name, "aria-label": label }));
	const checks = [["voted", t("With dots")], ["reacted", t("With reactions")], ["loose", t("In no cluster")]].map(([name, label]) => h("label", h("input", { type: "checkbox", name }), label));
	const form = h("form.filters", { on: { input: look, submit: (event) => event.preventDefault() } }, field, lists, checks);
	const [count, results] = [h("p.soft", { role: "status" }), h("div.story-list")];
	const element = createPanel(room, t("Search"), h("h2", t("Search")), form, count, results);
	element.classList.add("search");
	element.addEventListener("keydown", step);
	/** @type {Timer} */ let timer;

	const boards = () => [...room.stones(), room.texts.parking];

	/** What can be chosen now; what was chosen stays, where it is there still. */
	function fill() {
		const { workshop, groups, dissolved, people } = room.shown;
		const [by, written] = workshop?.authors === "groups" ? ["group", [...groups.values(), ...dissolved.values()]] : ["author", [...people.values()]];
		lists.slice(0, 1).forEach((list) => dress(list, { name: by, hidden: workshop?.authors === "nobody" }));
		dress(/** @type {Element} */ (checks[0]), { hidden: !room.voting?.counts().size });
		const options = [
			workshop?.authors === "nobody" ? [] : written.map(({ id, name }) => [name, id]).sort(),
			boards().map(({ id, name }) => [name, id]),
			room.stone(room.here)?.questions.map(({ id, text }) => [text, id]) ?? [],
			COLOURS.map((colour) => [nameOfColour(room, colour), colour]),
		];
		lists.forEach((list, at) => list.replaceChildren(...[[list.ariaLabel, ""], ...options[at] ?? []].map(([text, value]) => h("option", { value, selected: value === list.value }, text))));
	}

	function look() {
		timer = void clearTimeout(timer);
		const wish = /** @type {Wish} */ (Object.fromEntries(new FormData(form)));
		const dots = room.voting?.counts();
		room.seek(finderOf(room.shown, wish, dots));
		const groups = found(room.shown, wish, boards().map(({ id }) => id), dots);
		const total = groups.flatMap(({ records }) => records).length;
		say(count, room.sought ? n("{count} found", "{count} found", total) : "");
		let left = SHOWN;
		refill(results, groups.map(({ board, records }) => {
			const rows = records.slice(0, left).map((record) => drawRow(board, record));
			left -= rows.length;
			return rows.length > 0 && h("section", h("h3", `${room.stone(board)?.name} (${records.length})`), h("ul", rows));
		}), total > SHOWN && h("p.soft", t("and {count} more", { count: total - SHOWN })));
	}

	/** @param {string} board @param {Note | Story} record */
	function drawRow(board, record) {
		const isNote = "text" in record;
		const [text, by] = isNote ? [record.text, room.authorOf(record)] : [record.want, t("User story")];
		const dots = room.voting?.counts().get(record.id);
		return h("li", { "data-private": isNote && record.audience !== "all" }, button({ class: "found", "data-id": record.id, "data-colour": isNote && record.colour }, () => {
			if (matchMedia("(max-width: 700px)").matches) room.closePanel(); // there the panel lies over everything
			if (isNote) return room.reveal(record.id);
			room.goTo(board, true);
			return room.openPanel("stories");
		}, h("span", { dir: "auto" }, text), h("span.soft", by, dots ? [by && " · ", n("{count} dot", "{count} dots", dots)] : null)));
	}

	/** From the field to what was found, and back. @param {KeyboardEvent} event */
	function step(event) {
		const stops = /** @type {HTMLElement[]} */ ([field, ...results.querySelectorAll("button")]);
		const at = stops.indexOf(/** @type {HTMLElement} */ (event.target));
		const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (!by || at < 0) return;
		event.preventDefault();
		stops[at + by]?.focus();
	}

	return {
		element,
		open() {
			fill();
			look();
			field.select();
		},
		closed() {
			timer = void clearTimeout(timer);
			room.seek(null);
		},
		draw({ all, place, keys }) {
			if (all || place || [...keys].some((key) => key.startsWith("people:"))) fill();
			if (all || place || [...keys].some((key) => key.includes(":"))) timer ??= setTimeout(look, PAUSE);
		},
	};
}
