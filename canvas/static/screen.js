/** The room as participants, facilitators and readers see it: all parts in their places. */

import { button, h, say } from "./element.js";
import { createClosed } from "./closed.js";
import { createFraming } from "./framing.js";
import { createHeader } from "./header.js";
import { listenToKeys } from "./keys.js";
import { fetchAll, lacking, later } from "./later.js";
import { listenToPaste } from "./paste.js";
import { createPath } from "./path.js";
import { createQuestion } from "./question.js";
import { Stage } from "./stage.js";
import { createStop } from "./stop.js";
import { t } from "./words.js";

/** @param {Room} room @returns {Scene} */
export function createScene(room) {
	const { element, toasts } = room;
	const [header, path, closed, footer, pill] = [createHeader(room), createPath(room), createClosed(room), createFoot(room), createPill(room)];
	const [question, framing, stage, stop] = [createQuestion(room), createFraming(room), new Stage(room), createStop(room)];
	const main = h("main.main", question.element, framing.element, stage.element, stop.element, pill.element);
	const panels = besides(room, main, pill.element);
	element.append(header.element, path.element, closed.element, main, footer.element, toasts.element, toasts.spoken);
	listenToPaste(room, stage.board);
	listenToKeys(room, stage);
	fetchAll(room);
	let voting = false;

	/** Ballots come when there is something to vote on. */
	async function vote() {
		voting = true;
		room.voting = await lacking(room, "votes/voting") ?? null;
		voting = room.voting !== null;
		if (!room.voting) return;
		main.before(room.voting.element);
		room.seek(room.sought);
	}
	let shown = room.here;

	/** The eye sees that the stone changed, and the ear hears it. */
	function arrive() {
		shown = room.here;
		toasts.tell(t("Now at {name}", { name: room.nameAt(shown) }));
		if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
		for (const part of [question.element, framing.element, stage.board.layer, stop.element]) part.animate({ opacity: [0, 1] }, { duration: 180, easing: "ease-out" });
	}

	return {
		draw(touched) {
			const atStone = Boolean(room.stone(room.here));
			element.classList.toggle("leads", room.actions.leads);
			stop.draw(touched);
			framing.element.hidden = atStone || !stop.element.hidden;
			stage.element.hidden = !atStone;
			for (const part of [header, path, closed, question, footer, pill]) part.draw();
			atStone ? stage.draw(touched) : framing.draw();
			panels.draw(touched);
			room.voting?.draw(touched);
			if (room.shown.votes.size && !voting) vote();
			if (room.here !== shown) arrive();
		},
		drawPresence: () => stage.drawPresence(),
		drawSelection: () => stage.drawSelection(),
		reveal: (id) => stage.reveal(id),
		nameCluster: (id) => stage.nameCluster(id),
		keep: () => stage.keep(),
		stop() { header.stop(); stage.board.stop(); },
		openPanel: panels.open,
		closePanel: panels.close,
	};
}

/** One panel at a time stands beside the board; what was filled in there stays. @param {Room} room @param {HTMLElement} main @param {Element} next */
function besides(room, main, next) {
	/** @type {Map<PanelName, Panel | void>} */ const panels = new Map();
	/** @type {Panel | void} */ let panel;

	function close() {
		panel?.element.remove();
		panel?.closed?.();
		main.classList.remove("with-stories");
		if (panel) room.element.focus({ preventScroll: true });
		panel = undefined;
	}

	/** Who asks again for the panel of who leads closes it. @param {PanelName} name @param {Note | string} [about] */
	async function open(name, about) {
		const wanted = panels.get(name) ?? await later(room, name);
		panels.set(name, wanted);
		if (!wanted) return;
		if (panel === wanted && name === "lead/panel" && !about) return close();
		if (panel !== wanted) close();
		panel = wanted;
		main.classList.add("with-stories");
		next.before(panel.element);
		panel.open(about);
	}

	return { open, close, draw: (/** @type {Touched} */ touched) => panel?.draw(touched) };
}

/** The verbs of who leads, fetched for them only. @param {Room} room */
function createFoot(room) {
	const element = h("footer.footer");
	/** @type {{draw(): void} | void} */ let verbs;
	/** @type {Promise<void> | null} */ let coming = null;
	return {
		element,
		draw() {
			element.hidden = !room.actions.leads || Boolean(room.shown.workshop?.closed);
			if (element.hidden) return;
			if (verbs) return verbs.draw();
			coming ??= lacking(room, "lead/verbs", element).then((made) => {
				coming = null;
				verbs = made;
				made?.draw();
			});
		},
	};
}

/** Tells that the group is elsewhere, and takes one back. @param {Room} room */
function createPill(room) {
	const words = h("span");
	const element = button({ icon: "group", class: "pill" }, () => room.place.follow(), words);
	return {
		element,
		draw() {
			const { following, room: { stone } } = room.place;
			element.hidden = following;
			say(words, room.here === stone ? t("The group is at another question: go there") : t("The group is at {name}: go there", { name: room.nameAt(stone) }));
		},
	};
}
