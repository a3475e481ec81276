/** Mouse, pen and fingers on the board: pan, zoom, drag a note. One listener; each gesture has the same verbs. */

import { COORDINATE, NOTE_WIDTH } from "./limits.js";
import { placeCard } from "./card.js";
import { toWorld } from "./camera.js";

/** A hand trembles: less than this is a click. */
const TREMBLE = 4;
const DOUBLE = 350;

/** @param {Board} board @returns {() => void} takes the listeners away */
export function listenToPointer(board) {
  const pointers = new Map();
  /** @type {Gesture | null} */ let gesture = null;
  let last = { at: 0, note: /** @type {string|null} */ (null) };
  const { element } = board;
  const leave = new AbortController();
  const { signal } = leave;

  element.addEventListener("pointerdown", (event) => {
    if (isControl(event) || event.button > 1) return;
    pointers.set(event.pointerId, event);
    element.setPointerCapture(event.pointerId);
    gesture?.cancel();
    if (pointers.size === 2) gesture = pinch(board, pointers);
    else if (pointers.size === 1) gesture = press(board, event);
  }, { signal });

  element.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    gesture?.move(event);
    pointers.set(event.pointerId, event);
  }, { signal });

  const up = (/** @type {PointerEvent} */ event) => {
    if (!pointers.delete(event.pointerId)) return;
    const clicked = gesture && !movedFar(gesture);
    gesture?.[event.type === "pointerup" ? "release" : "cancel"]();
    gesture = null;
    if (clicked && event.type === "pointerup") last = click(board, event, last);
  };
  element.addEventListener("pointerup", up, { signal });
  element.addEventListener("pointercancel", up, { signal });
  // Or the mouse clicks that a browser makes out of two taps would select a word in the editor that just opened.
  element.addEventListener("touchend", (event) => { if (event.cancelable && !isControl(event)) event.preventDefault(); }, { signal, passive: false });
  element.addEventListener("wheel", (event) => wheel(board, event), { signal, passive: false });
  return () => leave.abort();
}

/** @param {Event} event @returns {HTMLElement | null} */
function noteAt(event) {
  return event.target instanceof Element ? event.target.closest(".note") : null;
}

/** @param {Event} event */
function isControl(event) {
  return event.target instanceof Element && event.target.closest("button, textarea, .toolbar, .zoom") !== null;
}

/** @param {Gesture} gesture */
function movedFar(gesture) {
  return gesture.far === true;
}

/** @param {Board} board @param {PointerEvent} event @returns {Gesture} */
function press(board, event) {
  board.editing?.finish();
  const element = noteAt(event);
  const id = element?.dataset.note;
  const note = id ? board.note(id) : undefined;
  const mine = note && event.button === 0 && board.room.actions.mayEdit(note);
  // A finger on a note pans until the note is chosen: otherwise one cannot pan a full board on a phone.
  const grips = mine && (event.pointerType !== "touch" || board.selected === id);
  return element && note && grips ? drag(board, element, note, event) : pan(board, event);
}

/**
 * The second click on a note edits it; on the ground, it aims the next note there.
 * @param {Board} board @param {PointerEvent} event @param {{at: number, note: string|null}} last
 */
function click(board, event, last) {
  const target = board.element.getRootNode();
  const under = target instanceof ShadowRoot || target instanceof Document ? target.elementFromPoint(event.clientX, event.clientY) : null;
  const id = under?.closest?.(".note")?.getAttribute("data-note") ?? null;
  const twice = event.timeStamp - last.at < DOUBLE && last.note === id;
  if (id) board.focus(id);
  else board.select(null);
  if (twice && id) board.edit(id);
  else if (twice) board.aim(centredOn(board, event));
  else if (!id) board.element.focus({ preventScroll: true });
  return { at: twice ? 0 : event.timeStamp, note: id };
}

/** @param {Board} board @param {PointerEvent} event */
function centredOn(board, event) {
  const { x, y } = toWorld(board.viewport.camera, within(board, event));
  return { x: Math.round(x - NOTE_WIDTH / 2), y: Math.round(y - 20) };
}

/** @param {Board} board @param {PointerEvent} start @returns {Gesture} */
function pan(board, start) {
  let { clientX, clientY } = start;
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
    release: () => board.element.classList.remove("panning"),
    cancel: () => board.element.classList.remove("panning"),
  };
  return gesture;
}

/**
 * @param {Board} board @param {HTMLElement} element @param {Note} note @param {PointerEvent} start
 * @returns {Gesture}
 */
function drag(board, element, note, start) {
  let at = { x: note.x, y: note.y };
  const { room } = board;
  const end = () => {
    element.classList.remove("dragging");
    room.presence.tell({ drag: null });
    board.select(null);
    board.select(note.id);
  };
  const gesture = {
    far: false,
    /** @param {PointerEvent} event */
    move(event) {
      if (!gesture.far && !isFar(event, start)) return;
      if (!gesture.far) board.toolbar.hidden = true;
      gesture.far = true;
      element.classList.add("dragging");
      const { scale } = board.viewport.camera;
      at = { x: bounded(note.x + (event.clientX - start.clientX) / scale), y: bounded(note.y + (event.clientY - start.clientY) / scale) };
      placeCard(element, at.x, at.y);
      room.presence.tell({ drag: { note: note.id, ...at } });
    },
    release() {
      if (!gesture.far) return;
      board.viewport.untouched = false;
      room.actions.move(note, at.x, at.y);
      end();
    },
    cancel() {
      if (!gesture.far) return;
      placeCard(element, note.x, note.y);
      end();
    },
  };
  return gesture;
}

/** @param {Board} board @param {Map<number, PointerEvent>} pointers @returns {Gesture} */
function pinch(board, pointers) {
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

/** @param {Board} board @param {WheelEvent} event */
function wheel(board, event) {
  if (event.target instanceof Element && event.target.closest(".note.selected.cut, textarea")) return;
  event.preventDefault();
  const line = event.deltaMode === 1 ? 18 : 1;
  if (event.ctrlKey || event.metaKey) {
    const steps = Math.max(-60, Math.min(60, event.deltaY * line));
    board.viewport.zoom(Math.exp(-steps / 140), within(board, event));
  } else if (event.shiftKey && !event.deltaX) board.viewport.pan(-event.deltaY * line, 0);
  else board.viewport.pan(-event.deltaX * line, -event.deltaY * line);
}

/** @param {Board} board @param {MouseEvent} event */
function within(board, event) {
  const { left, top } = board.element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** @param {PointerEvent} event @param {PointerEvent} start */
function isFar(event, start) {
  return Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > TREMBLE;
}

/** @param {number} value */
function bounded(value) {
  return Math.round(Math.max(-COORDINATE, Math.min(COORDINATE, value)));
}
