/** What can be done with chosen notes, in one table: the board hangs it over them, the list shows it beside them, keys call it. */

import { aligned, distributed, tidied } from "./arrange.js";
import { areOpen } from "./actions.js";
import { PARKING } from "./changes.js";
import { nameOfColour, swatches } from "./colours.js";
import { hangPopover, openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { askText } from "./form.js";
import { NAME } from "./limits.js";
import { later } from "./later.js";
import { named } from "./mirrored.js";
import { reactionButtons } from "./remarks.js";
import { t } from "./words.js";

/** After all groups with a name. */
const LAST = "\uffff";
const NEXT_SIZE = /** @type {const} */ ({ small: "medium", medium: "large", large: "small" });

/** What stands in the toolbar, and the rest behind three dots. @type {(room: Room) => {direct: Tool[], rest: Tool[]}} */
export function toolsOf(room) {
	const { actions } = room;
	/** @type {(deed: Right, least?: number) => Fits} */ const mine = (deed, least = 1) => (notes) => actions.mine(notes, deed).length >= least;
	/** @type {Fits} */ const one = (notes) => notes.length === 1;
	/** @type {(deed: Right) => Fits} */ const myOne = (deed) => (notes) => one(notes) && mine(deed)(notes);
	/** @type {Fits} */ const mayLeave = (notes) => mine("own")(notes.filter(({ audience }) => audience === "all"));
	/** @type {Fits} */ const waiting = (notes) => actions.leads && notes.length > 0 && notes.every(({ audience }) => audience === "facilitators");
	/** @type {OfNotes<Cluster | null>} */ const whole = (notes) => actions.wholeCluster(notes);
	/** @type {(kind: string, fields?: object) => OfNotes} */ const toCluster = (kind, fields) => (notes) => void room.session.ask({ kind, cluster: whole(notes)?.id, ...fields });
	/** @type {Tool["act"]} */ const edit = ([note], host) => note && host.edit(note.id);
	/** @type {Fits} */ const isLit = (notes) => one(notes) && notes[0]?.id === room.shown.workshop?.spotlight;
	/** @type {[IconName, string, string, Fits, Tool["act"]][]} */ const lights = [
		["spotlight", t("Show it to everybody"), "S", (notes) => one(notes) && !isLit(notes) && areOpen(notes), ([note]) => note && light(room, note)],
		["spotlight", t("No longer show it to everybody"), "S", (notes) => isLit(notes), () => void room.session.ask({ kind: "spotlight.set", note: null })],
	];
	/** @type {Fits} */ const within = (notes) => mine("move")(notes) && !whole(notes) && notes.some(({ cluster }) => cluster);
	return {
		direct: [...room.voting?.tools() ?? [], ...table([
			["pencil", t("Edit"), "Enter", (notes) => myOne("say")(notes) && !notes[0]?.sketch, edit],
			["sketch", t("Go on drawing"), "Enter", (notes) => myOne("say")(notes) && notes[0]?.sketch, edit],
			["cluster", t("Make a cluster"), "G", (notes) => actions.mayCluster(notes) && !whole(notes), (notes) => room.nameCluster(actions.cluster(notes, t("New cluster")))],
			["cluster", t("Name the cluster"), "G", whole, (notes) => room.nameCluster(whole(notes)?.id ?? null)],
			["link", t("Link to another note"), "K", (notes) => actions.mayWrite && notes.length < 3 && areOpen(notes), (notes) => room.linking.begin(notes)],
			["comment", t("Comments"), "C", (notes) => one(notes) && areOpen(notes), ([note]) => note && later(room, "comments", note)],
			["story", t("Make a story"), "U", (notes) => one(notes) && actions.mayWrite && areOpen(notes), ([note]) => room.openPanel("stories", note)],
			...actions.leads ? lights : [],
			["eye", t("Let in"), "", waiting, (notes) => void room.session.ask({ kind: "notes.reveal", stone: room.here, notes: notes.map(({ id }) => id) })],
			["trash", t("Delete"), "Delete", mine("remove"), (notes) => actions.remove(notes)],
		])],
		rest: table([
			["copy", t("Duplicate"), "Ctrl+D", (notes) => room.rights.mayWriteAt(room.here) && notes.some(({ picture }) => !picture), (notes) => actions.duplicate(notes)],
			["person-plus", t("Written for somebody"), "", (notes) => myOne("own")(notes) && myOne("say")(notes) && !notes[0]?.anonymous, ([note]) => note && writtenFor(room, note)],
			["parking", t("To the parking lot"), "P", (notes) => mayLeave(notes) && room.here !== PARKING, (notes) => actions.toBoard(notes, PARKING)],
			["back", t("To another stone"), "", mayLeave, (notes) => toStone(room, notes)],
			["collapse", t("Fold the cluster"), "", (notes) => whole(notes)?.collapsed === false, toCluster("cluster.edit", { collapsed: true })],
			["expand", t("Unfold the cluster"), "", (notes) => whole(notes)?.collapsed, toCluster("cluster.edit", { collapsed: false })],
			["close", t("Take the cluster apart"), "Shift+G", whole, toCluster("cluster.delete")],
			["close", t("Out of the cluster"), "Shift+G", within, (notes) => actions.change(notes, () => ({ cluster: null }))],
		]).concat(tidies(room), table([
			["menu", t("Align left"), "", mine("move", 2), (notes) => actions.put(notes, aligned(notes, "left"))],
			["menu", t("Align at the top"), "", mine("move", 2), (notes) => actions.put(notes, aligned(notes, "top"))],
			["more", t("Distribute in a row"), "", mine("move", 3), (notes) => actions.put(notes, distributed(notes, "x"))],
			["more", t("Distribute in a column"), "", mine("move", 3), (notes) => actions.put(notes, distributed(notes, "y"))],
			["download", t("Picture of these notes (PNG)"), "", () => true, (notes) => download(room, "png", notes)],
			["download", t("Picture of these notes (SVG)"), "", () => true, (notes) => download(room, "svg", notes)],
		])),
	};
}

/** @type {(rows: [IconName, string, string, Fits, Tool["act"]][]) => Tool[]} */
const table = (rows) => rows.map(([icon, name, key, fits, act]) => ({ icon, name, key, fits, act }));

/** Ways to tidy notes, or the board. @type {(room: Room) => Tool[]} */
export function tidies(room) {
	const { actions } = room;
	/** @type {[string, string, (note: Note) => string][]} */ const ways = [
		[t("Tidy by cluster"), "T", ({ cluster }) => cluster ? `${room.shown.clusters.get(cluster)?.title} ${cluster}` : LAST],
		[t("Tidy by question"), "", ({ question }) => question ?? LAST],
		[t("Tidy by colour"), "", ({ colour }) => nameOfColour(room, colour)],
		[t("Tidy by author"), "", (note) => room.authorOf(note)],
	];
	return table(ways.map(([name, key, groupOf]) => ["tidy", name, key, (notes) => actions.mine(notes, "move").length > 1, (notes) => {
		const mine = actions.mine(notes, "move");
		actions.put(mine, tidied(mine, groupOf, room.stone(notes[0]?.stone ?? "")?.questions.map(({ id }) => id)));
	}]));
}

/** The buttons for chosen notes, by what this person may do with them. @type {(room: Room, notes: Note[], host: Host) => Node[]} */
export function toolsFor(room, notes, host) {
	const { actions } = room;
	const { direct, rest } = toolsOf(room);
	const now = () => notes.flatMap(({ id }) => room.shown.notes.get(id) ?? []);
	/** @type {(tools: Tool[]) => Verb[]} */ const live = (tools) => tools.map((tool) => ({ ...tool, fits: () => tool.fits(now()), act: () => tool.act(now(), host) }));
	const [[first, another], mine] = [notes, actions.mine(notes, "change")];
	const colour = mine.every((note) => note.colour === mine[0]?.colour) ? mine[0]?.colour : undefined;
	const nodes = [
		mine.some(({ picture }) => !picture) && swatches(room, colour, (colour) => actions.change(now(), () => ({ colour }))),
		mine.length > 0 && button({ icon: "size", label: t("Size"), class: "tool" }, () => actions.change(now(), ({ size }) => ({ size: NEXT_SIZE[size] }))),
		...live(direct).filter(({ fits }) => fits()).map(({ icon, name, key, act }) => button({ icon, label: name, title: key ? `${name} (${key})` : name, class: "tool" }, act)),
		first && !another && actions.mayWrite && areOpen(notes) && reactionButtons(room, first),
		more(live(rest)),
	];
	return nodes.filter((node) => typeof node === "object");
}

/** A button that opens a menu. @type {(tools: Verb[], label?: string) => Node} */
export function more(tools, label = t("More")) {
	const opener = button({ icon: "more", label, class: "tool" }, () => {});
	const menu = hangPopover(opener, () => tools.filter(({ fits }) => fits()).map(({ icon, name, act }) => button({ icon, text: name, class: "plain" }, () => {
		menu.close();
		act();
	})));
	return h("span", opener, menu.element);
}

/** Where the others are elsewhere they come here first. @type {(room: Room, note: Note) => void} */
function light(room, { id: note, stone }) {
	if (room.place.room.stone !== stone) {
		room.lead(true);
		room.goTo(stone);
	}
	room.session.ask({ kind: "spotlight.set", note });
}

/** @type {(room: Room, note: Note) => Promise<void>} */
async function writtenFor(room, note) {
	const value = named(room, note.behalf);
	const behalf = await askText(room, { title: t("Written for somebody"), label: t("Who said this?"), value, most: NAME, action: t("Save") });
	if (behalf !== null && behalf !== value) room.actions.change([note], () => ({ behalf }));
}

/** @type {(room: Room, notes: Note[]) => void} */
function toStone(room, notes) {
	const stones = room.stones().filter(({ id }) => id !== room.here).map(({ id, number, name }) => button({ text: `${number}. ${name}`, class: "plain" }, () => {
		dialog.close();
		room.actions.toBoard(notes, id);
	}));
	const dialog = openDialog(room.element, t("To another stone"), stones);
}

/** A picture of the board in view, or of some notes. @type {(room: Room, kind: string, notes?: Note[]) => void} */
export function download({ data, here }, kind, notes = []) {
	const ids = notes.map(({ id }) => encodeURIComponent(id));
	h("a", { href: `${data.api}boards/${here}.${kind}?download=1${ids.length ? `&notes=${ids}` : ""}`, download: "" }).click();
}
