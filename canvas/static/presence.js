/** What others are doing now, and what we tell them: who is on line, who types, what is dragged. Never stored. */

import { PRESENCE_PER_SECOND } from "./limits.js";

const FRESH = 8000;
const REPEAT = 3000;
const PAUSE = 1000 / PRESENCE_PER_SECOND;

export class Presence {
	/** @type {Map<string, Doing>} */ others = new Map();
	/** @type {{stone: string|null, typing: string|null, drag: object|null, cursor: Point|null}} */ mine = { stone: null, typing: null, drag: null, cursor: null };
	#sent = 0;
	/** @type {Timer} */ #timer;
	/** @type {Timer} */ #stale;

	/** @param {PresenceHooks} hooks */
	constructor(hooks) {
		this.hooks = hooks;
	}

	/** @param {any} message */
	receive(message) {
		const people = message.people ?? [message];
		for (const { person, online, stone = null, typing = null, drag = null, cursor = null } of people) {
			if (online !== undefined) this.hooks.seen(person, online);
			if (online === false || person === this.hooks.me()) this.others.delete(person);
			else this.others.set(person, { stone, typing, drag, cursor, until: Date.now() + FRESH });
		}
		this.hooks.changed();
		// Whoever fell silent in the middle of something must not seem to go on for ever.
		clearTimeout(this.#stale);
		this.#stale = setTimeout(() => this.hooks.changed(), FRESH + 50);
	}

	/** @returns {[string, Doing][]} who did something lately */
	fresh() {
		const now = Date.now();
		return [...this.others].filter(([, doing]) => doing.until > now);
	}

	/** @param {Partial<Presence["mine"]>} doing */
	tell(doing) {
		Object.assign(this.mine, doing);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#send(), Math.max(0, this.#sent + PAUSE - Date.now()));
	}

	stop() {
		clearTimeout(this.#timer);
		clearTimeout(this.#stale);
	}

	#send() {
		this.#sent = Date.now();
		this.hooks.send({ type: "presence", ...this.mine });
		// Others forget who was silent: whoever still types says so again.
		if (this.mine.typing) this.#timer = setTimeout(() => this.#send(), REPEAT);
	}
}
