/** Making elements. Text of people only ever becomes text, never markup. */

/**
 * An element with attributes, listeners (`on: {click}`) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, any>} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  dress(element, attributes);
  element.append(...present(children));
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag @param {Record<string, any>} [attributes] @param {...Child} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  dress(element, attributes);
  element.append(...present(children));
  return element;
}

/** @param {Element} element @param {Record<string, any>} attributes */
export function dress(element, { on = {}, ...attributes }) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, /** @type {any} */ (listener));
}

/** @param {Child[]} children @returns {(Node | string)[]} */
function present(children) {
  return /** @type {(Node | string)[]} */ (children.filter((child) => child !== null && child !== undefined && child !== false));
}

/** Sets text only where it differs: a screen reader speaks no sooner than needed. @param {Element} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * A button with an icon, a text or both; `label` names it where there is no text, and explains it where there is.
 * @param {{icon?: SVGElement, text?: string, label?: string, class?: string, [attribute: string]: any}} options
 * @param {(event: MouseEvent) => void} click
 */
export function button({ icon, text, label, ...attributes }, click) {
  const named = text ? { title: label } : { "aria-label": label, title: label };
  return h("button", { type: "button", ...named, ...attributes, on: { click } }, icon, text && h("span", {}, text));
}
