/** What can be done with chosen notes, in one table: the board hangs it over them, the list shows it beside them, keys call it. */

import { aligned, distributed, tidied } from "./arrange.js";
import { PARKING } from "./changes.js";
import { nameOfColour, swatches } from "./colours.js";
import { hangPopover, openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { askText } from "./form.js";
import { NAME } from "./limits.js";
import { later } from "./later.js";
import { reactionButtons } from "./remarks.js";
import { t } from "./words.js";

/** @param {Room} room @returns {Tool[]} in the order of the toolbar */
export function toolsOf(room) {
	const { actions } = room;
	const one = (/** @type {Note[]} */ notes) => notes.length === 1;
	const own = (/** @type {Note[]} */ notes) => actions.mine(notes).length > 0;
	return [
		{ icon: "pencil", name: t("Edit"), key: "Enter", fits: (notes) => one(notes) && own(notes) && !notes[0]?.sketch, act: ([note], host) => note && host.edit(note.id) },
		{ icon: "sketch", name: t("Go on drawing"), key: "Enter", fits: (notes) => one(notes) && own(notes) && notes[0]?.sketch, act: ([note], host) => note && host.edit(note.id) },
		{ icon: "cluster", name: t("Make a cluster"), key: "G", fits: (notes) => actions.mayCluster(notes) && !actions.wholeCluster(notes), act: (notes) => room.nameCluster(actions.cluster(notes, t("New cluster"))) },
		{ icon: "cluster", name: t("Name the cluster"), key: "G", fits: (notes) => actions.wholeCluster(notes), act: (notes) => room.nameCluster(actions.wholeCluster(notes)?.id ?? null) },
		{ icon: "link", name: t("Link to another note"), key: "K", fits: (notes) => actions.mayWrite && notes.length < 3, act: (notes) => room.linking.begin(notes) },
		{ icon: "comment", name: t("Comments"), key: "C", fits: one, act: ([note]) => note && later(room, "comments", note) },
		{ icon: "story", name: t("Make a story"), key: "U", fits: (notes) => one(notes) && actions.mayWrite, act: ([note]) => room.openPanel("stories", note) },
		{ icon: "trash", name: t("Delete"), key: "Delete", fits: own, act: (notes) => actions.remove(notes) },
	];
}

/** The rest, behind three dots. @param {Room} room @returns {Tool[]} */
export function moreOf(room) {
	const { actions } = room;
	const own = (/** @type {Note[]} */ notes) => actions.mine(notes).length > 0;
	const several = (/** @type {Note[]} */ notes) => actions.mine(notes).length > 1;
	const parked = (/** @type {Note[]} */ notes) => notes.some(({ stone }) => stone === PARKING);
	return [
		{ icon: "copy", name: t("Duplicate"), key: "Ctrl+D", fits: (notes) => actions.mayWrite && notes.some(({ picture }) => !picture), act: (notes) => actions.duplicate(notes) },
		{ icon: "person-plus", name: t("Written for somebody"), fits: (notes) => notes.length === 1 && own(notes), act: ([note]) => note && writtenFor(room, note) },
		{ icon: "parking", name: t("To the parking lot"), key: "P", fits: (notes) => own(notes) && !parked(notes), act: (notes) => actions.toBoard(notes, PARKING) },
		{ icon: "back", name: t("To another stone"), fits: own, act: (notes) => toStone(room, notes) },
		{ icon: "collapse", name: t("Fold the cluster"), fits: (notes) => actions.wholeCluster(notes), act: (notes) => fold(room, notes) },
		{ icon: "close", name: t("Take the cluster apart"), key: "Shift+G", fits: (notes) => actions.wholeCluster(notes), act: (notes) => room.session.ask({ kind: "cluster.delete", cluster: actions.wholeCluster(notes)?.id }) },
		{ icon: "close", name: t("Out of the cluster"), key: "Shift+G", fits: (notes) => own(notes) && !actions.wholeCluster(notes) && notes.some(({ cluster }) => cluster), act: (notes) => actions.change(notes, () => ({ cluster: null })) },
		...tidies(room).map((tool) => ({ ...tool, fits: several })),
		{ icon: "menu", name: t("Align left"), fits: several, act: (notes) => actions.put(notes, aligned(notes, "left")) },
		{ icon: "menu", name: t("Align at the top"), fits: several, act: (notes) => actions.put(notes, aligned(notes, "top")) },
		{ icon: "more", name: t("Distribute in a row"), fits: (notes) => actions.mine(notes).length > 2, act: (notes) => actions.put(notes, distributed(notes, "x")) },
		{ icon: "more", name: t("Distribute in a column"), fits: (notes) => actions.mine(notes).length > 2, act: (notes) => actions.put(notes, distributed(notes, "y")) },
		{ icon: "download", name: t("Picture of these notes (PNG)"), fits: () => true, act: (notes) => download(room, "png", notes) },
		{ icon: "download", name: t("Picture of these notes (SVG)"), fits: () => true, act: (notes) => download(room, "svg", notes) },
	];
}

/** Ways to tidy notes, or the board. @param {Room} room @returns {Tool[]} */
export function tidies(room) {
	const ways = /** @type {const} */ ([["T", t("Tidy by cluster")], ["", t("Tidy by question")], ["", t("Tidy by colour")], ["", t("Tidy by author")]]);
	return ways.map(([key, name], at) => ({ icon: "tidy", name, key, fits: (notes) => room.actions.mine(notes).length > 1, act: (notes) => tidy(room, room.actions.mine(notes), at) }));
}

/** @param {Room} room @param {Note[]} notes @param {number} way */
function tidy(room, notes, way) {
	const { clusters } = room.session.shown;
	const questions = room.stone(notes[0]?.stone ?? "")?.questions.map(({ id }) => id) ?? [];
	const groupOf = [
		(/** @type {Note} */ { cluster }) => cluster ? `${clusters.get(cluster)?.title} ${cluster}` : "\uffff",
		(/** @type {Note} */ { question }) => question ?? "\uffff",
		(/** @type {Note} */ { colour }) => nameOfColour(room, colour),
		(/** @type {Note} */ note) => note.behalf || room.nameOf(note.author ?? ""),
	][way] ?? String;
	room.actions.put(notes, tidied(notes, groupOf, way === 1 ? questions : []));
}

/**
 * The buttons for chosen notes, by what this person may do with them.
 * @param {Room} room @param {Note[]} notes @param {Host} host
 */
export function toolsFor(room, notes, host) {
	const now = () => notes.flatMap(({ id }) => room.shown.notes.get(id) ?? []);
	const live = (/** @type {Tool[]} */ tools) => tools.map((tool) => ({ ...tool, fits: () => tool.fits(now()), act: () => tool.act(now(), host) }));
	const mine = room.actions.mine(notes);
	const [first] = notes;
	/** @type {(Node | false)[]} */ const nodes = [
		mine.some(({ picture }) => !picture) && swatches(room, mine.every(({ colour }) => colour === mine[0]?.colour) ? mine[0]?.colour : undefined, (colour) => room.actions.change(now(), () => ({ colour }))),
		mine.length > 0 && sizes(room, mine),
		...live(toolsOf(room)).filter(({ fits }) => fits()).map((tool) => button({ icon: tool.icon, label: tool.name, title: labelOf(tool), class: "tool" }, tool.act)),
		first !== undefined && notes.length === 1 && room.actions.mayWrite && reactionButtons(room, first),
		more(live(moreOf(room)), notes, host),
	];
	return nodes.filter((node) => node !== false);
}

/** A button that opens a menu. @param {Tool[]} tools @param {Note[]} notes @param {Host} host @param {string} [label] @param {IconName} [shape] */
export function more(tools, notes, host, label = t("More"), shape = "more") {
	const opener = button({ icon: shape, label, class: "tool" }, () => {});
	const menu = hangPopover(opener, () => tools.filter(({ fits }) => fits(notes)).map((tool) => button({ icon: tool.icon, text: tool.name, class: "plain" }, () => {
		menu.close();
		tool.act(notes, host);
	})));
	return h("span.more-tools", opener, menu.element);
}

/** @param {Tool} tool */
function labelOf({ name, key }) {
	return key ? `${name} (${key})` : name;
}

/** @param {Room} room @param {Note[]} notes from small to medium to large, and round again */
function sizes(room, notes) {
	const next = /** @type {const} */ ({ small: "medium", medium: "large", large: "small" });
	return button({ icon: "size", label: t("Size"), class: "tool" }, () => room.actions.change(notes.flatMap(({ id }) => room.session.shown.notes.get(id) ?? []), ({ size }) => ({ size: next[size] })));
}

/** @param {Room} room @param {Note[]} notes */
function fold(room, notes) {
	const cluster = room.actions.wholeCluster(notes);
	if (cluster) room.session.ask({ kind: "cluster.edit", cluster: cluster.id, collapsed: !cluster.collapsed });
}

/** @param {Room} room @param {Note} note */
async function writtenFor(room, note) {
	const behalf = await askText(room, { title: t("Written for somebody"), label: t("Who said this?"), value: note.behalf, most: NAME, action: t("Save") });
	if (behalf !== null && behalf !== note.behalf) room.session.ask({ kind: "note.edit", note: note.id, behalf });
}

/** @param {Room} room @param {Note[]} notes */
function toStone(room, notes) {
	const dialog = openDialog(room.element, t("To another stone"), room.texts.stones.filter(({ id }) => id !== notes[0]?.stone).map(({ id, number, name }) => button({ text: `${number}. ${name}`, class: "plain" }, () => {
		dialog.close();
		room.actions.toBoard(notes, id);
	})));
}

/** A picture of the board in view, or of some notes. @param {Room} room @param {string} kind @param {Note[]} [notes] */
export function download(room, kind, notes = []) {
	const ids = notes.map(({ id }) => `&notes=${encodeURIComponent(id)}`).join("");
	h("a", { href: `${room.data.api}boards/${room.place.here.stone}.${kind}?download=1${ids}`, download: "" }).click();
}
