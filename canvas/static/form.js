/** Asking for one text in a small window. */

import { openDialog } from "./dialog.js";
import { button, h } from "./element.js";

/**
 * The text as it was typed, or null where nobody wants to say one.
 * @param {Room} room
 * @param {{title: string, label: string, action: string, most: number, value?: string, lines?: number, needed?: boolean, preview?: Node, remove?: [string, () => void]}} wish
 * @returns {Promise<string | null>}
 */
export function askText({ element }, { title, label, action, most, value = "", lines = 1, needed, preview, remove }) {
  return new Promise((resolve) => {
    /** @type {string | null} */ let answer = null;
    const field = h(lines > 1 ? "textarea" : "input", { maxlength: most, required: needed, rows: lines, autocomplete: "off" });
    field.value = value;
    const form = createForm(action, (text) => {
      answer = text;
      if (text || !needed) dialog.close();
    }, preview, h("label", label, field), remove && button({ text: remove[0] }, () => { dialog.close(); remove[1](); }));
    const dialog = openDialog(element, title, [form]);
    dialog.addEventListener("close", () => resolve(answer));
    field.select();
  });
}

/**
 * A form around one field. Enter sends it; in a field of several lines, Shift + Enter begins a new one.
 * @param {string} action @param {(text: string) => void} send @param {...Child} content
 */
export function createForm(action, send, ...content) {
  const form = h("form.ask", content, h("button.primary", { type: "submit" }, action));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form.querySelector(/** @type {"input"} */ ("input, textarea"))?.value.trim() ?? "");
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return form;
}
