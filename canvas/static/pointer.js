/** Mouse, pen and fingers on the board: one listener, which hands on to the gesture that begins, or makes it a click. */

import { drag, dragCluster } from "./dragging.js";
import { adds, marquee, pan, pinch, wheel, within } from "./gestures.js";
import { NOTE_WIDTH } from "./limits.js";

const DOUBLE = 350;
const LONG_PRESS = 500;

/** @param {Board} board @returns {{stop: () => void, cancel: () => boolean}} */
export function listenToPointer(board) {
	const { element, room, cursors } = board;
	const pointers = new Map();
	const leave = new AbortController();
	/** @type {Gesture | null} */ let gesture = null;
	/** @type {Timer} */ let pressing;
	let last = { at: 0, thing: /** @type {string | null} */ (null) };
	/** @type {<K extends keyof HTMLElementEventMap>(kinds: K[], listen: (event: HTMLElementEventMap[K]) => void) => void} */
	const on = (kinds, listen) => kinds.forEach((kind) => element.addEventListener(kind, listen, { signal: leave.signal, passive: false }));
	const cancel = () => {
		const had = gesture !== null;
		gesture?.cancel();
		gesture = null;
		return had;
	};

	on(["pointerdown"], (event) => {
		if (isControl(event)) return;
		pointers.set(event.pointerId, event);
		element.setPointerCapture(event.pointerId);
		cancel();
		clearTimeout(pressing);
		const { note } = thingAt(event.target);
		if (pointers.size === 2) gesture = pinch(board, pointers);
		else if (pointers.size === 1) gesture = press(board, event);
		if (event.pointerType === "touch" && note && pointers.size === 1) pressing = setTimeout(() => {
			if (!gesture || gesture.far) return;
			gesture = null;
			room.selection.toggle(note);
		}, LONG_PRESS);
	});
	on(["pointermove"], (event) => {
		if (event.pointerType === "mouse") cursors.tell(board.pointAt(event));
		if (!pointers.has(event.pointerId)) return;
		gesture?.move(event);
		pointers.set(event.pointerId, event);
	});
	on(["pointerleave"], () => cursors.tell(null));
	on(["pointerup", "pointercancel", "lostpointercapture"], (event) => {
		if (!pointers.delete(event.pointerId)) return;
		clearTimeout(pressing);
		const [ended, up] = [gesture, event.type === "pointerup"];
		gesture = null;
		up ? ended?.release(event) : ended?.cancel();
		if (up && ended && !ended.far && event.button < 1) last = click(board, event, last);
	});
	// Or the mouse clicks that a browser makes out of two taps would select a word in the editor that just opened.
	on(["contextmenu", "touchend"], (event) => { if (event.cancelable && !isControl(event)) event.preventDefault(); });
	// Safari's own word for two fingers on a touchpad.
	let scale = 1;
	on(/** @type {any} */ (["gesturestart", "gesturechange"]), (/** @type {any} */ event) => {
		event.preventDefault();
		if (event.type === "gesturechange" && !pointers.size) board.viewport.zoom(event.scale / scale, within(board, event));
		scale = event.scale;
	});
	on(["wheel"], (event) => wheel(board, event));
	return { stop: () => leave.abort(), cancel };
}

/** @param {EventTarget | null} target */
function thingAt(target) {
	const at = (/** @type {string} */ what) => (target instanceof Element ? target.closest(what) : null);
	const note = at(".note")?.getAttribute("data-note") ?? null;
	const cluster = at(".cluster-head, .cluster.folded")?.closest(".cluster")?.getAttribute("data-cluster") ?? null;
	return { note, cluster };
}

/** @param {Event} event */
function isControl({ target }) {
	return target instanceof Element && target.closest("button:not(.cluster-title), input, textarea, .toolbar, .zoom") !== null;
}

/** @param {Board} board @param {PointerEvent} event */
function press(board, event) {
	const { actions, linking, selection } = board.room;
	const { note: id, cluster } = thingAt(event.target);
	const note = board.note(id ?? "");
	board.editing?.finish();
	if (event.button > 0 || linking.from) return pan(board, event);
	if (cluster) return dragCluster(board, cluster, event);
	if (note && board.room.rights.may("move", note)) return drag(board, selection.ids.has(note.id) ? actions.mine(board.chosen(), "move") : [note], event);
	return !note && (board.marquee || event.shiftKey) ? marquee(board, event) : pan(board, event);
}

/** A click chooses, the second one edits; on the ground it aims the next note there. @param {Board} board @param {PointerEvent} event @param {{at: number, thing: string | null}} last */
function click(board, event, last) {
	const { linking, selection } = board.room;
	const root = /** @type {ShadowRoot} */ (board.element.getRootNode());
	const { note, cluster } = thingAt(root.elementFromPoint(event.clientX, event.clientY));
	const [thing, more] = [note ?? cluster, adds(event)];
	const twice = !more && event.timeStamp - last.at < DOUBLE && last.thing === thing;
	if (note && linking.from) linking.finish(note);
	else if (note) more ? selection.toggle(note) : board.focus(note);
	else if (cluster) board.clusters.select(cluster);
	else if (!more) selection.clear();
	if (twice && note) board.edit(note);
	else if (twice && cluster) board.clusters.rename(cluster);
	else if (twice) board.aim(centred(board.pointAt(event)));
	else if (!thing) board.element.focus({ preventScroll: true });
	return { at: twice ? 0 : event.timeStamp, thing };
}

/** @param {Point} point where a note goes that is aimed there */
const centred = ({ x, y }) => ({ x: Math.round(x - NOTE_WIDTH / 2), y: Math.round(y - 20) });
