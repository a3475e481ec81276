/** The drawing of the path: outlines of stones that look picked up by hand, and the river they lie in. Pure sums. */

import { svg } from "./element.js";

const CORNERS = 9;

/** @param {number} index @returns {string} the outline of a stone, always the same for the same index */
export function outline(index) {
  return closed(blob(index, 25, 18.5, 0.16));
}

/** @param {number} index the ring around the stone where the group is */
export function ring(index) {
  return closed(blob(index, 33, 26, 0.08));
}

/** @param {number} index two short waves beside a stone */
export function ripple(index) {
  const shift = (index * 7) % 5;
  return `M${-38 + shift} ${10 - shift}q4 -3 8 0t8 0M${24 - shift} ${-14 + shift}q4 -3 8 0t8 0`;
}

/**
 * The river through all stones, in a field of 1200 by 84.
 * @param {number[]} heights how far each stone lies from the middle
 */
export function river(heights) {
  const middle = [0, ...heights, 0].map((height, index) => /** @type {Dot} */ ([(index + 0.5) * 100, 42 + height * 0.8]));
  const course = /** @type {Dot[]} */ ([[-20, 42], ...middle, [1220, 40]]);
  const upper = course.map(([x, y], index) => /** @type {Dot} */ ([x, y - 25 - (index % 3) * 2]));
  const lower = course.map(([x, y], index) => /** @type {Dot} */ ([x, y + 25 + ((index + 1) % 3) * 2])).reverse();
  const streak = (/** @type {number} */ offset) => svg("path", { class: "streak", d: `M${curve(course.map(([x, y], index) => [x, y + offset + (index % 2 ? 2 : -2)]))}` });
  return [svg("path", { class: "water", d: `M${curve(upper)}L${curve(lower)}Z` }), streak(-15), streak(17)];
}

/** @param {number} index @param {number} width @param {number} height @param {number} rough @returns {Dot[]} */
function blob(index, width, height, rough) {
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI + index;
    const reach = 1 + rough * (chance(index * CORNERS + corner) - 0.5) * 2;
    return [Math.cos(angle) * width * reach, Math.sin(angle) * height * reach];
  });
}

/** A number from 0 to 1 that is always the same for the same seed. @param {number} seed */
function chance(seed) {
  const wave = Math.sin(seed * 12.9898 + 4.1) * 43758.5453;
  return wave - Math.floor(wave);
}

/** @param {Dot[]} dots a smooth line around them */
function closed(dots) {
  const count = dots.length;
  const at = (/** @type {number} */ index) => /** @type {Dot} */ (dots[(index + count) % count]);
  const parts = dots.map((_, index) => bend(at(index - 1), at(index), at(index + 1), at(index + 2)));
  return `M${dot(at(0))}${parts.join("")}Z`;
}

/** @param {Dot[]} dots a smooth line through them, without its first move */
function curve(dots) {
  const at = (/** @type {number} */ index) => /** @type {Dot} */ (dots[Math.max(0, Math.min(dots.length - 1, index))]);
  const parts = dots.slice(1).map((_, index) => bend(at(index - 1), at(index), at(index + 1), at(index + 2)));
  return `${dot(at(0))}${parts.join("")}`;
}

/** Catmull and Rom's curve between the middle two of four dots, as Bézier's. @param {Dot} a @param {Dot} b @param {Dot} c @param {Dot} d */
function bend(a, b, c, d) {
  const one = /** @type {Dot} */ ([b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6]);
  const two = /** @type {Dot} */ ([c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6]);
  return `C${dot(one)} ${dot(two)} ${dot(c)}`;
}

/** @param {Dot} point */
function dot([x, y]) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
