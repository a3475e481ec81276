/** The programme for who leads: where we are, time against plan, what is next, and the private notes of this step. */

import { localTime, serverNow } from "../clock.js";
import { button, dress, h, refill, say } from "../element.js";
import { later } from "../later.js";
import { SCRIPT } from "../limits.js";
import { n, t } from "../words.js";
import { minutesHere, paceOf, stepAt } from "./pace.js";

const MINUTE = 60_000;
/** How often the clock is looked at, and how long a pause in typing is. */
const [TICK, PAUSE] = [10_000, 800];

/** @param {Room} room @returns {Drawn} */
export function createProgramme(room) {
	const [told, list, none] = [h("p.soft", { role: "status" }), h("ol.steps"), h("p", t("No programme yet"))];
	const notes = createNotes(room);
	const page = h("a.button", { href: room.data.pages.programme }, t("Change the programme"));
	const element = h("section", h("div.programme", { "data-private": "" }, none, told, notes.element, list, page), hiddenHere());
	/** @type {Timer} */ let timer;
	let shown = -1;

	function draw() {
		clearTimeout(timer);
		timer = setTimeout(() => element.isConnected && draw(), TICK);
		const { workshop } = room.shown;
		if (!workshop) return;
		const [now, at] = [serverNow(), stepAt(workshop)];
		const { steps, behind } = paceOf(workshop, now);
		none.hidden = workshop.programme.length > 0;
		say(told, behind === null ? "" : toldOf(behind));
		refill(list, workshop.programme.map((step, place) => rowOf(room, step, { ...steps[place], is: place === at, done: place < at, now })));
		notes.draw(workshop.programme[at]);
		if (shown !== (shown = at)) list.children[at]?.scrollIntoView({ block: "nearest" });
	}

	return { element, draw };
}

/** What stands there instead on a shared screen. */
export const hiddenHere = () => h("p.soft.when-shared", t("This screen is shared, so what is for you alone stays hidden here."));

/** @param {number} behind */
export function toldOf(behind) {
	const minutes = Math.round(Math.abs(behind) / MINUTE);
	if (!minutes) return t("On time");
	return behind > 0 ? n("{count} minute behind plan", "{count} minutes behind plan", minutes) : n("{count} minute ahead of plan", "{count} minutes ahead of plan", minutes);
}

/** @typedef {{ planned?: number | null, expected?: number | null, is: boolean, done: boolean, now: number }} Standing */

/** @param {Room} room @param {ProgrammeStep} step @param {Standing} standing */
function rowOf(room, { step, kind, stone, minutes }, { planned, expected, is, done, now }) {
	const { language } = room.data;
	const [when, plan] = [expected, planned].map((at) => at ? localTime(at, language) : "");
	const place = stone ?? kind;
	const spent = is && room.shown.workshop ? minutesHere(room.shown.workshop, now) : null;
	const long = spent === null ? n("{count} minute", "{count} minutes", minutes) : t("{spent} of {minutes} minutes", { spent, minutes });
	const late = when && plan && when !== plan ? t("planned {time}", { time: plan }) : "";
	return h("li", { class: is ? "is" : done && "done" }, button({ class: "plain step", "data-id": step, "aria-current": is && "step" }, () => room.goTo(place, false, step),
		h("span.soft.figure", when || plan), h("span.step-name", room.nameAt(place)), h("span", { class: spent !== null && spent > minutes ? "soft over" : "soft" }, long), h("span.soft.plan", late)));
}

/** What who leads noted at a step: kept as one types, and as others change it. @param {Room} room */
function createNotes(room) {
	const field = h("textarea", { rows: 4, maxlength: SCRIPT, on: { input: () => { clearTimeout(timer); timer = setTimeout(save, PAUSE); }, change: save } });
	const [name, wrong] = [h("span"), h("div.error", { role: "alert" })];
	const element = h("div", h("label.script", name, field), wrong);
	/** @type {Timer} */ let timer;
	/** Of which step, and what it said when one began to write. */ let [shown, was] = ["", ""];

	function save() {
		timer = void clearTimeout(timer);
		const text = field.value.trim();
		if (shown && text !== was) room.session.ask({ kind: "script.set", step: shown, text, was });
		was = text;
	}

	return {
		element,
		/** @param {ProgrammeStep} [step] */
		draw(step) {
			if (timer && step?.step !== shown) save();
			const isSame = shown === step?.step;
			shown = step?.step ?? "";
			element.hidden = !step;
			say(name, t("Private notes: {name}", { name: step ? room.nameAt(step.stone ?? step.kind) : "" }));
			const text = room.shown.scripts.get(shown) ?? "";
			if (!isSame || (field.value.trim() === was && text !== was)) field.value = was = text;
			const failed = room.session.waitingFor(`scripts:${shown}`).find((one) => one.failed !== null);
			refill(wrong, failed && [failed.failed, " ", button({ text: t("Look at both"), "data-id": failed.id }, () => later(room, "unsaved", failed))]);
			dress(field, { placeholder: t("Only who leads sees this") });
		},
	};
}
