/** Making elements. Text of people only ever becomes text, never markup. */

/** By tag and classes, as in "p.soft"; then attributes, listeners (`on: {click}`) and children. @type {MakeHtml} */
export const h = (name, ...content) => make("http://www.w3.org/1999/xhtml", name, content);

/** @type {MakeSvg} */
export const svg = (name, ...content) => make("http://www.w3.org/2000/svg", name, content);

/** A drawing of icons.svg: a font of icons may be missing. @param {IconName} name */
export const icon = (name) => svg("svg.icon", { "aria-hidden": "true" }, svg("use", { href: `#${name}` }));

/** @param {string} space @param {string} name @param {any[]} content @returns {any} */
function make(space, name, content) {
	const [tag = "", ...classes] = name.split(".");
	const element = document.createElementNS(space, tag);
	if (classes.length) element.setAttribute("class", classes.join(" "));
	if (content[0]?.constructor === Object) dress(element, content.shift());
	element.append(...content.flat().filter(Boolean));
	return element;
}

/** @param {Element} element @param {Attributes} attributes */
export function dress(element, { on = {}, ...attributes }) {
	for (const [name, value] of Object.entries(attributes)) {
		if ((value ?? false) === false) element.removeAttribute(name);
		else element.setAttribute(name, value === true ? "" : value);
	}
	for (const [event, hear] of Object.entries(on)) element.addEventListener(event, /** @type {any} */ (hear));
}

/** Only where it differs: a screen reader speaks no sooner than needed. @param {Element | null} element @param {string} text */
export function say(element, text) {
	if (element && element.textContent !== text) element.textContent = text;
}

/** Who waits for a press to end. @type {Map<Element, Child[]>} */ const waiting = new Map();

/** Other children, where they differ; not while one of them is pressed, or the press would be lost. What had the focus keeps it, by its `data-id`. @param {Element} element @param {...Child} children */
export function refill(element, ...children) {
	if (element.querySelector(":active")) {
		if (!waiting.has(element)) setTimeout(() => {
			const last = waiting.get(element);
			waiting.delete(element);
			if (last) refill(element, ...last);
		}, 50);
		return void waiting.set(element, children);
	}
	waiting.delete(element);
	const focused = element.querySelector(":focus")?.getAttribute("data-id");
	const [old, fresh] = [[...element.childNodes], [...h("i", ...children).childNodes]];
	for (const node of old.splice(fresh.length)) node.remove();
	fresh.forEach((node, at) => { if (!old[at]?.isEqualNode(node)) old[at] ? old[at].replaceWith(node) : element.append(node); });
	if (focused) /** @type {HTMLElement | null} */ (element.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus();
}

/** Its `label` names it where there is no text, and explains it where there is. @param {ButtonLooks} looks @param {(event: MouseEvent) => void} click @param {...Child} more */
export function button({ icon: shape, text, label, ...attributes }, click, ...more) {
	return h("button", { type: "button", title: label, "aria-label": text ? null : label, ...attributes, on: { click } },
		shape && icon(shape), text && h("span", text), more);
}
