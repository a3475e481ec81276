/** Voting as who leads does it: begin a round, see how it goes, close it, go on with the best; dots for people without a device. */

import { newId } from "../changes.js";
import { button, dress, h, refill, say } from "../element.js";
import { createForm } from "../form.js";
import { wear } from "../later.js";
import { DOTS, NOTES_AT_ONCE, TITLE } from "../limits.js";
import { dotsAt } from "../state.js";
import { takingPart } from "../turnout.js";
import { barsOf } from "../votes/panel.js";
import { candidatesOf, pastOf, resultsOf, runningOf, topOf, votedOf } from "../votes/results.js";
import { n, t } from "../words.js";
import { createAnswers } from "./answers.js";
import { confirm } from "./confirm.js";
import { open as close } from "./ending.js";

/** So few notes need no more than three dots: people should have to choose. */
const FEW = 12;
const TOPS = [3, 5, 10];
const SHOWN = 3;

/** @param {Room} room @returns {Drawn} */
export function createVoting(room) {
	const [running, form, past] = [createRunning(room), createBeginning(room), createPast(room, (vote, most) => form.again(vote, most))];
	wear(room.element, "votes/votes.css");
	return {
		element: h("section.lead-voting", running.element, form.element, past.element),
		draw(touched) {
			const { place, all, keys } = touched;
			if (!all && !place && ![...keys].some((key) => /^(votes|dots|notes|people|online|workshop)/.test(key))) return;
			for (const part of [running, form, past]) part.draw(touched);
		},
	};
}

/** The round that runs. @param {Room} room */
function createRunning(room) {
	const [title, told, rows] = [h("h3"), h("p", { role: "status" }), h("ul.behalf")];
	const meter = h("progress.through");
	const summary = h("summary");
	const behalf = h("details", summary, h("p.soft", t("What they show or call out, you put here. It counts with the others.")), rows);
	const element = h("section.running", title, told, meter, h("div.lead-verbs", button({ icon: "trash", text: t("Delete"), class: "plain" }, () => remove(room, runningOf(room.shown))), button({ text: t("Close the vote"), class: "primary" }, () => close(room))), behalf);
	behalf.addEventListener("toggle", draw);

	function draw() {
		const vote = runningOf(room.shown);
		element.hidden = !vote;
		if (!vote) return;
		const { through = 0, voters = 0 } = room.tallies.get(vote.id) ?? {};
		const here = takingPart(room).length;
		const done = vote.answers ? voters : through;
		say(title, vote.title);
		say(told, [votedOf(room, vote), !vote.answers && n("{count} person has used all dots", "{count} people have used all dots", through)].filter(Boolean).join(" · "));
		dress(meter, { max: Math.max(1, here, done), value: done, "aria-label": vote.answers ? t("Who has answered") : t("Who has used all dots") });
		say(summary, vote.answers ? t("Answers of people without a device") : t("Dots for people without a device"));
		if (behalf.open) refill(rows, candidatesOf(room, vote).map((note) => rowOf(vote, note)));
	}

	/** @param {Vote} vote @param {Candidate} note */
	function rowOf({ id: vote, answers }, { id: note, text, colour }) {
		const now = () => room.shown.dots.get(dotsAt({ vote, note, room: true })) ?? 0;
		const put = (/** @type {1 | -1} */ by) => () => { if (now() + by >= 0) room.session.ask({ kind: "dots.set", vote, note, count: now() + by, room: true }); };
		return h("li", { "data-colour": colour }, h("span", { dir: "auto" }, text || t("(no text)")),
			button({ icon: "minus", label: answers ? t("One less") : t("One dot less"), "data-id": `less ${note}`, "aria-disabled": !now() && "true" }, put(-1)), h("strong.figure", String(now())),
			button({ icon: "plus", label: answers ? t("One more") : t("One dot more"), "data-id": `more ${note}` }, put(1)));
	}

	return { element, draw };
}

/** The form of a new round. @param {Room} room */
function createBeginning(room) {
	/** The notes of a second round. @type {string[] | null} */ let chosen = null;
	let edited = false;
	const title = h("input", { name: "title", maxlength: TITLE, required: true, autocomplete: "off", on: { change() { title.value = title.value.trim(); } } });
	const [dots, each] = [createNumber("dots"), createNumber("each")];
	const stones = h("fieldset", h("legend", t("Over the notes of")));
	const [notesKind, pollKind] = [h("input", { type: "radio", name: "kind", checked: true }), h("input", { type: "radio", name: "kind" })];
	const [subject, answers] = [h("span"), createAnswers()];
	const [open, hidden] = [["", t("Everybody sees the votes at once")], ["hidden", t("Results show when it is closed")]].map(([value, label]) => h("label", h("input", { type: "radio", name: "hidden", value, checked: Boolean(value) }), label));
	const about = h("p.soft");
	const whole = button({ text: t("Over all notes instead"), class: "plain" }, () => { chosen = null; edited = false; fill(); });
	const few = h("p.soft", { id: "few-notes", role: "status" });
	const figures = h("div.two", h("label", t("Dots for everybody"), dots), h("label", t("At most per note"), each));
	const kinds = h("fieldset.kinds", { on: { change: turn } }, h("legend", t("Vote")), h("label", notesKind, t("Over notes")), h("label", pollKind, t("A question with answers")));
	const ask = createForm(t("Start the vote"), begin, kinds, h("label", subject, title), answers.element, about, whole, stones, few, figures, h("fieldset", h("legend", t("Results")), hidden, open));
	const element = h("details.new-vote", { open: true }, h("summary", t("New vote")), ask);
	ask.addEventListener("input", () => { edited = true; check(); });

	/** The button says why it does nothing yet. */
	function check() {
		const why = refusal();
		say(few, why);
		dress(/** @type {HTMLElement} */ (ask.querySelector("[type=submit]")), { "aria-disabled": why ? "true" : null, "aria-describedby": why ? few.id : null });
	}

	function refusal() {
		if (pollKind.checked) return answers.given()[1];
		if (!chosen && !ticked().length) return t("Choose at least one stone with notes.");
		const count = candidatesOf(room, { stones: over(), notes: left() }).length;
		return count < 2 ? t("A vote needs at least two notes that everybody sees.") : "";
	}

	/** The notes of a second round that are still there. */
	const left = () => chosen?.filter((id) => room.shown.notes.has(id)) ?? null;
	const over = () => left() ? [...new Set(left()?.map((id) => room.shown.notes.get(id)?.stone ?? ""))] : ticked();

	const proposed = () => room.stone(room.here) ? t("What matters most at {name}?", { name: room.nameAt(room.here) }) : t("What matters most?");

	/** Over notes, or a question of one's own. */
	function turn() {
		const poll = pollKind.checked;
		if (["", proposed()].includes(title.value)) title.value = poll ? "" : proposed();
		answers.element.hidden = !poll;
		for (const part of [stones, figures]) part.hidden = poll;
		dots.disabled = each.disabled = poll;
		say(subject, poll ? t("The question") : t("What is it about?"));
	}

	const ticked = () => [.../** @type {NodeListOf<HTMLInputElement>} */ (stones.querySelectorAll("input:checked"))].map(({ value }) => value);

	/** Good to begin with: this stone, enough dots to choose with, each at another note, and nobody swayed by the first ones. */
	function fill() {
		const here = room.stone(room.here) ? room.here : "";
		const count = candidatesOf(room, { stones: [here], notes: null }).length;
		const boards = [...room.stones(), room.texts.parking].filter(({ id }) => id === here || room.notesAt(id).length);
		refill(stones, h("legend", t("Over the notes of")), boards.map(({ id, name }) => h("label", h("input", { type: "checkbox", value: id, checked: id === here }), `${name} (${room.notesAt(id).length})`)));
		for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (stones.querySelectorAll("input"))) box.checked = box.value === here;
		if (!title.value || !edited) title.value = proposed();
		dots.value = String(count > FEW ? 5 : 3);
		each.value = "1";
		about.hidden = whole.hidden = true;
		kinds.hidden = false;
		notesKind.checked = true;
		turn();
		check();
	}

	/** A second round among the best. @param {Vote} vote @param {number} most */
	function again(vote, most) {
		fill();
		const best = topOf(resultsOf(room, vote), most).slice(0, NOTES_AT_ONCE).map(({ note }) => note);
		chosen = best.map(({ id }) => id);
		edited = true;
		title.value = t("Second round: {title}", { title: vote.title }).slice(0, TITLE).trim();
		dots.value = best.length > 5 ? "3" : best.length > 3 ? "2" : "1";
		each.value = "1";
		say(about, n("Only over the {count} best note of the round before.", "Only over the {count} best notes of the round before.", best.length));
		about.hidden = whole.hidden = false;
		kinds.hidden = stones.hidden = true;
		element.open = true;
		check();
		element.scrollIntoView({ block: "nearest" });
		title.focus();
	}

	function begin() {
		const [why, notes] = [refusal(), left()];
		if (why) return room.toasts.show(why);
		const more = { title: title.value, hidden: new FormData(ask).get("hidden") === "hidden" };
		const [all, most] = [dots.valueAsNumber, Math.min(each.valueAsNumber, dots.valueAsNumber)];
		const matter = pollKind.checked ? { stones: [], each: 1, ...answers.given()[0] } : { stones: over(), ...notes && { notes }, dots: all, each: most };
		room.session.ask({ kind: "vote.open", vote: newId(), ...matter, ...more });
		answers.fill();
		[chosen, edited] = [null, false];
		fill();
	}

	return {
		element, again,
		/** @param {Touched} touched */
		draw({ all, place }) {
			// What came of it comes first.
			if (element.hidden && !runningOf(room.shown)) element.open = false;
			element.hidden = Boolean(runningOf(room.shown));
			if (all || place) element.open = Boolean(chosen) || edited || !pastOf(room.shown).length;
			if (!edited && !chosen && (all || place || !title.value)) fill();
			else check();
		},
	};
}

/** @param {string} name */
const createNumber = (name) => h("input", { type: "number", name, min: 1, max: DOTS, required: true, inputmode: "numeric" });

/** What came of the rounds before. @param {Room} room @param {(vote: Vote, most: number) => void} again */
function createPast(room, again) {
	const element = h("section.past-votes");
	return {
		element,
		draw() {
			const votes = pastOf(room.shown);
			refill(element, votes.length > 0 && h("h3", t("Votes so far")), votes.map((vote) => {
				const results = resultsOf(room, vote);
				const tops = TOPS.filter((most) => !vote.answers && topOf(results, most).length > 1 && (results.length > most || most === TOPS[0]));
				return h("article.past-vote", h("h4", vote.title), h("p.soft", n("{count} person voted", "{count} people voted", vote.voters)),
					h("ol.bars", barsOf(room, vote, SHOWN)),
					!runningOf(room.shown) && tops.length > 0 && h("div.again", h("span", t("Second round among the top")), tops.map((most) => button({ text: String(most), "aria-label": n("Second round among the best {count}", "Second round among the best {count}", most), "data-id": `${vote.id} ${most}` }, () => again(vote, most)))),
					h("div.lead-verbs", !vote.answers && button({ icon: "score", text: t("All results"), "data-id": `all ${vote.id}` }, () => room.openPanel("votes/panel", vote.id)),
						button({ icon: "trash", label: t("Delete this vote"), class: "plain", "data-id": `remove ${vote.id}` }, () => remove(room, vote))));
			}));
		},
	};
}

/** A vote does not come back, so one asks first. @param {Room} room @param {Vote | undefined} vote */
function remove(room, vote) {
	if (!vote) return;
	confirm(room, { title: t("Delete this vote?"), told: [t("The votes in it go with it, and do not come back.")], action: t("Delete") }, () => room.session.ask({ kind: "vote.delete", vote: vote.id }));
}
