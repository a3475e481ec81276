/** The line to the server: comes back by itself, with growing pauses. It knows no DOM. */

export const FIRST_PAUSE = 500;
export const LONGEST_PAUSE = 15000;
export const PING_EVERY = 20000;
export const PONG_WITHIN = 10000;

/**
 * How long to wait before attempt n, in milliseconds; the jitter keeps fifty laptops from coming back at once.
 * @param {number} attempt @param {() => number} random
 */
export function pause(attempt, random) {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random() / 2);
}

export class Line {
  /** @type {LineState} */ state = "closed";
  /** @type {WebSocket | null} */ #socket = null;
  #attempt = 0;
  #silent = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #heart;

  /**
   * @param {string} url
   * @param {LineHooks} hooks
   * @param {{WebSocket?: new (url: string) => WebSocket, random?: () => number}} [means]
   */
  constructor(url, hooks, means = {}) {
    this.url = url;
    this.hooks = hooks;
    this.Socket = means.WebSocket ?? WebSocket;
    this.random = means.random ?? Math.random;
  }

  start() {
    clearTimeout(this.#timer);
    this.#become("connecting");
    const socket = new this.Socket(this.url);
    this.#socket = socket;
    socket.onopen = () => this.#opened(socket);
    socket.onmessage = (event) => this.#heard(socket, event.data);
    socket.onclose = () => this.#lost(socket);
  }

  stop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#heart);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#become("closed");
  }

  /** The page is in view again or the network is back: do not wait out the pause, and see whether the line still lives. */
  wake() {
    if (this.state === "waiting") this.start();
    else if (this.state === "open") this.#ping();
  }

  /** @param {object} message @returns {boolean} whether it went out */
  send(message) {
    if (this.state !== "open") return false;
    this.#socket?.send(JSON.stringify(message));
    return true;
  }

  /** @param {WebSocket} socket */
  #opened(socket) {
    if (socket !== this.#socket) return;
    socket.send(JSON.stringify(this.hooks.hello()));
    this.#listen();
  }

  /** @param {WebSocket} socket @param {string} frame */
  #heard(socket, frame) {
    if (socket !== this.#socket) return;
    this.#silent = 0;
    this.#listen();
    const message = JSON.parse(frame);
    const welcome = this.state === "connecting" && (message.type === "snapshot" || message.type === "changes");
    this.hooks.received(message);
    if (message.type === "bye") return this.stop();
    if (welcome) {
      this.#attempt = 0;
      this.#become("open");
    }
    return undefined;
  }

  /** @param {WebSocket} socket */
  #lost(socket) {
    if (socket !== this.#socket) return;
    clearTimeout(this.#heart);
    this.#socket = null;
    this.#become("waiting");
    this.#timer = setTimeout(() => this.start(), pause(this.#attempt++, this.random));
  }

  #listen() {
    clearTimeout(this.#heart);
    this.#heart = setTimeout(() => this.#ping(), PING_EVERY);
  }

  #ping() {
    clearTimeout(this.#heart);
    this.#socket?.send(JSON.stringify({ type: "ping" }));
    this.#silent = 1;
    const asked = this.#socket;
    this.#heart = setTimeout(() => this.#silent && asked === this.#socket && this.#drop(), PONG_WITHIN);
  }

  /** A socket that hangs may take minutes to notice; we do not wait for its close. */
  #drop() {
    const socket = this.#socket;
    if (!socket) return;
    socket.onclose = null;
    socket.close();
    this.#lost(socket);
  }

  /** @param {LineState} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.hooks.changed(state);
  }
}
