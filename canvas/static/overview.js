/** All stones in one picture, with their notes and the links between them: to look around in, to go somewhere from, to take along. */

import { fitted, toWorld } from "./camera.js";
import { openDialog } from "./dialog.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { pan, pinch, wheel } from "./pointer.js";
import { Viewport } from "./viewport.js";
import { t } from "./words.js";

/** What a drawing may hold; the rest is dropped, whoever made it. */
const ELEMENTS = new Set("svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker image clipPath".split(" "));
const ATTRIBUTES = new Set(("viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform fill fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray"
  + " opacity font-family font-size font-weight text-anchor dominant-baseline id data-stone data-note marker-end orient refX refY markerWidth markerHeight clip-path href preserveAspectRatio role aria-label").split(" "));
const PICTURE = /^data:image\/(png|jpeg);base64,/;
const PAUSE = 2000;
const MARGIN = { top: 16, right: 16, bottom: 16, left: 16 };

/** @param {Room} room */
export function openOverview(room) {
  const address = `${room.data.api}overview.`;
  const told = h("p.soft", { role: "status" }, t("Drawing the overview…"));
  const layer = h("div.layer");
  const element = h("div.overview", layer, told);
  const zoom = (/** @type {number} */ by) => viewport.zoom(by);
  const files = ["png", "svg"].map((kind) => h("a.button", { href: `${address}${kind}?download=1`, download: "" }, icon("download"), kind.toUpperCase()));
  const tools = h("div.overview-tools", button({ icon: "minus", label: t("Zoom out") }, () => zoom(0.8)), button({ icon: "plus", label: t("Zoom in") }, () => zoom(1.25)),
    button({ text: t("All"), label: t("Show everything") }, () => viewport.fitAll()), files);
  const dialog = openDialog(room.element, t("All stones"), [tools, element], "full");
  let size = { width: 1, height: 1 };
  const viewport = new Viewport({ window: element, layer, ground: h("div") }, { notes: () => [], moved() {}, fit() {
    viewport.untouched = true;
    viewport.set(fitted({ x: 0, y: 0, ...size }, viewport.size, MARGIN, 2));
  } });
  /** @type {Timer} */ let timer;

  async function draw() {
    timer = undefined;
    try {
      const answer = await fetch(`${address}svg`);
      const drawing = cleanedDrawing(await answer.text());
      layer.replaceChildren(drawing);
      size = drawing.viewBox.baseVal;
      say(told, "");
      if (viewport.untouched) viewport.fitAll();
    } catch {
      say(told, t("The overview cannot be drawn now. Close it and try again in a moment."));
    }
  }

  listen({ element, viewport }, (target) => {
    const { stone, note } = target.dataset;
    if (!stone && !note) return;
    dialog.close();
    if (note) room.reveal(note);
    else if (stone) room.goTo(stone);
  });
  room.watch(dialog, ({ all, keys }) => {
    if (all || [...keys].some((key) => /^(notes|links|clusters):|^finished/.test(key))) timer ??= setTimeout(draw, PAUSE);
  });
  dialog.addEventListener("close", () => { viewport.stop(); clearTimeout(timer); });
  draw();
}

/** @param {View} view @param {(target: SVGElement) => void} open */
function listen(view, open) {
  const { element, viewport } = view;
  const pointers = new Map();
  /** @type {Gesture | null} */ let gesture = null;
  const target = (/** @type {Event} */ event) => /** @type {SVGElement | null} */ (/** @type {Element} */ (event.target).closest("[data-stone], [data-note]"));
  const up = (/** @type {PointerEvent} */ event) => { pointers.delete(event.pointerId); gesture?.release(event); };
  element.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, event);
    gesture = pointers.size > 1 ? pinch(view, pointers) : pan(view, event);
  });
  element.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    gesture?.move(event);
    if (gesture?.far) element.setPointerCapture(event.pointerId); // not before, or a click would have no target
    pointers.set(event.pointerId, event);
  });
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("wheel", (event) => wheel(view, event), { passive: false });
  element.addEventListener("click", (event) => { const hit = target(event); if (hit && !gesture?.far) open(hit); });
  element.addEventListener("keydown", (event) => { const hit = target(event); if (hit && event.key === "Enter") open(hit); });
  element.addEventListener("focusin", (event) => {
    element.scrollTo(0, 0); // a browser scrolls to what has the focus; here the camera goes there
    const [box, frame] = [/** @type {Element} */ (event.target).getBoundingClientRect(), element.getBoundingClientRect()];
    const { scale } = viewport.camera;
    if (!pointers.size) viewport.show({ ...toWorld(viewport.camera, { x: box.x - frame.x, y: box.y - frame.y }), width: box.width / scale, height: box.height / scale });
  });
}

/** A drawing with nothing in it but lines, type and small pictures. @param {string} text */
function cleanedDrawing(text) {
  const drawing = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (!(drawing instanceof SVGSVGElement)) throw new Error("This is no drawing in SVG.");
  for (const element of [drawing, ...drawing.querySelectorAll("*")]) {
    if (!ELEMENTS.has(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes]) if (!ATTRIBUTES.has(name) || (name === "href" && !PICTURE.test(value))) element.removeAttribute(name);
    if (element.matches("[data-stone], [data-note]")) for (const [name, value] of [["tabindex", "0"], ["role", "button"]]) element.setAttribute(name ?? "", value ?? "");
  }
  return document.importNode(drawing, true);
}
