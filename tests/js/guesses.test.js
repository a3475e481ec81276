/** What shows of one's own doing before the server has said what came of it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setClock } from "../../canvas/static/clock.js";
import { createSession } from "../../canvas/static/session.js";
import { memoryJournal, snapshot, welcome } from "./samples.js";

function started() {
  const touched = [];
  const session = createSession(memoryJournal(), { touched: (it) => touched.push(it), send() {}, refused() {} });
  session.receive(snapshot());
  touched.length = 0;
  return { session, touched };
}

test("that one is done, and one's word, show at once", () => {
  const { session, touched } = started();
  session.ask({ kind: "ready.set", on: true });
  session.ask({ kind: "word.set", word: "moedig" });
  const { ready, word } = session.shown.people.get("p1");
  assert.deepEqual([ready, word, ...touched[0].keys], [true, "moedig", "people:p1"]);
});

test("what one does happens at the time of the server until that has said so, however wrong this device's clock is", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 1000 });
  context.after(() => setClock(Date.now()));
  const { session } = started();
  session.receive(welcome({ now: 3_600_000 }));
  context.mock.timers.tick(500);
  session.ask({ kind: "session.close" });
  assert.equal(session.shown.workshop.closed, 3_600_500);
});
