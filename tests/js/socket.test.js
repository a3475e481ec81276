/** The line comes back by itself, notices silence, and stays away when told to. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { FIRST_PAUSE, LONGEST_PAUSE, createLine, PING_EVERY, PONG_WITHIN, pause } from "../../canvas/static/socket.js";
import { welcome } from "./samples.js";

/** @type {FakeSocket[]} */ let sockets;

class FakeSocket {
  constructor(url) { this.url = url; this.sent = []; this.closed = false; sockets.push(this); }
  send(frame) { this.sent.push(JSON.parse(frame)); }
  close() { this.closed = true; }
  hear(message) { this.onmessage({ data: JSON.stringify(message) }); }
}

beforeEach((context) => {
  sockets = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  context.after?.(() => mock.timers.reset());
});

function opened() {
  const received = [];
  const states = [];
  const line = createLine("ws://x", { hello: () => ({ type: "hello", since: 7 }), received: (message) => received.push(message), changed: (state) => states.push(state) }, { WebSocket: FakeSocket, random: () => 1 });
  line.start();
  sockets[0].onopen();
  return { line, received, states };
}

test("the first message says what it has; open is what follows the welcome", () => {
  const { line, states } = opened();
  assert.deepEqual(sockets[0].sent, [{ type: "hello", since: 7 }]);
  assert.equal(line.send({ type: "ping" }), false);
  sockets[0].hear({ type: "snapshot", seq: 1, you: {} });
  sockets[0].hear({ type: "changes", seq: 2, changes: [] });
  assert.deepEqual(states, ["connecting"]);
  sockets[0].hear(welcome());
  assert.deepEqual(states, ["connecting", "open"]);
  assert.equal(line.send({ type: "ping" }), true);
});

test("a lost line comes back after a pause that grows, and is short again after a welcome", () => {
  opened();
  sockets[0].onclose();
  mock.timers.tick(FIRST_PAUSE - 1);
  assert.equal(sockets.length, 1);
  mock.timers.tick(1);
  assert.equal(sockets.length, 2);
  sockets[1].onclose();
  mock.timers.tick(FIRST_PAUSE * 2);
  assert.equal(sockets.length, 3);
  sockets[2].onopen();
  sockets[2].hear(welcome());
  sockets[2].onclose();
  mock.timers.tick(FIRST_PAUSE);
  assert.equal(sockets.length, 4);
});

test("pauses differ between laptops and have an end", () => {
  assert.equal(pause(0, () => 0), FIRST_PAUSE / 2);
  assert.equal(pause(0, () => 1), FIRST_PAUSE);
  assert.equal(pause(50, () => 1), LONGEST_PAUSE);
});

test("silence is met with a ping, and silence after that with a new line", () => {
  const { states } = opened();
  sockets[0].hear(welcome());
  mock.timers.tick(PING_EVERY);
  assert.deepEqual(sockets[0].sent.at(-1), { type: "ping" });
  mock.timers.tick(PONG_WITHIN);
  assert.equal(sockets[0].closed, true);
  assert.equal(states.at(-1), "waiting");
  mock.timers.tick(FIRST_PAUSE);
  assert.equal(sockets.length, 2);
});

test("an answer keeps the line", () => {
  opened();
  sockets[0].hear(welcome());
  mock.timers.tick(PING_EVERY);
  sockets[0].hear({ type: "pong" });
  mock.timers.tick(PONG_WITHIN);
  assert.equal(sockets[0].closed, false);
});

test("waking does not wait out the pause", () => {
  const { line } = opened();
  sockets[0].onclose();
  line.wake();
  assert.equal(sockets.length, 2);
  sockets[1].onopen();
  mock.timers.tick(LONGEST_PAUSE);
  assert.equal(sockets.length, 2);
});

test("the network's own word that it is back wakes too, though it calls nobody in particular", () => {
  const { line: { wake } } = opened();
  sockets[0].onclose();
  wake.call(globalThis);
  assert.equal(sockets.length, 2);
});

test("an attempt that hangs is dropped for a new one, after a while or when the page wakes later than that", (context) => {
  const { line, states } = opened();
  sockets[0].onclose();
  mock.timers.tick(FIRST_PAUSE);
  mock.timers.tick(PONG_WITHIN);
  assert.deepEqual([sockets[1].closed, states.at(-1)], [true, "waiting"]);
  mock.timers.tick(FIRST_PAUSE * 2);
  line.wake();
  assert.equal(sockets.length, 3);
  const later = Date.now() + PONG_WITHIN + 1000;
  context.mock.method(Date, "now", () => later);
  line.wake();
  assert.deepEqual([sockets[2].closed, sockets.length], [true, 4]);
});

test("a welcome that takes long is not cut off by waking", (context) => {
  const { line } = opened();
  const later = Date.now() + PONG_WITHIN + 1000;
  context.mock.method(Date, "now", () => later);
  line.wake();
  assert.deepEqual([sockets[0].closed, sockets.length], [false, 1]);
});

test("after a goodbye it stays away", () => {
  const { received } = opened();
  sockets[0].hear({ type: "bye", reason: "removed", sentence: "You were removed." });
  assert.equal(sockets[0].closed, true);
  mock.timers.tick(LONGEST_PAUSE * 2);
  assert.equal(sockets.length, 1);
  assert.equal(received[0].sentence, "You were removed.");
});

test("what an old socket still says is not heard", () => {
  const { line, received } = opened();
  sockets[0].onclose();
  line.wake();
  sockets[0].hear(welcome());
  assert.deepEqual(received, []);
});
