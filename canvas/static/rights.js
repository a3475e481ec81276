/** What this person may do now, and who sees what they write: the twin of stepstones/rules.py, so that nothing is offered that is refused. */

import { t } from "./words.js";

const OPEN = /** @type {const} */ ({ locked: false, writing: "open", moving: false, editing: false });
const UNSEEN = new Set(["private", "anonymous"]);
const ADDS = /^notes?\.add$/;

/** @type {(room: Room) => Rights} */
export const createRights = (room) => {
	const { session, secrets } = room;
	const me = () => session.you?.person ?? null;

	/** Notes of one change are heard of by the same people. @param {string} id */
	function hearing(id) {
		const note = room.shown.notes.get(id) ?? session.truth.trash.get(id);
		return note && note.audience !== "all" ? `${note.audience} ${note.author}` : String(secrets.of(id) !== undefined);
	}

	/** @type {Rights} */ const rights = {
		get leads() {
			return session.you?.role === "facilitator";
		},

		get mayWrite() {
			return (rights.leads || session.you?.role === "participant") && !rights.why("");
		},

		rulesAt: (stone) => room.shown.stones?.get(stone) ?? OPEN,

		why(stone) {
			const { workshop, people } = room.shown;
			if (workshop?.closed) return t("This session is closed: you can read everything, but nothing changes any more.");
			if (rights.leads) return "";
			if (people?.get(me() ?? "")?.muted) return t("You can look on for now. The facilitator can let you write again.");
			return rights.rulesAt(stone).locked ? t("This stepping stone is locked: nothing is added or changed here now.") : "";
		},

		told: (stone) => JSON.stringify([rights.why(stone), rights.leads, rights.rulesAt(stone)]),

		mayWriteAt: (stone) => rights.mayWrite && !rights.why(stone),

		isMine: ({ id, author, anonymous }) => anonymous && id ? secrets.of(id) !== undefined : author !== null && author === me(),

		may(deed, note) {
			const { moving, editing, writing } = rights.rulesAt(note.stone);
			const [own, hidden] = [rights.isMine(note), note.audience !== "all"];
			if (!rights.mayWriteAt(note.stone) || (hidden && !own && deed !== "remove")) return false;
			if (rights.leads) return true;
			if (writing === "moderated" && !hidden && deed === "say") return false;
			return own || (deed === "move" ? moving : /say|change/.test(deed) && editing);
		},

		isOpened(stone) {
			const { moving, editing } = rights.rulesAt(stone);
			return moving || editing;
		},

		mayArrange: (record) => rights.mayWriteAt(record.stone) && (rights.leads || rights.rulesAt(record.stone).moving || (record.author !== null && record.author === me())),

		signed(stone) {
			const { writing } = rights.rulesAt(stone);
			if (writing === "anonymous") return { audience: "all", anonymous: true, author: null, behalf: "" };
			const audience = writing === "private" ? "author" : writing === "moderated" && !rights.leads ? "facilitators" : "all";
			return { audience, anonymous: false, author: undefined, group: room.shown.people?.get(me() ?? "")?.group ?? null };
		},

		beside({ kind, ...change }) {
			const adds = ADDS.test(kind);
			const signed = adds ? rights.signed(change.stone) : undefined;
			const proofs = notesOf(change).flatMap((id) => {
				const secret = signed?.anonymous ? secrets.make(id) : adds ? undefined : secrets.of(id);
				return secret ? [[id, secret]] : [];
			});
			return { guess: signed, proofs: proofs.length ? Object.fromEntries(proofs) : undefined };
		},

		apart(change) {
			const part = { "notes.edit": "edits", "notes.delete": "notes", "notes.restore": "notes" }[change.kind];
			if (!part) return [change];
			return [...Map.groupBy(change[part], (one) => hearing(one.note ?? one)).values()].map((some) => ({ ...change, [part]: some }));
		},

		seen({ typing, drag, cursor, ...doing }) {
			const stone = doing.stone ?? "";
			const unseen = UNSEEN.has(rights.rulesAt(stone).writing);
			/** @param {string} id */
			const inSight = (id) => {
				const { audience, anonymous } = room.shown.notes.get(id) ?? rights.signed(stone);
				return audience === "all" && !anonymous;
			};
			return { ...doing, typing: !unseen && typing && inSight(typing) ? typing : null, drag: !unseen && drag?.notes.every(inSight) ? drag : null, cursor: unseen ? null : cursor };
		},
	};
	return rights;
};

/** The ids of the notes that a change is about. @param {any} change @returns {string[]} */
const notesOf = ({ note, notes = [], edits = notes }) => note ? [note] : edits.map((/** @type {any} */ one) => one.note ?? one);
