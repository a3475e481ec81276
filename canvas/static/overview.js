/** All stones in one picture, with their notes and the links between them: to look around in, to go somewhere from, to take along. */

import { fitted, toWorld } from "./camera.js";
import { openDialog } from "./dialog.js";
import { button, dress, h, icon, say } from "./element.js";
import { pan, pinch, wheel } from "./gestures.js";
import { Viewport } from "./viewport.js";
import { t } from "./words.js";

/** What a drawing may hold, as exports/svg.py makes it; all else is dropped. */
const ELEMENTS = /^(svg|g|title|rect|path|text|image)$/;
const ATTRIBUTES = /^(viewBox|width|height|x|y|d|rx|fill|stroke(-\w+)?|font-\w+|text-anchor|data-(stone|note)|role|tabindex|href)$/;
const PICTURE = /^data:image\/(png|jpeg);base64,/;
const PAUSE = 2000;
const MARGIN = { top: 16, right: 16, bottom: 16, left: 16 };

/** @param {Room} room */
export function open(room) {
	const address = `${room.data.api}overview.`;
	const told = h("p.soft", { role: "status" }, t("Drawing the overview…"));
	const layer = h("div.layer");
	const element = h("div.overview", layer, told);
	const files = ["png", "svg"].map((kind) => h("a.button", { href: `${address}${kind}?download=1`, download: "" }, icon("download"), kind.toUpperCase()));
	const tools = h("div.overview-tools", button({ icon: "minus", label: t("Zoom out") }, () => viewport.zoom(0.8)), button({ icon: "plus", label: t("Zoom in") }, () => viewport.zoom(1.25)),
		button({ text: t("All"), label: t("Show everything") }, () => viewport.fitAll()), files);
	const dialog = openDialog(room.element, t("All stones"), [tools, element], "full");
	let size = { width: 1, height: 1 };
	const viewport = new Viewport({ window: element, layer, ground: h("div") }, { bounds: () => null, moved() {}, fit() {
		viewport.untouched = true;
		viewport.set(fitted({ x: 0, y: 0, ...size }, viewport.size, MARGIN, 2));
	} });
	/** @type {Timer} */ let timer;

	async function draw() {
		timer = undefined;
		try {
			const drawing = cleaned(await (await fetch(`${address}svg`)).text());
			layer.replaceChildren(drawing);
			size = { width: drawing.width.baseVal.value, height: drawing.height.baseVal.value };
			say(told, "");
			if (viewport.untouched) viewport.fitAll();
		} catch {
			say(told, t("The overview cannot be drawn now. Close it and try again in a moment."));
		}
	}

	listen({ element, viewport }, ({ stone, note }) => {
		dialog.close();
		if (note) room.reveal(note);
		else if (stone) room.goTo(stone);
	});
	room.watch(dialog, ({ all, keys }) => {
		if (all || [...keys].some((key) => /^(notes|links|clusters|finished)/.test(key))) timer ??= setTimeout(draw, PAUSE);
	});
	dialog.addEventListener("close", () => { viewport.stop(); clearTimeout(timer); });
	draw();
}

/** @param {View} view @param {(place: DOMStringMap) => void} go to what was clicked, or chosen by Enter */
function listen(view, go) {
	const { element, viewport } = view;
	const pointers = new Map();
	/** @type {Gesture | null} */ let gesture = null;
	/** @type {EventTarget | null} */ let aim = null;
	const open = () => {
		const place = aim instanceof Element && aim.closest("[data-note], [data-stone]");
		if (place) go(/** @type {SVGElement} */ (place).dataset);
	};
	const release = (/** @type {PointerEvent} */ event) => {
		pointers.delete(event.pointerId);
		gesture?.release(event);
		if (event.type === "pointerup" && !gesture?.far) open();
	};
	dress(element, { on: {
		pointerdown(event) {
			pointers.set(event.pointerId, event);
			element.setPointerCapture(event.pointerId);
			aim = event.target;
			gesture = pointers.size > 1 ? pinch(view, pointers) : pan(view, event);
		},
		pointermove(event) {
			if (!pointers.has(event.pointerId)) return;
			gesture?.move(event);
			pointers.set(event.pointerId, event);
		},
		pointerup: release,
		pointercancel: release,
		keydown({ key, target }) {
			aim = target;
			if (key === "Enter") open();
		},
		focusin({ target }) {
			element.scrollTo(0, 0); // a browser scrolls to what has the focus; here the camera goes there
			if (pointers.size || !(target instanceof Element)) return;
			const [box, frame, { camera }] = [target.getBoundingClientRect(), element.getBoundingClientRect(), viewport];
			viewport.show({ ...toWorld(camera, { x: box.x - frame.x, y: box.y - frame.y }), width: box.width / camera.scale, height: box.height / camera.scale });
		},
	} });
	element.addEventListener("wheel", (event) => wheel(view, event), { passive: false });
}

/** A drawing with nothing in it but lines, type and pictures. @param {string} text */
function cleaned(text) {
	const drawing = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
	if (!(drawing instanceof SVGSVGElement)) throw new Error("The server's answer is no drawing");
	for (const element of [drawing, ...drawing.querySelectorAll("*")]) {
		if (!ELEMENTS.test(element.localName)) element.remove();
		for (const { name, value } of [...element.attributes]) if (!ATTRIBUTES.test(name) || (name === "href" && !PICTURE.test(value))) element.removeAttribute(name);
		if (element.matches("[data-note]")) dress(element, { role: "link", tabindex: 0 });
	}
	return document.importNode(drawing, true);
}
