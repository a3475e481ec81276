/** Voting in the room: a bar that tells everybody how it goes, and the dots at the notes. */

import { button, h, say } from "../element.js";
import { later, wear } from "../later.js";
import { n, t } from "../words.js";
import { createBallot, leftTold } from "./ballot.js";
import { createMarks } from "./marks.js";
import { createPoll } from "./poll.js";
import { countsOf, pastOf, resultOf, ruleOf, runningOf, votedOf } from "./results.js";

/** @param {Room} room @returns {Promise<Voting>} */
export async function open(room) {
	const ballot = createBallot(room);
	const marks = createMarks(room, ballot);
	const bar = createBar(room, ballot);
	let shown = "";
	let [ran, first] = ["", true];
	await wear(room.element, "votes/votes.css");

	/** What lies at the notes is another thing now. @param {Touched} touched */
	function turned({ all, keys }) {
		const running = runningOf(room.shown)?.id ?? "";
		const past = pastOf(room.shown).map(({ id }) => id);
		const told = JSON.stringify([running, past, room.actions.mayWrite]);
		const other = told !== shown || past.some((id) => keys.has(`votes:${id}`));
		shown = told;
		if (running !== ran && !(first && !running)) tell(running);
		[ran, first] = [running, false];
		return other && !all;
	}

	/** @param {string} running */
	function tell(running) {
		const title = room.shown.votes.get(running || ran)?.title ?? "";
		room.toasts.tell(running ? t("A vote has begun: {title}", { title }) : t("The vote is closed: {title}", { title }));
	}

	return {
		element: bar.element,
		lay: marks.lay,
		counts: () => countsOf(room),
		tools: () => /** @type {Tool[]} */ (!ballot.vote ? [] : [
			{ icon: "dot-more", name: t("Put a dot here"), key: "D", fits: (notes) => notes.length === 1 && notes.some((note) => ballot.fits(note)), act: ([note]) => note && ballot.put(note, 1) },
			{ icon: "dot-less", name: t("Take a dot back"), key: "Shift+D", fits: (notes) => notes.length === 1 && notes.some((note) => ballot.fits(note)), act: ([note]) => note && ballot.put(note, -1) },
		]),
		draw(touched) {
			bar.draw();
			marks.draw(countsOf(room));
			if (turned(touched)) room.seek(room.sought);
		},
	};
}

/** @param {Room} room @param {import("./ballot.js").Ballot} ballot */
function createBar(room, ballot) {
	const [title, rule, dots, left, voters] = [h("strong.vote-title"), h("span.soft"), h("span.own-dots", { "aria-hidden": "true" }), h("span"), h("span.soft.voted")];
	const there = button({ icon: "on", class: "primary" }, () => room.goTo(there.dataset.stone ?? "", true), h("span"));
	const end = button({ text: t("Close the vote"), class: "primary" }, () => later(room, "lead/ending"));
	const lead = button({ icon: "more", label: t("More about this vote") }, () => room.openPanel("lead/panel", "voting"));
	const results = button({ icon: "score", text: t("Results"), class: "results" }, () => room.openPanel("votes/panel"));
	const away = button({ icon: "close", label: t("Close"), class: "plain" }, () => {
		room.memory.set("voted", resultOf(room.shown)?.id ?? "");
		element.hidden = true;
		room.element.focus({ preventScroll: true });
	});
	const poll = createPoll(room, ballot);
	const element = h("section.voting", { "aria-label": t("Vote") }, h("div.vote-about", title, rule), h("div.vote-left", dots, left), poll.element, voters, h("div.vote-verbs", there, results, end, lead, away));

	return {
		element,
		draw() {
			const { here, shown, actions: { leads } } = room;
			const vote = runningOf(shown) ?? resultOf(shown);
			const runs = vote?.closed === null;
			const stays = vote?.answers || vote?.stones.includes(here);
			element.hidden = !vote || (runs ? Boolean(shown.workshop?.closed) : !stays || room.memory.get("voted") === vote.id);
			if (!vote) return;
			poll.draw(vote);
			const mine = runs && ballot.vote !== undefined && !vote.answers;
			const [stone] = vote.stones;
			element.classList.toggle("over", !runs);
			say(title, vote.title);
			say(rule, runs ? ruleOf(vote) : t("The votes are in."));
			for (const part of [dots, left]) part.hidden = !mine;
			say(dots, "●".repeat(vote.dots - ballot.left) + "○".repeat(Math.max(0, ballot.left)));
			say(left, leftTold(ballot.left));
			say(voters, runs ? votedOf(room, vote) : n("{count} person voted", "{count} people voted", vote.voters));
			there.hidden = !runs || !stone || vote.stones.includes(here);
			there.dataset.stone = stone ?? "";
			say(there.lastElementChild, t("Go to {name}", { name: room.nameAt(stone ?? "") }));
			end.hidden = lead.hidden = !runs || !leads;
			away.hidden = runs;
			results.hidden = runs && vote.hidden;
		},
	};
}
