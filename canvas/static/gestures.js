/** Looking around and choosing by hand: pan, pinch, marquee, wheel. Each gesture has the same verbs. */

import { toWorld } from "./camera.js";
import { h } from "./element.js";
import { boxOf, overlaps } from "./places.js";

/** A hand trembles: less than this is a click. */
const TREMBLE = 4;

/** @param {View} view @param {MouseEvent} event @returns {Point} in the window of the view */
export function within({ element }, { clientX, clientY }) {
	const { left, top } = element.getBoundingClientRect();
	return { x: clientX - left, y: clientY - top };
}

/** @param {MouseEvent} event */
export const adds = ({ shiftKey, ctrlKey, metaKey }) => shiftKey || ctrlKey || metaKey;

/** A gesture that begins when the hand has gone far enough. @param {PointerEvent} start @param {{begin?: () => void, move: (event: PointerEvent) => void, release?: (event: PointerEvent) => void, end: () => void}} how @returns {Gesture} */
export function gesture(start, { begin, move, release, end }) {
	return {
		far: false,
		move(event) {
			if (!this.far && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) <= TREMBLE) return;
			if (!this.far) begin?.();
			this.far = true;
			move(event);
		},
		release(event) {
			if (!this.far) return;
			end();
			release?.(event);
		},
		cancel() {
			if (this.far) end();
		},
	};
}

/** @param {View} view @param {PointerEvent} start */
export function pan({ element, viewport }, start) {
	let { clientX, clientY } = start;
	return gesture(start, {
		begin: () => element.toggleAttribute("data-held", true),
		move(event) {
			viewport.pan(event.clientX - clientX, event.clientY - clientY);
			({ clientX, clientY } = event);
		},
		end: () => element.removeAttribute("data-held"),
	});
}

/** @param {View} view @param {Map<number, PointerEvent>} pointers @returns {Gesture} */
export function pinch(view, pointers) {
	const span = () => {
		const [one, two] = [...pointers.values()].map((event) => within(view, event));
		return one && two ? { distance: Math.max(1, Math.hypot(two.x - one.x, two.y - one.y)), x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 } : { distance: 1, x: 0, y: 0 };
	};
	return {
		far: true,
		move(event) {
			const before = span();
			pointers.set(event.pointerId, event);
			const after = span();
			view.viewport.pan(after.x - before.x, after.y - before.y);
			view.viewport.zoom(after.distance / before.distance, after);
		},
		release() {},
		cancel() {},
	};
}

/** A frame drawn around notes chooses them. @param {Board} board @param {PointerEvent} start */
export function marquee(board, start) {
	const { selection } = board.room;
	const before = adds(start) ? [...selection.ids] : [];
	const from = within(board, start);
	const frame = h("div.marquee");
	return gesture(start, {
		begin: () => board.element.append(frame),
		move(event) {
			const to = within(board, event);
			const [x, y, width, height] = [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
			frame.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
			const { camera } = board.viewport;
			const box = { ...toWorld(camera, { x, y }), width: width / camera.scale, height: height / camera.scale };
			selection.set([...before, ...board.notes().filter((note) => !board.clusters.hides(note) && overlaps(box, boxOf(note))).map(({ id }) => id)]);
		},
		end: () => frame.remove(),
	});
}

/** @param {View} view @param {WheelEvent} event */
export function wheel(view, event) {
	const zooms = event.ctrlKey || event.metaKey;
	if (!zooms && event.target instanceof Element && event.target.closest(".note.selected.cut, textarea")) return;
	event.preventDefault();
	const line = event.deltaMode === 1 ? 18 : 1;
	const [right, down] = [event.deltaX * line, event.deltaY * line];
	if (zooms) view.viewport.zoom(Math.exp(-Math.max(-60, Math.min(60, down)) / 140), within(view, event));
	else if (event.shiftKey && !right) view.viewport.pan(-down, 0);
	else view.viewport.pan(-right, -down);
}
