/** The icons of the room, drawn as lines: a font of icons may be missing, these cannot. */

import { svg } from "./element.js";

const SHAPES = {
  back: "M15 5l-7 7 7 7",
  on: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  check: "M5 13l4.5 4.5L19 7",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  pencil: "M4 20l1-4L16.5 4.5l3 3L8 19l-4 1zM14 7l3 3",
  sketch: "M3 18c3-8 5-12 7-11s-3 9-1 10 5-8 7-7-1 6 0 7 3-1 5-3",
  trash: "M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5",
  story: "M5 4h10l4 4v12H5zM15 4v4h4M8.5 12h7M8.5 16h5",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6M18 14.500c2.300.8 3.500 2.700 3.500 5.500",
  door: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2",
  help: "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.5M12 21.500a9.500 9.500 0 1 0 0-19 9.500 9.500 0 0 0 0 19z",
  board: "M4 5h7v6H4zM13 5h7v9h-7zM4 13h7v6H4z",
  list: "M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11",
  warning: "M12 4L2.500 20h19zM12 10v5M12 17.500v.5",
  again: "M19 8a8 8 0 1 0 1 6M19 3v5h-5",
  eye: "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  group: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 3.500-7 8-7s8 2 8 7",
  score: "M4 20V13M9.500 20V9M15 20v-5M20.500 20V5",
  report: "M6 3h8l4 4v14H6zM14 3v4h4",
  menu: "M4 7h16M4 12h16M4 17h16",
};

/** @typedef {keyof typeof SHAPES} IconName */

/** @param {IconName} name */
export function icon(name) {
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: SHAPES[name] }));
}
