/** The room on the wall: follows by itself, shows one thing at a time, has no controls and nothing small. */

import { h, say } from "../element.js";
import { indexOf } from "../question.js";
import { createBegin } from "./begin.js";
import { createBoard } from "./board.js";
import { createBreak } from "./break.js";
import { createClosed } from "./closed.js";
import { createClosing } from "./closing.js";
import { createFoot } from "./foot.js";
import { createFraming } from "./framing.js";
import { createIndex } from "./index.js";
import { createLobby } from "./lobby.js";
import { createReporting } from "./reporting.js";
import { createResults } from "./results.js";
import { sceneOf } from "./scenes.js";
import { createSpotlight } from "./spotlight.js";
import { createStories } from "./stories.js";
import { createTime } from "./time.js";
import { createVoting } from "./voting.js";
import { createWayIn } from "./way.js";

/** The window for which the wall was drawn; in another all is larger or smaller together. */
const DRAWN = { width: 1920, height: 1080 };
/** The same for a window that stands upright, as on a phone: there all comes below each other. */
const UPRIGHT = 800;

/** @param {Room} room @returns {Scene} */
export function createScene(room) {
	const { element } = room;
	const [where, title, main] = [h("p.where"), h("h1"), h("main.wall-main")];
	const way = createWayIn(room, () => draw());
	const [time, foot, begin] = [createTime(room), createFoot(room, way), createBegin(room)];
	/** @type {Record<SceneName, () => WallScene>} */ const makes = {
		lobby: () => createLobby(room, way), framing: () => createFraming(room), board: () => createBoard(room), spotlight: () => createSpotlight(room),
		reporting: () => createReporting(room), voting: () => createVoting(room), results: () => createResults(room), break: () => createBreak(room),
		index: () => createIndex(room), stories: () => createStories(room), closing: () => createClosing(room), closed: () => createClosed(room),
	};
	/** @type {Map<SceneName, WallScene>} */ const made = new Map();
	/** @type {WallScene | undefined} */ let current;

	function grow() {
		const upright = element.classList.toggle("upright", innerWidth < innerHeight * 1.2);
		element.style.setProperty("--wall", String(upright ? innerWidth / UPRIGHT : Math.min(innerWidth / DRAWN.width, innerHeight / DRAWN.height)));
		if (current) draw();
	}

	/** @param {SceneName} name */
	function enter(name) {
		const scene = made.get(name) ?? makes[name]();
		made.set(name, scene);
		main.replaceChildren(scene.element);
		element.dataset.scene = name;
		return scene;
	}

	/** @param {Touched} touched */
	function draw(touched = { all: true, place: true, keys: new Set() }) {
		const name = sceneOf(room.shown);
		const entered = current !== made.get(name) || !current;
		if (entered) current = enter(name);
		const [small, large] = current?.head?.() ?? headOf(room);
		say(where, small);
		say(title, large);
		// A long question is a little smaller, so that it stays within two lines.
		title.classList.toggle("long", large.length > 80);
		for (const part of [time, way, foot, begin]) part.draw();
		current?.draw(entered ? { ...touched, all: true } : touched);
	}

	element.classList.add("watched");
	element.append(h("header.wall-head", h("div.wall-title", where, title), time.element), main, foot.element, begin.element);
	addEventListener("resize", grow);
	grow();

	return {
		draw,
		drawPresence: () => current?.drawPresence?.(),
		stop() {
			removeEventListener("resize", grow);
			for (const part of [time, ...made.values()]) part.stop?.();
		},
	};
}

/** The stone, and its question that is in view. @param {Room} room @returns {[string, string]} */
function headOf(room) {
	const { workshop } = room.shown;
	const stone = room.stone(room.here);
	if (!stone) return [workshop?.organisation ?? "", workshop?.title ?? ""];
	const { number, name, questions, lead } = stone;
	return [number ? `${number}. ${name}` : name, questions[indexOf(stone, room.place.here.question)]?.text ?? lead];
}
