/** The icons of the room, drawn as lines: a font of icons may be missing, these cannot. */

import { svg } from "./element.js";

/** @param {IconName} name of a drawing in icons.svg, which room.js puts into the page */
export function icon(name) {
	return svg("svg.icon", { "aria-hidden": "true" }, svg("use", { href: `#${name}` }));
}
