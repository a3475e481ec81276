/** The path, and how who comes late gets in. */

import { h, say } from "../element.js";
import { spaced } from "../framing.js";
import { createPath } from "../path.js";

/** @param {Room} room @param {WayIn} way */
export function createFoot(room, way) {
	const [path, address, code] = [createPath(room), h("p.address"), h("strong.big-code")];
	const door = h("div.wall-door", address, code);
	return {
		element: h("footer.wall-foot", path.element, door),
		draw() {
			const { workshop } = room.shown;
			path.draw();
			door.hidden = !workshop?.door_open || Boolean(workshop.closed);
			say(address, way.address);
			say(code, spaced(workshop?.code));
		},
	};
}
