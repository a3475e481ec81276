/** The vote that runs is closed; where some are not through, one asks first, for it stays closed. */

import { takingPart } from "../turnout.js";
import { runningOf } from "../votes/results.js";
import { n, t } from "../words.js";
import { confirm } from "./confirm.js";

/** @param {Room} room */
export function open(room) {
	const vote = runningOf(room.shown);
	if (!vote) return;
	const end = () => room.session.ask({ kind: "vote.close", vote: vote.id });
	const { through = 0, voters = 0 } = room.tallies.get(vote.id) ?? {};
	const missing = takingPart(room).length - (vote.answers ? voters : through);
	if (missing <= 0) return void end();
	const told = vote.answers ? n("{count} person has not answered yet. A closed vote cannot be opened again.", "{count} people have not answered yet. A closed vote cannot be opened again.", missing)
		: n("{count} person still has dots left. A closed vote cannot be opened again.", "{count} people still have dots left. A closed vote cannot be opened again.", missing);
	confirm(room, { title: t("Close the vote?"), told: [told], action: t("Close the vote"), stay: t("Wait") }, end);
}
