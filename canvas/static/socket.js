/** The line to the server: comes back by itself, with growing pauses. It knows no DOM. */

export const FIRST_PAUSE = 500;
export const LONGEST_PAUSE = 15000;
export const PING_EVERY = 20000;
export const PONG_WITHIN = 10000;

/** How long to wait before attempt n, in milliseconds; the jitter keeps fifty laptops from coming back at once. @param {number} attempt @param {() => number} random */
export function pause(attempt, random) {
	return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random() / 2);
}

export class Line {
	/** @type {LineState} */ state = "closed";
	/** @type {WebSocket | null} */ #socket = null;
	#attempt = 0;
	#began = 0;
	/** @type {Timer} */ #timer;
	/** @type {Timer} */ #heart;

	/** @param {string} url @param {LineHooks} hooks @param {{WebSocket?: new (url: string) => WebSocket, random?: () => number}} [means] */
	constructor(url, hooks, { WebSocket = globalThis.WebSocket, random = Math.random } = {}) {
		this.url = url;
		this.hooks = hooks;
		this.Socket = WebSocket;
		this.random = random;
	}

	start() {
		clearTimeout(this.#timer);
		this.#become("connecting");
		const socket = this.#socket = new this.Socket(this.url);
		this.#began = Date.now();
		this.#within();
		// What an old socket still says is not heard.
		const current = (/** @type {(event: any) => void} */ hear) => (/** @type {Event} */ event) => { if (socket === this.#socket) hear(event); };
		socket.onopen = current(() => {
			this.#began = Infinity;
			this.#tell(this.hooks.hello());
			this.#listen();
		});
		socket.onmessage = current(({ data }) => this.#heard(JSON.parse(data)));
		socket.onclose = current(() => this.#lost());
	}

	stop() {
		this.#leave("closed")?.close();
	}

	/** The page is in view again or the network is back: do not wait out the pause, and see whether the line still lives. */
	wake() {
		if (this.state === "connecting" && Date.now() - this.#began > PONG_WITHIN) this.#leave("waiting")?.close();
		if (this.state === "waiting") this.start();
		else if (this.state === "open") this.#ping();
	}

	/** @param {object} message @returns {boolean} whether it went out */
	send(message) {
		if (this.state === "open") this.#tell(message);
		return this.state === "open";
	}

	/** @param {object} message */
	#tell(message) {
		this.#socket?.send(JSON.stringify(message));
	}

	/** @param {any} message */
	#heard(message) {
		this.#listen();
		const welcome = this.state === "connecting" && (message.type === "snapshot" || message.type === "changes");
		this.hooks.received(message);
		if (message.type === "bye") return this.stop();
		if (!welcome) return;
		this.#attempt = 0;
		this.#become("open");
	}

	#lost() {
		const socket = this.#leave("waiting");
		this.#timer = setTimeout(() => this.start(), pause(this.#attempt++, this.random));
		return socket;
	}

	#listen() {
		clearTimeout(this.#heart);
		this.#heart = setTimeout(() => this.#ping(), PING_EVERY);
	}

	/** A socket that hangs may take minutes to notice; we do not wait for its close. */
	#ping() {
		this.#tell({ type: "ping" });
		this.#within();
	}

	/** Nothing is waited for longer than this. */
	#within() {
		clearTimeout(this.#heart);
		this.#heart = setTimeout(() => this.#lost()?.close(), PONG_WITHIN);
	}

	/** @param {LineState} state */
	#leave(state) {
		const socket = this.#socket;
		clearTimeout(this.#heart);
		clearTimeout(this.#timer);
		this.#socket = null;
		this.#become(state);
		return socket;
	}

	/** @param {LineState} state */
	#become(state) {
		if (this.state === state) return;
		this.state = state;
		this.hooks.changed(state);
	}
}
