/** What others are doing now, and what we tell them: who is on line, who types, what is dragged. Never stored. */

import { PRESENCE_PER_SECOND } from "./limits.js";

const FRESH = 8000;
const REPEAT = 3000;
const PAUSE = 1000 / PRESENCE_PER_SECOND;

/** @type {(hooks: PresenceHooks) => Presence} */
export const createPresence = (hooks) => {
	/** @type {Map<string, Doing & { until: number }>} */ const others = new Map();
	/** @type {Doing} */ const mine = { stone: null, typing: null, drag: null, cursor: null };
	let sent = 0;
	/** @type {Timer} */ let timer;
	/** @type {Timer} */ let stale;

	function send() {
		sent = Date.now();
		hooks.send({ type: "presence", ...mine });
		// Others forget who was silent: whoever still types says so again.
		if (mine.typing) timer = setTimeout(send, REPEAT);
	}

	return {
		mine,

		receive(message) {
			for (const { person, online, stone = null, typing = null, drag = null, cursor = null } of message.people) {
				if (online !== undefined) hooks.seen(person, online);
				if (online === false || person === hooks.me()) others.delete(person);
				else others.set(person, { stone, typing, drag, cursor, until: Date.now() + FRESH });
			}
			hooks.changed();
			// Whoever fell silent in the middle of something must not seem to go on for ever.
			clearTimeout(stale);
			stale = setTimeout(hooks.changed, FRESH + 50);
		},

		forget() {
			others.clear();
			hooks.changed();
		},

		fresh: () => [...others].filter(([, { until }]) => until > Date.now()),

		tell(doing) {
			Object.assign(mine, doing);
			clearTimeout(timer);
			timer = setTimeout(send, Math.max(0, sent + PAUSE - Date.now()));
		},

		stop() {
			clearTimeout(timer);
			clearTimeout(stale);
		},
	};
};
