/**
 * What this browser knows of the workshop: the server's truth, with one's own changes laid over it until they are
 * acknowledged. A refused one comes off again, except where somebody typed text: that stays in sight as failed.
 */

import { newId } from "./changes.js";
import { serverNow, setClock } from "./clock.js";
import { cleanedChange } from "./plain.js";
import { copyOf, copyRecord, keysOf, recordAt, recordsOf } from "./records.js";
import { again, isAnew, isTyped, rescued } from "./rescue.js";
import { isWelcome } from "./socket.js";
import { apply, dotsAt, emptyState, stateFrom } from "./state.js";
import { t } from "./words.js";

/** Soon after "not so fast" we try again. */
const PATIENCE = 2000;
/** Refusals of what was done already, when the answer got lost and the change came under another id. */
const DONE = new Set(["note_exists", "story_exists", "comment_exists", "action_exists"]);
/** Counts come with the greeting only where there are any. @type {Session["hidden"]} */
const NONE = { stones: {} };
/** The page around us asks for these, in this person's name. */
const BROUGHT = /^(picture\.add|sketch\.save)$/;

/** @type {(journal: Journal, hooks: SessionHooks) => Session} */
export const createSession = (journal, asked) => {
	/** @type {Required<SessionHooks>} */ const hooks = { apart: (change) => [change], beside: () => {}, signed: () => ({}), mine: ({ author }) => session.you?.role === "facilitator" || author === session.you?.person, ...asked };
	let [truth, shown] = [emptyState(), emptyState()];
	/** @type {Session["pending"]} */ const pending = new Map();
	/** What each of them touches, by its id. @type {Map<string, Set<string>>} */ const touching = new Map();
	/** @type {Timer} */ let resending;

	/** @type {Session} */ const session = {
		pending, you: null, online: new Set(), hidden: NONE, asked() {},

		isMine: (record) => hooks.mine(record),

		get truth() { return truth; },
		get shown() { return shown; },

		ask: (asked, guess) => hooks.apart(asked).map((part) => askFor(part, guess)).at(-1),

		unsent: () => [...pending.values()].filter(({ failed }) => failed === null),

		sendAgain() {
			resending = void clearTimeout(resending);
			for (const one of session.unsent()) hooks.send(one);
		},

		waitingFor: (key) => [...pending.values()].filter(({ id }) => touching.get(id)?.has(key)),

		retry(id) {
			const failed = pending.get(id);
			if (failed) keep({ ...failed, failed: null });
		},

		giveUp: (id) => touch(drop(id)),

		receive(message) {
			if (message.you) amNow(message.you);
			if (message.online) this.online = new Set(message.online);
			if (message.now) setClock(message.now);
			hear[/** @type {keyof Heard} */ (message.type)]?.(message);
			if (!isWelcome(message)) return;
			hear.hidden(NONE);
			inherit();
			sayBeside();
		},

		seen(person, online) {
			if (this.online.has(person) === online) return;
			online ? this.online.add(person) : this.online.delete(person);
			touch(["online"]);
		},

		forget() {
			pending.clear();
			journal.clear();
		},
	};

	/** @type {Heard} */ const hear = {
		snapshot(message) {
			truth = stateFrom(message);
			renew(true);
		},

		changes({ seq, changes, online, dots }) {
			const keys = new Set(online ? ["online"] : []);
			// Who comes back has the dots that they have, also where two people were made one.
			for (const put of dots ?? []) apply(truth, { kind: "dots.set", ...put }), keys.add(`dots:${dotsAt(put)}`);
			/** @type {News[]} */ const news = [];
			/** @type {[Change, Map<string, any>][]} */ const brought = [];
			for (const change of changes.filter((one) => one.seq > truth.seq)) {
				const before = recordsOf(change, truth);
				const mine = pending.has(change.id) || change.by === session.you?.person;
				for (const key of [...drop(change.id), ...before.keys()]) keys.add(key);
				apply(truth, change);
				if (!mine) news.push(...newsOf(change, before, truth));
				else if (BROUGHT.test(change.kind)) brought.push([change, before]);
			}
			truth.seq = Math.max(truth.seq, seq);
			if (changes.some(({ kind }) => kind === "snapshot.restore" || kind === "person.merge")) renew();
			touch([...keys], news, brought.findLast(([{ kind }]) => kind === "sketch.save")?.[0].note);
			// What was drawn anew is no step to undo: no older drawing is kept.
			for (const [change, before] of brought) if (![...before.values()][0]) session.asked(change, before);
		},

		hidden(counts) {
			session.hidden = counts;
			touch(["hidden"]);
		},

		ack: ({ id }) => session.giveUp(id),

		refused({ id, reason, sentence }) {
			const refused = pending.get(id ?? "");
			if (!refused) return hooks.refused(sentence);
			if (reason === "too_fast") return void (resending ??= setTimeout(session.sendAgain, PATIENCE));
			const keys = drop(refused.id);
			const kept = isTyped(refused.do) && !DONE.has(reason) && rescued(refused, truth);
			if (kept) keys.push(...outdated(kept.do), ...isOver(kept.do) ? [] : hold({ ...kept, failed: sentence }));
			else if (!DONE.has(reason)) hooks.refused(sentence);
			return touch(keys);
		},
	};

	/** @type {Session["ask"]} */
	function askFor(asked, guess) {
		const change = unborn(cleanedChange(asked));
		if (!change) return undefined;
		const before = recordsOf(change, shown);
		const base = isText(change) ? shown.notes.get(change.note)?.text : undefined;
		const restored = guess?.notes && { notes: guess.notes.filter((/** @type {any} */ one) => change.notes?.includes(one.note ?? one)) };
		outdated(change);
		const id = keep({ id: newId(), do: change, guess: { at: serverNow(), ...guess, ...restored }, failed: null, base });
		session.asked(change, before);
		return id;
	}

	/** What waits in the journal is this person's to send, nobody else's. @param {NonNullable<Session["you"]>} you */
	function amNow(you) {
		const known = session.you?.person === you.person;
		session.you = you;
		if (known) return;
		pending.clear();
		for (const one of journal.of(you.person)) pending.set(one.id, one);
		renew();
	}

	/** Where somebody else wrote in a note while a text for it waited for the line, both stay. */
	function sayBeside() {
		for (const [id, edits] of Map.groupBy(session.unsent().filter((one) => isText(one.do)), (one) => one.do.note)) {
			const [note, first, last] = [truth.notes.get(id), edits[0], edits.at(-1)];
			if (!note || !last || first?.base === undefined || [first.base, ...edits.map((edit) => edit.do.text)].includes(note.text)) continue;
			for (const edit of edits) session.giveUp(edit.id);
			hooks.beside(note, last.do.text, again(last.id));
		}
	}

	/** Who became one with another finds what they wrote before and did not send: theirs to send now, or to let go. */
	function inherit() {
		if (!session.you?.person) return;
		/** @type {Pending[]} */ const left = [...truth.people.values()].flatMap(({ id, removed }) => removed ? journal.of(id) : []);
		const words = left.filter((one) => isTyped(one.do));
		for (const one of left) if (!words.includes(one)) journal.drop(one.id);
		touch(words.flatMap((one) => hold({ ...one, failed: t("You wrote this under another name, and it was not sent.") })));
		if (words.length < left.length) hooks.refused(t("You go on under another name. What you moved or chose before and was not sent is gone."));
	}

	// Layers

	/** @type {OnPending<string>} */
	function keep(one) {
		const { guess, proofs } = hooks.signed(one.do);
		const whole = { ...one, guess: { ...one.guess, ...guess }, proofs };
		const keys = hold(whole);
		hooks.send(whole);
		touch(keys);
		return one.id;
	}

	/** Gives what it touches. @type {OnPending<string[]>} */
	function hold(one) {
		pending.set(one.id, one);
		journal.save(one, session.you?.person);
		return index(one);
	}

	/** What was refused and is said anew now is there no more; gives what that touched. @param {Do} change */
	function outdated(change) {
		return beside(change).filter((one) => one.failed !== null && isAnew(change, one.do)).flatMap(({ id }) => drop(id));
	}

	/** Is it said anew already? @type {(change: Do) => boolean} */
	const isOver = (change) => beside(change).some((one) => one.failed === null && isAnew(one.do, change));

	/** What waits or failed on the same record. @type {(change: Do) => Pending[]} */
	const beside = (change) => session.waitingFor(keysOf(signed(change), shown).at(-1) ?? "");

	/** Gives what it touched. @param {string} id */
	function drop(id) {
		if (pending.delete(id)) journal.drop(id);
		const keys = [...touching.get(id) ?? []];
		touching.delete(id);
		return keys;
	}

	/** @type {OnPending<string[]>} */
	function index({ id, do: change, guess: { gone } }) {
		const keys = [...touching.get(id) ?? [], ...keysOf({ gone, ...signed(change) }, shown)];
		touching.set(id, new Set(keys));
		return keys;
	}

	/** What is done to what the server never took is done to the wish to have it. @type {(change: Do) => Do | null} gives the rest */
	function unborn(change) {
		const part = { "notes.edit": "edits", "notes.delete": "notes" }[change.kind];
		if (!part) return amend(change) ? null : change;
		const kind = change.kind.replace("notes", "note");
		const rest = change[part].filter((/** @type {any} */ one) => !amend({ kind, ...(one.note ? one : { note: one }) }));
		return rest.length ? { ...change, [part]: rest } : null;
	}

	/** Was it about what the server never took? @type {(change: Do) => boolean} */
	function amend({ kind, ...fields }) {
		const [key = ""] = keysOf({ kind, ...fields }, shown);
		const wished = session.waitingFor(key).find((one) => one.failed !== null && one.do.kind.endsWith(".add"));
		if (!wished) return false;
		const { notes, ...wish } = wished.do;
		const own = notes?.find(({ note }) => note === fields.note);
		const keys = drop(wished.id);
		if (notes?.[1]) hold({ ...wished, do: { ...wish, notes: notes.filter((note) => note !== own) } });
		const renewed = { ...wish, ...own, ...fields, kind: wish.kind.replace("notes", "note") };
		if (!kind.endsWith(".delete")) keep({ ...wished, id: notes ? newId() : wished.id, failed: null, do: renewed });
		touch(keys);
		return true;
	}

	/** Everything is shown anew; one may be elsewhere. */
	function renew(place = false) {
		shown = copyOf(truth);
		touching.clear();
		for (const one of pending.values()) {
			index(one);
			apply(shown, guessed(one));
		}
		hooks.touched({ all: true, place });
	}

	/** Brings what is shown of these records up to date, with all that waits on them in its order. @type {(keys: string[], news?: News[], drawn?: string) => void} */
	function touch(keys, news, drawn) {
		const slice = emptyState();
		for (const key of keys) copyRecord(truth, slice, key);
		for (const one of pending.values()) if (keys.some((key) => touching.get(one.id)?.has(key))) apply(slice, guessed(one));
		for (const key of keys) copyRecord(slice, shown, key);
		if (keys.length) hooks.touched({ keys: new Set(keys), news, drawn });
	}

	/** @type {(change: Do) => Do} */
	const signed = (change) => ({ by: session.you?.person ?? null, ...change });

	/** As the server would tell it, as far as we know. @type {OnPending<Do>} */
	const guessed = (one) => ({ ...signed(one.do), ...one.guess });

	return session;
};

/** @type {(change: Do) => boolean} */
const isText = ({ kind, text }) => kind === "note.edit" && text !== undefined;

/** Of notes and clusters; a cluster says enough of the notes in it. @type {(change: Change, before: Map<string, any>, state: State) => News[]} */
function newsOf({ kind }, before, state) {
	const told = [...before].filter(([key]) => /^(notes|clusters):/.test(key)).slice(0, kind.startsWith("cluster.") ? 1 : undefined);
	return told.map(([key, was]) => [key, was, recordAt(state, key)]);
}
