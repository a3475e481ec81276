/** The line to the server: comes back by itself, with growing pauses. It knows no DOM. */

export const FIRST_PAUSE = 500;
export const LONGEST_PAUSE = 15000;
export const PING_EVERY = 20000;
export const PONG_WITHIN = 10000;

/** Who they are stands in the last of what somebody must hear first. @type {(message: any) => boolean} */
export const isWelcome = ({ type, you }) => type === "changes" && !!you;

/** Milliseconds before attempt n; the jitter keeps fifty laptops from coming back at once. @type {(attempt: number, random: () => number) => number} */
export const pause = (attempt, random) => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random() / 2);

/** @type {(url: string, hooks: LineHooks, means?: LineMeans) => Line} */
export const createLine = (url, hooks, { WebSocket: Socket = WebSocket, random = Math.random } = {}) => {
	/** @type {WebSocket | null} */ let socket = null;
	let [attempt, began] = [0, 0];
	/** @type {Timer} */ let timer;
	/** @type {Timer} */ let heart;

	/** @type {Line} */ const line = {
		state: "closed",

		start() {
			clearTimeout(timer);
			become("connecting");
			const fresh = socket = new Socket(url);
			began = Date.now();
			within();
			// What an old socket still says is not heard.
			const current = (/** @type {(event: any) => void} */ hear) => (/** @type {Event} */ event) => { if (fresh === socket) hear(event); };
			fresh.onopen = current(() => {
				began = Infinity;
				tell(hooks.hello());
				listen();
			});
			fresh.onmessage = current(({ data }) => heard(JSON.parse(data)));
			fresh.onclose = current(lost);
		},

		stop: () => leave("closed")?.close(),

		wake() {
			if (line.state === "connecting" && Date.now() - began > PONG_WITHIN) leave("waiting")?.close();
			if (line.state === "waiting") line.start();
			else if (line.state === "open") ping();
		},

		send(message) {
			if (line.state === "open") tell(message);
			return line.state === "open";
		},
	};

	/** @param {object} message */
	const tell = (message) => socket?.send(JSON.stringify(message));

	/** @param {any} message */
	function heard(message) {
		listen();
		const welcome = line.state === "connecting" && isWelcome(message);
		hooks.received(message);
		if (message.type === "bye") return line.stop();
		if (!welcome) return;
		attempt = 0;
		become("open");
	}

	function lost() {
		const old = leave("waiting");
		timer = setTimeout(line.start, pause(attempt++, random));
		return old;
	}

	function listen() {
		clearTimeout(heart);
		heart = setTimeout(ping, PING_EVERY);
	}

	function ping() {
		tell({ type: "ping" });
		within();
	}

	/** Nothing is waited for longer than this: a socket that hangs may take minutes to notice. */
	function within() {
		clearTimeout(heart);
		heart = setTimeout(() => lost()?.close(), PONG_WITHIN);
	}

	/** @param {LineState} state */
	function leave(state) {
		const old = socket;
		clearTimeout(heart);
		clearTimeout(timer);
		socket = null;
		become(state);
		return old;
	}

	/** @param {LineState} state */
	function become(state) {
		if (line.state === state) return;
		line.state = state;
		hooks.changed(state);
	}

	return line;
};
