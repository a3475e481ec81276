/** Notes in the hand: they come along, and where they are let go decides about clusters. */

import { areOpen, bounded } from "./actions.js";
import { gesture, pan, within } from "./gestures.js";
import { NOTES_AT_ONCE } from "./limits.js";
import { boxOf } from "./places.js";

/** Who drags this near to the edge takes the board along. */
const EDGE = 36;

/** @param {Board} board @param {string} cluster @param {PointerEvent} start */
export function dragCluster(board, cluster, start) {
	const { rights, session } = board.room;
	const known = session.shown.clusters.get(cluster);
	const notes = board.clusters.frames.get(cluster)?.notes ?? [];
	if (!known || ![known, ...notes].every(rights.mayArrange)) return pan(board, start);
	return hang(board, notes, start, () => {}, (dx, dy) => session.ask({ kind: "cluster.move", cluster, dx, dy }));
}

/** Dropped on another note they make a cluster with it, in a frame they join it, outside their own they leave it. @param {Board} board @param {Note[]} notes @param {PointerEvent} start */
export function drag(board, notes, start) {
	const { actions } = board.room;
	/** @type {Element | undefined} */ let aimed;
	const aim = (/** @type {PointerEvent | undefined} */ event = undefined) => {
		const next = event && board.cards.get(targetOf(event)?.id ?? "")?.element;
		if (next === aimed) return;
		aimed?.classList.remove("dropping");
		next?.classList.add("dropping");
		aimed = next;
	};
	const targetOf = (/** @type {PointerEvent} */ event) => {
		if (!areOpen(notes)) return undefined;
		const point = board.pointAt(event);
		const under = board.notes().findLast((note) => !notes.includes(note) && note.audience === "all" && !board.clusters.hides(note) && isInside(note, point));
		return under && (under.cluster ? notes.some(({ cluster }) => cluster !== under.cluster) : actions.mayCluster([under, ...notes])) ? under : undefined;
	};
	return hang(board, notes, start, aim, (dx, dy, event) => {
		const target = targetOf(event);
		if (target) return board.room.nameCluster(actions.unite(notes, target));
		const cluster = areOpen(notes) ? board.clusters.under(board.pointAt(event), notes) : null;
		// A cluster that moves whole stays one.
		const left = new Set(board.notes().flatMap((note) => (note.cluster && !notes.some(({ id }) => id === note.id) ? [note.cluster] : [])));
		return actions.change(notes, (note) => ({ x: bounded(note.x + dx), y: bounded(note.y + dy), cluster: !cluster && note.cluster && !left.has(note.cluster) ? note.cluster : cluster }));
	});
}

/** @param {Board} board @param {Note[]} notes @param {PointerEvent} start @param {(event?: PointerEvent) => void} over @param {(dx: number, dy: number, event: PointerEvent) => void} drop */
function hang(board, notes, start, over, drop) {
	const { presence } = board.room;
	const ids = notes.map(({ id }) => id);
	const from = board.pointAt(start);
	let [dx, dy, drifting, at] = [0, 0, 0, start];
	const follow = () => {
		const { x, y } = board.pointAt(at);
		[dx, dy] = [Math.round(x - from.x), Math.round(y - from.y)];
		board.hands.hang(ids, { dx, dy });
		presence.tell({ drag: { notes: ids.slice(0, NOTES_AT_ONCE), dx, dy } });
		over(at);
	};
	const drift = () => {
		const { x, y } = within(board, at);
		const { width, height } = board.viewport.size;
		const push = (/** @type {number} */ near, /** @type {number} */ far) => (near < EDGE ? 8 : far < EDGE ? -8 : 0);
		const [right, down] = [push(x, width - x), push(y, height - y)];
		if (right || down) {
			board.viewport.pan(right, down);
			follow();
		}
		drifting = requestAnimationFrame(drift);
	};
	return gesture(start, {
		begin: drift,
		move(event) {
			at = event;
			follow();
		},
		end() {
			cancelAnimationFrame(drifting);
			over();
			board.hands.hang(ids, null);
			presence.tell({ drag: null });
		},
		release(event) {
			board.viewport.untouched = false;
			drop(dx, dy, event);
		},
	});
}

/** In the middle of a note: who only lays one beside or over another means no cluster. @param {Note} note @param {Point} point */
function isInside(note, point) {
	const { x, y, width, height } = boxOf(note);
	return Math.abs(point.x - x - width / 2) < width * 0.38 && Math.abs(point.y - y - height / 2) < height * 0.38;
}
