/** Looking at the board: what is in view, and how to get something into it. Pure sums, no DOM. */

import { NOTE_HEIGHT } from "./limits.js";
import { boxOf } from "./places.js";

export const SMALLEST = 0.1;
export const LARGEST = 3;

/** @type {(camera: Camera, screen: Point) => Point} */
export const toWorld = (camera, { x, y }) => ({ x: (x - camera.x) / camera.scale, y: (y - camera.y) / camera.scale });

/** @type {(camera: Camera, world: Point) => Point} */
export const toScreen = (camera, { x, y }) => ({ x: x * camera.scale + camera.x, y: y * camera.scale + camera.y });

/** The camera at another scale, with what lies under `point` (on screen) kept there. @type {(camera: Camera, scale: number, point: Point) => Camera} */
export function zoomed(camera, scale, point) {
	const kept = Math.min(LARGEST, Math.max(SMALLEST, scale));
	const world = toWorld(camera, point);
	return { x: point.x - world.x * kept, y: point.y - world.y * kept, scale: kept };
}

/** The box around all notes, or null when there are none. @type {(notes: Iterable<Point & {size?: NoteSize}>) => Box | null} */
export function boundsOf(notes) {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const note of notes) {
		const { x, y, width, height } = boxOf(note);
		[left, top] = [Math.min(left, x), Math.min(top, y)];
		[right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
	}
	return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The camera that shows the whole box within the free part of the view, never larger than `largest`. @type {(box: Box, view: Size, free: Margins, largest?: number) => Camera} */
export function fitted(box, view, free, largest = 1) {
	const width = Math.max(1, view.width - free.left - free.right);
	const height = Math.max(1, view.height - free.top - free.bottom);
	const scale = Math.max(SMALLEST, Math.min(largest, width / box.width, height / box.height));
	// A board that is not full begins at the upper left, as a page does, so that new notes do not push old ones about.
	const part = scale < largest ? 0.5 : 0;
	return {
		x: free.left + Math.max(0, width - box.width * scale) * part - box.x * scale,
		y: free.top + Math.max(0, height - box.height * scale) * part - box.y * scale,
		scale,
	};
}

/** The camera moved just so far that the box is in view. @type {(camera: Camera, box: Box, view: Size, free: Margins) => Camera} */
export function revealing(camera, box, view, free) {
	const { x, y, scale } = camera;
	const at = toScreen(camera, box);
	return {
		x: x + inward(at.x, box.width * scale, free.left, view.width - free.right),
		y: y + inward(at.y, box.height * scale, free.top, view.height - free.bottom),
		scale,
	};
}

/** @type {(start: number, length: number, from: number, to: number) => number} */
function inward(start, length, from, to) {
	if (start < from) return from - start;
	if (start + length > to) return Math.max(from - start, to - start - length);
	return 0;
}

/** The note one reaches from another by an arrow key, one of four ways: near and straight ahead counts. @template {Point} T @param {T[]} notes @param {Point} from @param {Point} way */
export function neighbour(notes, from, way) {
	/** @type {T | null} */ let best = null;
	let least = Infinity;
	for (const note of notes) {
		const [dx, dy] = [note.x - from.x, note.y - from.y];
		const ahead = dx * way.x + dy * way.y;
		const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
		if (ahead <= 0 || aside > ahead * 2) continue;
		const distance = ahead + aside * 2;
		if (distance < least) [best, least] = [note, distance];
	}
	return best;
}

/** Notes in reading order: by rows of about one note high, then from left to right. @template {Point} T @param {T[]} notes */
export function inReadingOrder(notes) {
	const row = (/** @type {Point} */ { y }) => Math.round(y / NOTE_HEIGHT);
	return [...notes].sort((one, other) => row(one) - row(other) || one.x - other.x || one.y - other.y);
}
