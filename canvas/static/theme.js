/** Light or dark: as the page around us is, else as the person's machine is. */

/** @param {HTMLElement} element @returns {() => void} takes the listener away */
export function followTheme(element) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const draw = () => { element.dataset.theme = isDark(element, dark.matches) ? "dark" : "light"; };
  draw();
  dark.addEventListener("change", draw);
  return () => dark.removeEventListener("change", draw);
}

/** @param {HTMLElement} element @param {boolean} otherwise */
export function isDark(element, otherwise) {
  const paper = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const light = lightness(paper);
  return light === null ? otherwise : light < 0.5;
}

/** From 0 for black to 1 for white; null for what is no colour we can read. @param {string} colour */
export function lightness(colour) {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1] ?? /^#([0-9a-f]{3})$/i.exec(colour)?.[1]?.replace(/./g, "$&$&");
  const parts = hex ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) : (/^rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? "").split(/[\s,/]+/).slice(0, 3).map(Number);
  const [red = NaN, green = NaN, blue = NaN] = parts;
  const light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  return Number.isNaN(light) ? null : light;
}
