/**
 * What this browser knows of the workshop: the server's truth, with one's own changes laid over it until they are
 * acknowledged. A refused one comes off again, except where somebody typed text: that stays in sight as failed.
 */

import { newId, PARKING } from "./changes.js";
import { serverNow, setClock } from "./clock.js";
import { cleanedChange } from "./plain.js";
import { copyOf, copyRecord, keysOf, recordAt, recordsOf } from "./records.js";
import { isWelcome } from "./socket.js";
import { apply, dotsAt, emptyState, stateFrom } from "./state.js";

/** Soon after "not so fast" we try again. */
const PATIENCE = 2000;
/** Refusals of what was done already, when the answer got lost and the change came under another id. */
const DONE = new Set(["note_exists", "story_exists", "comment_exists"]);
/** Counts come with the greeting only where there are any. @type {Session["hidden"]} */
const NONE = { stones: {} };
const TYPED = /^(notes?|story|comment)\.(add|edit)$/;
const WORDS = ["text", "role", "want", "benefit", "notes"];
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
			const { kind, ...fields } = refused.do;
			if (TYPED.test(kind) && !DONE.has(reason) && WORDS.some((field) => field in fields)) keys.push(...hold({ ...rescued(refused), failed: sentence }));
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

	/** What can be tried again where its note or story was deleted meanwhile: words become new ones, in the parking lot where their board is not known. @type {OnPending<Pending>} */
	function rescued(refused) {
		const { kind, note, story, text } = refused.do;
		const id = again(refused.id);
		const { stone = PARKING, question, colour, size, behalf, x, y } = truth.trash.get(note) ?? {};
		const said = !truth.notes.has(note) && { kind: "note.add", note: id, stone, question, colour, size, behalf, x, y, text };
		const renewed = {
			"note.edit": said, "comment.add": said,
			"story.add": !truth.notes.has(note) && { ...refused.do, note: null },
			"story.edit": !truth.stories.has(story) && { stone: null, ...refused.do, kind: "story.add", story: id },
		}[kind];
		return { ...refused, id, do: renewed || refused.do };
	}

	// Layers

	/** @type {OnPending<string>} */
	function keep(one) {
		const { guess, proofs } = hooks.signed(one.do);
		const signed = { ...one, guess: { ...one.guess, ...guess }, proofs };
		const keys = hold(signed);
		hooks.send(signed);
		touch(keys);
		return one.id;
	}

	/** Gives what it touches. @type {OnPending<string[]>} */
	function hold(one) {
		pending.set(one.id, one);
		journal.save(one, session.you?.person);
		return index(one);
	}

	/** Gives what it touched. @param {string} id */
	function drop(id) {
		if (pending.delete(id)) journal.drop(id);
		const keys = [...touching.get(id) ?? []];
		touching.delete(id);
		return keys;
	}

	/** @type {OnPending<string[]>} */
	function index({ id, do: change }) {
		const keys = [...touching.get(id) ?? [], ...keysOf({ by: session.you?.person, ...change }, shown)];
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

	/** As the server would tell it, as far as we know. @type {OnPending<Do>} */
	const guessed = (one) => ({ by: session.you?.person ?? null, ...one.do, ...one.guess });

	return session;
};

/** @type {(change: Do) => boolean} */
const isText = ({ kind, text }) => kind === "note.edit" && text !== undefined;

/** The id under which a change is tried anew: the same in each tab, so nothing is there twice. @param {string} id */
const again = (id) => (id.length < 60 ? `${id}~` : newId());

/** Of notes and clusters; a cluster says enough of the notes in it. @type {(change: Change, before: Map<string, any>, state: State) => News[]} */
function newsOf({ kind }, before, state) {
	const told = [...before].filter(([key]) => /^(notes|clusters):/.test(key)).slice(0, kind.startsWith("cluster.") ? 1 : undefined);
	return told.map(([key, was]) => [key, was, recordAt(state, key)]);
}
