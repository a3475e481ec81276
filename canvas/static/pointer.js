/** Mouse, pen and fingers on the board: one listener; each gesture (pan, pinch, drag, marquee) has the same verbs. */

import { bounded } from "./actions.js";
import { toWorld } from "./camera.js";
import { h } from "./element.js";
import { NOTE_WIDTH } from "./limits.js";
import { boxOf, overlaps } from "./places.js";

/** A hand trembles: less than this is a click. */
const TREMBLE = 4;
const DOUBLE = 350;
const LONG_PRESS = 500;
/** Who drags this near to the edge takes the board along. */
const EDGE = 36;

/** @param {Board} board @returns {{stop: () => void, cancel: () => boolean}} */
export function listenToPointer(board) {
  const pointers = new Map();
  /** @type {Gesture | null} */ let gesture = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let pressing;
  let last = { at: 0, thing: /** @type {string|null} */ (null) };
  const { element } = board;
  const leave = new AbortController();
  const { signal } = leave;

  element.addEventListener("pointerdown", (event) => {
    if (isControl(event)) return;
    pointers.set(event.pointerId, event);
    element.setPointerCapture(event.pointerId);
    gesture?.cancel();
    clearTimeout(pressing);
    if (pointers.size === 2) gesture = pinch(board, pointers);
    else if (pointers.size === 1) gesture = press(board, event);
    const note = noteAt(event)?.dataset.note;
    if (event.pointerType === "touch" && note && pointers.size === 1) pressing = setTimeout(() => {
      if (!gesture || gesture.far) return;
      gesture = null;
      board.room.selection.toggle(note);
      navigator.vibrate?.(10);
    }, LONG_PRESS);
  }, { signal });

  element.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") board.cursors.tell(board.pointAt(event));
    if (!pointers.has(event.pointerId)) return;
    gesture?.move(event);
    pointers.set(event.pointerId, event);
  }, { signal });
  element.addEventListener("pointerleave", () => board.cursors.tell(null), { signal });

  const up = (/** @type {PointerEvent} */ event) => {
    if (!pointers.delete(event.pointerId)) return;
    clearTimeout(pressing);
    const clicked = gesture && !gesture.far && event.button < 1;
    gesture?.[event.type === "pointerup" ? "release" : "cancel"](event);
    gesture = null;
    if (clicked && event.type === "pointerup") last = click(board, event, last);
  };
  element.addEventListener("pointerup", up, { signal });
  element.addEventListener("pointercancel", up, { signal });
  element.addEventListener("contextmenu", (event) => { if (!isControl(event)) event.preventDefault(); }, { signal });
  // Or the mouse clicks that a browser makes out of two taps would select a word in the editor that just opened.
  element.addEventListener("touchend", (event) => { if (event.cancelable && !isControl(event)) event.preventDefault(); }, { signal, passive: false });
  element.addEventListener("wheel", (event) => wheel(board, event), { signal, passive: false });
  return {
    stop: () => leave.abort(),
    cancel() {
      const had = gesture !== null;
      gesture?.cancel();
      gesture = null;
      return had;
    },
  };
}

/** @param {Event} event @returns {HTMLElement | null} */
function noteAt(event) {
  return event.target instanceof Element ? event.target.closest(".note") : null;
}

/** @param {Event} event */
function clusterAt(event) {
  return event.target instanceof Element && event.target.closest(".cluster-head, .cluster.folded") ? event.target.closest(".cluster")?.getAttribute("data-cluster") : undefined;
}

/** @param {Event} event */
function isControl(event) {
  return event.target instanceof Element && event.target.closest("button:not(.cluster-title), input, textarea, .toolbar, .zoom") !== null;
}

/** @param {PointerEvent} event */
function adds(event) {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}

/** @param {Board} board @param {PointerEvent} event @returns {Gesture} */
function press(board, event) {
  const { room } = board;
  board.editing?.finish();
  if (event.button > 0 || room.linking.from) return pan(board, event);
  const cluster = clusterAt(event);
  if (cluster) return dragCluster(board, cluster, event);
  const note = board.note(noteAt(event)?.dataset.note ?? "");
  if (note && room.actions.mayEdit(note)) return drag(board, room.selection.ids.has(note.id) ? room.actions.mine(room.chosen()) : [note], event);
  return !note && (board.marquee || event.shiftKey) ? marquee(board, event) : pan(board, event);
}

/**
 * A click chooses, the second one edits; on the ground the second one aims the next note there.
 * @param {Board} board @param {PointerEvent} event @param {{at: number, thing: string|null}} last
 */
function click(board, event, last) {
  const { room } = board;
  const root = /** @type {ShadowRoot} */ (board.element.getRootNode());
  const under = root.elementFromPoint(event.clientX, event.clientY);
  const id = under?.closest(".note")?.getAttribute("data-note") ?? null;
  const cluster = under?.closest(".cluster-head, .cluster.folded") ? under.closest(".cluster")?.getAttribute("data-cluster") ?? null : null;
  const thing = id ?? cluster;
  const twice = event.timeStamp - last.at < DOUBLE && last.thing === thing;
  if (id && room.linking.from) room.linking.finish(id);
  else if (id && adds(event)) room.selection.toggle(id);
  else if (id) board.focus(id);
  else if (cluster) board.clusters.select(cluster);
  else if (!adds(event)) room.selection.clear();
  if (twice && id && !adds(event)) board.edit(id);
  else if (twice && cluster) board.clusters.rename(cluster);
  else if (twice && !thing) board.aim(centredOn(board, event));
  else if (!thing) board.element.focus({ preventScroll: true });
  return { at: twice ? 0 : event.timeStamp, thing };
}

/** @param {Board} board @param {PointerEvent} event */
function centredOn(board, event) {
  const { x, y } = board.pointAt(event);
  return { x: Math.round(x - NOTE_WIDTH / 2), y: Math.round(y - 20) };
}

/** @param {View} board @param {PointerEvent} start @returns {Gesture} */
export function pan(board, start) {
  let { clientX, clientY } = start;
  const end = () => board.element.classList.remove("panning");
  const gesture = {
    far: false,
    /** @param {PointerEvent} event */
    move(event) {
      if (!gesture.far && !isFar(event, start)) return;
      gesture.far = true;
      board.element.classList.add("panning");
      board.viewport.pan(event.clientX - clientX, event.clientY - clientY);
      ({ clientX, clientY } = event);
    },
    release: end,
    cancel: end,
  };
  return gesture;
}

/** A frame drawn around notes chooses them. @param {Board} board @param {PointerEvent} start @returns {Gesture} */
function marquee(board, start) {
  const { selection } = board.room;
  const before = adds(start) ? [...selection.ids] : [];
  const from = within(board, start);
  const frame = h("div", { class: "marquee" });
  const gesture = {
    far: false,
    /** @param {PointerEvent} event */
    move(event) {
      if (!gesture.far && !isFar(event, start)) return;
      if (!gesture.far) board.element.append(frame);
      gesture.far = true;
      const to = within(board, event);
      const [x, y, width, height] = [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
      frame.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
      const { camera } = board.viewport;
      const box = { ...toWorld(camera, { x, y }), width: width / camera.scale, height: height / camera.scale };
      selection.set([...before, ...board.notes().filter((note) => !board.clusters.hides(note) && overlaps(box, boxOf(note))).map(({ id }) => id)]);
    },
    release: () => frame.remove(),
    cancel: () => frame.remove(),
  };
  return gesture;
}

/** @param {Board} board @param {string} cluster @param {PointerEvent} start @returns {Gesture} */
function dragCluster(board, cluster, start) {
  const { room } = board;
  const known = room.session.shown.clusters.get(cluster);
  if (!known || !room.actions.mayEdit(known)) return pan(board, start);
  return hang(board, board.clusters.frames.get(cluster)?.notes ?? [], start, {
    over() {},
    drop: (dx, dy) => room.session.ask({ kind: "cluster.move", cluster, dx, dy }),
  });
}

/** Notes come along; dropped on another note they make a cluster, in a frame they join it, outside their own they leave it. @param {Board} board @param {Note[]} notes @param {PointerEvent} start @returns {Gesture} */
function drag(board, notes, start) {
  const { actions } = board.room;
  const ids = new Set(notes.map(({ id }) => id));
  /** @type {string | null} */ let target = null;
  return hang(board, notes, start, {
    over(event) {
      const { x, y } = board.pointAt(event);
      const under = board.notes().findLast((note) => !ids.has(note.id) && !board.clusters.hides(note) && isInside(boxOf(note), x, y));
      const next = under && (under.cluster ? notes.some(({ cluster }) => cluster !== under.cluster) : actions.mayCluster([under, ...notes])) ? under.id : null;
      if (next === target) return;
      for (const [id, on] of /** @type {const} */ ([[target, false], [next, true]])) board.cards.get(id ?? "")?.element.classList.toggle("dropping", on);
      target = next;
    },
    drop(dx, dy, event) {
      const on = board.note(target ?? "");
      board.cards.get(target ?? "")?.element.classList.remove("dropping");
      if (on) return board.room.nameCluster(actions.unite(notes, on));
      const cluster = board.clusters.under(board.pointAt(event), notes);
      const moved = (/** @type {Note} */ { x, y }) => ({ x: bounded(x + dx), y: bounded(y + dy) });
      const stays = actions.wholeCluster(notes) && !cluster;
      return actions.change(notes, (note) => ({ ...moved(note), cluster: stays ? note.cluster : cluster }));
    },
  });
}

/**
 * Notes hang at the hand until they are let go.
 * @param {Board} board @param {Note[]} notes @param {PointerEvent} start
 * @param {{over: (event: PointerEvent) => void, drop: (dx: number, dy: number, event: PointerEvent) => void}} how
 * @returns {Gesture}
 */
function hang(board, notes, start, { over, drop }) {
  const { presence } = board.room;
  const ids = notes.map(({ id }) => id);
  const from = board.pointAt(start);
  let [dx, dy, drifting, at] = [0, 0, 0, start];
  const follow = () => {
    const { x, y } = board.pointAt(at);
    [dx, dy] = [Math.round(x - from.x), Math.round(y - from.y)];
    board.hang(ids, { dx, dy });
    presence.tell({ drag: { notes: ids.slice(0, 200), dx, dy } });
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
  const end = () => {
    cancelAnimationFrame(drifting);
    board.hang(ids, null);
    presence.tell({ drag: null });
  };
  const gesture = {
    far: false,
    /** @param {PointerEvent} event */
    move(event) {
      if (!gesture.far && !isFar(event, start)) return;
      at = event;
      if (!gesture.far) drift();
      gesture.far = true;
      follow();
    },
    /** @param {PointerEvent} event */
    release(event) {
      if (!gesture.far) return;
      board.viewport.untouched = false;
      end();
      drop(dx, dy, event);
    },
    cancel() {
      if (gesture.far) end();
    },
  };
  return gesture;
}

/** @param {View} board @param {Map<number, PointerEvent>} pointers @returns {Gesture} */
export function pinch(board, pointers) {
  const span = () => {
    const [one, two] = [...pointers.values()].map((event) => within(board, event));
    if (!one || !two) return { distance: 1, x: 0, y: 0 };
    return { distance: Math.max(1, Math.hypot(two.x - one.x, two.y - one.y)), x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 };
  };
  return {
    far: true,
    move(event) {
      const before = span();
      pointers.set(event.pointerId, event);
      const after = span();
      board.viewport.pan(after.x - before.x, after.y - before.y);
      board.viewport.zoom(after.distance / before.distance, after);
    },
    release() {},
    cancel() {},
  };
}

/** @param {View} board @param {WheelEvent} event */
export function wheel(board, event) {
  if (event.target instanceof Element && event.target.closest(".note.selected.cut, textarea")) return;
  event.preventDefault();
  const line = event.deltaMode === 1 ? 18 : 1;
  if (event.ctrlKey || event.metaKey) {
    const steps = Math.max(-60, Math.min(60, event.deltaY * line));
    board.viewport.zoom(Math.exp(-steps / 140), within(board, event));
  } else if (event.shiftKey && !event.deltaX) board.viewport.pan(-event.deltaY * line, 0);
  else board.viewport.pan(-event.deltaX * line, -event.deltaY * line);
}

/** @param {View} board @param {MouseEvent} event */
function within(board, event) {
  const { left, top } = board.element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** In the middle of a note: who only lays one beside or over another means no cluster. @param {Box} box @param {number} x @param {number} y */
function isInside({ x: left, y: top, width, height }, x, y) {
  return Math.abs(x - left - width / 2) < width * 0.38 && Math.abs(y - top - height / 2) < height * 0.38;
}

/** @param {PointerEvent} event @param {PointerEvent} start */
function isFar(event, start) {
  return Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > TREMBLE;
}
