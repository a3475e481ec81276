/** The window on the board: keeps the camera and moves one layer; nothing else changes while one pans or zooms. */

import { fitted, revealing, zoomed } from "./camera.js";
import { NOTE_HEIGHT, NOTE_WIDTH } from "./limits.js";

const CELL = 28;
/** How long after the last change of scale the layer is drawn sharp again. */
const SETTLE = 160;
/** So much smaller, the layer is drawn anew also under way. */
const SHRUNK = 0.6;

export class Viewport {
	/** @type {Camera} */ camera = { x: 24, y: 24, scale: 1 };
	size = { width: 0, height: 0 };
	/** What lies over the board at its edges: nothing is hidden there on purpose. */
	free = { top: 64, right: 24, bottom: 92, left: 24 };
	largest = 1;
	/** Whether the view still is as it was fitted: then it may be fitted anew when the window changes. */
	untouched = true;
	/** @type {Timer} */ #settling;
	/** The scale at which the layer was drawn last. */
	#drawn = 1;

	/**
	 * @param {{window: HTMLElement, layer: HTMLElement, ground: HTMLElement}} elements
	 * @param {{bounds: () => Box | null, moved: () => void, fit?: () => void}} hooks `fit` where all is fitted in another way
	 */
	constructor({ window, layer, ground }, hooks) {
		this.layer = layer;
		this.ground = ground;
		this.hooks = hooks;
		this.observer = new ResizeObserver(([entry]) => {
			if (!entry) return;
			const { width, height } = entry.contentRect;
			this.size = { width, height };
			if (this.untouched && width > 0) this.fitAll(false);
		});
		this.observer.observe(window);
	}

	stop() {
		this.observer.disconnect();
		clearTimeout(this.#settling);
	}

	/** @param {Camera} camera @param {boolean} [glide] */
	set(camera, glide = false) {
		const { x, y, scale } = camera;
		if (scale !== this.camera.scale) this.#settle(scale);
		this.camera = camera;
		// No class: Streamlit has rules for any [class], and all notes would be styled anew.
		this.layer.toggleAttribute("data-gliding", glide);
		this.layer.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0) scale(${scale})`;
		if (!this.#settling) this.#drawGround();
		this.hooks.moved();
	}

	/** The dots rest while one zooms: drawn larger in each frame they would cost as much as the notes. */
	#drawGround() {
		const { x, y, scale } = this.camera;
		const cell = cellOf(scale);
		const size = `${cell}px ${cell}px`;
		if (this.ground.style.backgroundSize !== size) this.ground.style.backgroundSize = size;
		this.ground.style.transform = `translate3d(${modulo(x, cell) - cell}px, ${modulo(y, cell) - cell}px, 0)`;
	}

	/** @param {number} dx @param {number} dy */
	pan(dx, dy) {
		this.untouched = false;
		this.set({ ...this.camera, x: this.camera.x + dx, y: this.camera.y + dy });
	}

	/** @param {number} factor @param {Point} [point] */
	zoom(factor, point = { x: this.size.width / 2, y: this.size.height / 2 }) {
		this.untouched = false;
		this.set(zoomed(this.camera, this.camera.scale * factor, point));
	}

	actualSize() {
		this.zoom(1 / this.camera.scale);
	}

	fitAll(glide = true) {
		if (this.hooks.fit) return this.hooks.fit();
		const box = this.hooks.bounds() ?? { x: 0, y: 0, width: NOTE_WIDTH, height: NOTE_HEIGHT };
		this.untouched = true;
		return this.set(fitted(box, this.size, this.free, this.largest), glide);
	}

	/** @param {Box} box fills the view, as far as that makes sense */
	fitBox(box) {
		this.untouched = false;
		this.set(fitted(box, this.size, this.free, 1.6), true);
	}

	/** Moves just so far that a box is in view. @param {Box} box */
	show(box) {
		const camera = revealing(this.camera, box, this.size, this.free);
		if (camera.x === this.camera.x && camera.y === this.camera.y) return;
		this.untouched = false;
		this.set(camera, true);
	}

	/**
	 * The layer is a picture that is moved. While it grows it stays that picture, and is drawn anew once it rests, so that type is sharp;
	 * while it shrinks too, now and then, for else ever more of it would be drawn at the old size. @param {number} scale
	 */
	#settle(scale) {
		const far = scale < this.#drawn * SHRUNK;
		if (far) this.#drawn = scale;
		this.layer.style.willChange = far ? "auto" : "transform";
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => {
			this.layer.style.willChange = "auto";
			this.#settling = undefined;
			this.#drawn = this.camera.scale;
			this.#drawGround();
		}, SETTLE);
	}
}

/** Dots stay between 20 and 40 pixels apart. @param {number} scale */
function cellOf(scale) {
	let cell = CELL * scale;
	while (cell < 20) cell *= 2;
	while (cell > 40) cell /= 2;
	return cell;
}

/** @param {number} value @param {number} by */
function modulo(value, by) {
	return ((value % by) + by) % by;
}
