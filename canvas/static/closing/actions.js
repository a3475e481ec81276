/** What will be done, by whom and by when; who leads writes it down right here, everybody sees it. */

import { newId } from "../changes.js";
import { button, h, refill, say } from "../element.js";
import { failureOf } from "../form.js";
import { NAME, WHAT } from "../limits.js";
import { isShared } from "../mirrored.js";
import { n, t } from "../words.js";
import { dayIn } from "./days.js";

/** @type {() => [Action["status"], string][]} */
const statuses = () => [["open", t("To do")], ["doing", t("Under way")], ["done", t("Done")]];

/** @param {Room} room */
export function createActions(room) {
	const { session } = room;
	/** @type {Map<string, ReturnType<typeof createRow>>} */ const rows = new Map();
	const [count, list, people, none] = [h("p.soft"), h("ul.actions"), h("datalist", { id: "who-does-it" }), h("p.soft")];
	const form = createAdding((what) => begin({ what, stone: null, note: null }, false));
	const element = h("section", { "aria-label": t("Actions") }, count, none, list, form, people);

	/** @param {{what: string, stone: string | null, note: string | null}} wish @param {boolean} [goes] to who does it */
	function begin(wish, goes = true) {
		const action = newId();
		session.ask({ kind: "action.add", action, ...wish });
		draw();
		if (goes) requestAnimationFrame(() => rows.get(action)?.go());
	}

	function draw() {
		const { actions: known } = room.shown;
		const mayEdit = mayAct(room);
		for (const [id, row] of rows) if (!known.has(id) || row.edits !== mayEdit) { row.element.remove(); rows.delete(id); }
		for (const action of known.values()) {
			const row = rows.get(action.id) ?? createRow(room, action, mayEdit);
			rows.set(action.id, row);
			row.draw(action);
			if (!row.element.isConnected || row.element.parentNode !== list) list.append(row.element);
		}
		const done = [...known.values()].filter(({ status }) => status === "done").length;
		say(count, known.size ? [n("{count} action", "{count} actions", known.size), done && t("{done} done", { done })].filter(Boolean).join(", ") : "");
		count.hidden = !known.size;
		none.hidden = known.size > 0;
		say(none, mayEdit ? t("No actions yet. Write one, or take over what the session brought.") : t("No actions yet. They appear here as the group agrees on them."));
		form.hidden = !mayEdit;
		people.replaceChildren(...mayEdit && !isShared(room) ? room.present().map(({ name }) => h("option", { value: name })) : []);
	}

	return {
		element, begin,
		/** @param {Touched} touched */
		draw({ all, place, keys }) {
			if (all || place || [...keys].some((key) => /^(actions:|workshop|people|online|stones:)/.test(key))) draw();
		},
	};
}

/** Who leads writes actions, until the session is closed. @param {Room} room */
export const mayAct = (room) => room.actions.leads && !room.shown.workshop?.closed;

/** @param {(what: string) => void} add */
function createAdding(add) {
	const field = h("input", { maxlength: WHAT, autocomplete: "off", "aria-label": t("A new action"), placeholder: t("Write an action and press Enter") });
	return h("form.new-action", { on: { submit(event) {
		event.preventDefault();
		const what = field.value.trim();
		if (what) add(what);
		field.value = "";
		field.focus();
	} } }, field, h("button", { type: "submit" }, t("Add")));
}

/** Its fields stay while one types; what others change shows in the rest. @param {Room} room @param {Action} action @param {boolean} edits */
function createRow(room, action, edits) {
	const { id } = action;
	const from = h("p.soft.action-from");
	const parts = edits ? editable(room, action) : readable(room);
	const wrong = h("div.action-from");
	const element = h("li.action", { "data-action": id }, parts.elements, from, wrong);
	return {
		element, edits,
		go: () => parts.who?.focus(),
		/** @param {Action} now */
		draw(now) {
			element.classList.toggle("done", now.status === "done");
			parts.draw(now);
			say(from, originOf(room, now));
			from.hidden = !from.textContent;
			refill(wrong, failureOf(room, `actions:${id}`));
		},
	};
}

/** @param {Room} room */
function readable(room) {
	const [what, who, due, status] = [h("p.action-what", { dir: "auto" }), h("span"), h("span"), h("span")];
	const facts = h("p.action-facts", status, who, due);
	return {
		elements: [what, facts], who: null,
		/** @param {Action} now */
		draw(now) {
			say(what, now.what);
			say(who, now.who || t("nobody yet"));
			say(due, now.due && dayIn(room, now.due));
			due.hidden = !now.due;
			say(status, statuses().find(([id]) => id === now.status)?.[1] ?? "");
		},
	};
}

/** @param {Room} room @param {Action} action */
function editable(room, { id: action }) {
	const { session } = room;
	/** @param {string} name @param {{value: string}} field */
	const keep = (name, field) => {
		const [value, known] = [field.value.trim(), room.shown.actions.get(action)];
		if (!known || value === known[/** @type {"what"} */ (name)]) return;
		if (name === "what" && !value) field.value = known.what;
		else session.ask({ kind: "action.edit", action, [name]: value });
	};
	/** @param {string} name */
	const keeping = (name) => ({ change: (/** @type {Event} */ { target }) => keep(name, /** @type {any} */ (target)) });
	const what = h("textarea.action-what", { rows: 1, maxlength: WHAT, dir: "auto", "aria-label": t("What"), on: { ...keeping("what"), keydown(event) {
		if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); who.focus(); }
	} } });
	const who = h("input", { maxlength: NAME, list: "who-does-it", autocomplete: "off", placeholder: t("Who"), "aria-label": t("Who does it"), on: keeping("who") });
	const due = h("input", { type: "date", "aria-label": t("By when"), on: keeping("due") });
	const status = h("select", { "aria-label": t("How far it is"), on: keeping("status") }, statuses().map(([value, text]) => h("option", { value }, text)));
	const remove = button({ icon: "trash", label: t("Delete this action"), class: "plain" }, () => {
		const known = room.shown.actions.get(action);
		if (!known) return;
		session.ask({ kind: "action.delete", action });
		const { id, author, created, ...again } = known;
		room.toasts.show(t("Action deleted"), { label: t("Undo"), act: () => session.ask({ kind: "action.add", action: newId(), ...again }) });
	});
	return {
		elements: [what, h("div.action-facts", who, due, status, remove)], who,
		/** @param {Action} now */
		draw(now) {
			const active = /** @type {ShadowRoot} */ (room.element.getRootNode()).activeElement;
			for (const [field, value] of /** @type {const} */ ([[what, now.what], [who, now.who], [due, now.due], [status, now.status]])) {
				if (field !== active && field.value !== value) field.value = value;
			}
		},
	};
}

/** Where it comes from. @type {(room: Room, action: Action) => string} */
const originOf = (room, { stone, note }) => !stone ? "" : note ? t("from a note at {name}", { name: room.nameAt(stone) }) : t("from {name}", { name: room.nameAt(stone) });
