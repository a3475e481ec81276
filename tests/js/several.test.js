/** Changes of several records at once, and of what ties notes together: what one sees before the server has them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSession } from "../../canvas/static/session.js";
import { cluster, memoryJournal, note, snapshot } from "./samples.js";

function started(values = {}, journal = memoryJournal()) {
  const [sent, touched, refused] = [[], [], []];
  const session = createSession(journal, { touched: (it) => touched.push(it), send: (it) => sent.push(it), refused: (it) => refused.push(it) });
  session.receive(snapshot({ notes: [note("a"), note("b"), note("c", { author: "p2" })], ...values }));
  touched.length = 0;
  return { session, sent, touched, refused, journal };
}
const grouped = { clusters: [cluster("k")], notes: [note("a", { cluster: "k" }), note("b", { cluster: "k" }), note("c", { author: "p2" })] };
const server = (session, seq, change) => session.receive({ type: "changes", seq, changes: [{ seq, at: 5, by: "p2", id: `server${seq}`, ...change }] });
const shown = (session, id) => session.shown.notes.get(id);
const refuse = (session, id, reason = "stone_full") => session.receive({ type: "refused", id, reason, sentence: "No." });

test("several notes change at once, each waits, and what others do to one shows but for what waits", () => {
  const { session, touched } = started();
  const id = session.ask({ kind: "notes.edit", edits: [{ note: "a", x: 5 }, { note: "b", colour: "blue" }] });
  assert.deepEqual([...touched[0].keys], ["notes:a", "notes:b"]);
  assert.deepEqual(["a", "b", "c"].map((key) => session.waitingFor(`notes:${key}`).length), [1, 1, 0]);
  server(session, 11, { kind: "notes.edit", edits: [{ note: "a", x: 9, colour: "pink" }, { note: "c", x: 3 }] });
  assert.deepEqual([shown(session, "a").x, shown(session, "a").colour, shown(session, "b").colour, shown(session, "c").x], [5, "pink", "blue", 3]);
  server(session, 12, { id, by: "p1", kind: "notes.edit", edits: [{ note: "a", x: 5, z: 12 }] });
  assert.deepEqual([shown(session, "a").z, shown(session, "b").colour, session.waitingFor("notes:b").length], [12, "yellow", 0]);
});

test("what waits on a record is laid over it in the order in which it was asked, whatever it came with", () => {
  const { session } = started();
  session.ask({ kind: "note.edit", note: "a", x: 1 });
  session.ask({ kind: "note.edit", note: "b", x: 2 });
  session.ask({ kind: "notes.edit", edits: [{ note: "a", x: 3 }, { note: "b", x: 4 }] });
  server(session, 11, { kind: "notes.edit", edits: [{ note: "a", colour: "pink" }, { note: "b", colour: "pink" }] });
  assert.deepEqual([shown(session, "a").x, shown(session, "b").x], [3, 4]);
});

test("a cluster is made, moved and taken apart before the server knows of it", () => {
  const { session } = started();
  const made = session.ask({ kind: "cluster.add", cluster: "n", stone: "teams", title: "T", notes: ["a", "c"] });
  session.ask({ kind: "cluster.move", cluster: "n", dx: 10, dy: 1 });
  assert.deepEqual([shown(session, "a").x, shown(session, "b").x, shown(session, "c").cluster, session.shown.clusters.get("n").author], [10, 0, "n", "p1"]);
  server(session, 11, { kind: "note.edit", note: "a", x: 100 });
  assert.equal(shown(session, "a").x, 110);
  server(session, 12, { id: made, by: "p1", kind: "cluster.add", cluster: "n", stone: "teams", title: "T", notes: ["a", "c"], author: "p1", created: 5, collapsed: false });
  assert.equal(shown(session, "a").x, 110);
  session.ask({ kind: "cluster.delete", cluster: "n" });
  assert.deepEqual([session.shown.clusters.size, shown(session, "a").cluster, shown(session, "a").x], [0, null, 110]);
});

test("a refused move of a cluster takes every note of it back", () => {
  const { session, touched, refused } = started(grouped);
  const id = session.ask({ kind: "cluster.move", cluster: "k", dx: 10, dy: 1 });
  refuse(session, id, "out_of_range");
  assert.deepEqual([shown(session, "a").x, shown(session, "b").x, refused], [0, 0, ["No."]]);
  assert.deepEqual([...touched.at(-1).keys], ["clusters:k", "notes:a", "notes:b"]);
});

test("taking apart what others moved meanwhile touches all that was in it", () => {
  const { session, touched } = started(grouped);
  server(session, 11, { kind: "cluster.move", cluster: "k", dx: 10, dy: 1 });
  server(session, 12, { kind: "cluster.delete", cluster: "k" });
  assert.deepEqual(touched.map(({ keys }) => [...keys]), [["clusters:k", "notes:a", "notes:b"], ["clusters:k", "notes:a", "notes:b"]]);
});

test("a restored board is drawn anew, with what waits on it", () => {
  const { session, touched } = started(grouped);
  session.ask({ kind: "note.edit", note: "a", text: "mine" });
  const asked = session.ask({ kind: "snapshot.restore", snapshot: "s" });
  const { id: _, ...whole } = note("a", { text: "then", x: 7 });
  server(session, 11, { id: asked, kind: "snapshot.restore", snapshot: "s", stone: "teams", gone: ["b"], notes: [{ note: "a", ...whole }], clusters: [], links: [] });
  assert.deepEqual([shown(session, "a").text, shown(session, "a").x, session.shown.notes.has("b"), session.shown.clusters.size], ["mine", 7, false, 0]);
  assert.ok(touched.some(({ all }) => all));
});

test("a sign, a link and a comment are mine at once", () => {
  const { session, sent } = started();
  session.ask({ kind: "reaction.set", note: "a", sign: "heart", on: true });
  session.ask({ kind: "link.add", link: "l", start: "a", end: "c" });
  session.ask({ kind: "comment.add", comment: "k", note: "c", text: "hm" });
  assert.deepEqual([...session.shown.reactions.get("a").get("heart")], ["p1"]);
  assert.deepEqual([session.shown.links.get("l").author, session.shown.comments.get("k").author, session.truth.links.size], ["p1", "p1", 0]);
  assert.ok(session.shown.comments.get("k").created > 1e12);
  assert.deepEqual(sent.map(({ do: { by, author } }) => by ?? author), [undefined, undefined, undefined]);
});

test("notes of others that came together arrived together", () => {
  const { session, touched } = started();
  server(session, 11, { kind: "notes.add", stone: "teams", notes: [{ note: "m", text: "1" }, { note: "n", text: "2" }] });
  assert.deepEqual(touched[0].news.map(([key]) => key), ["notes:m", "notes:n"]);
});

/** A session with a paste of three notes that the server did not take. */
function withPaste() {
  const it = started();
  const id = it.session.ask({ kind: "notes.add", stone: "teams", notes: ["m", "n", "o"].map((key) => ({ note: key, text: `text of ${key}`, x: 1, y: 1 })) });
  refuse(it.session, id);
  it.sent.length = 0;
  return it;
}

test("a refused paste stays in sight as a whole, and is tried again as a whole", () => {
  const { session, sent } = withPaste();
  const [failed] = session.waitingFor("notes:n");
  assert.deepEqual([failed.failed, shown(session, "o").text, session.unsent().length], ["No.", "text of o", 0]);
  session.retry(failed.id);
  assert.deepEqual([sent[0].do.notes.length, session.waitingFor("notes:m")[0].failed], [3, null]);
});

test("a note of a refused paste that gets another text is tried alone; one that is deleted is forgotten", () => {
  const { session, sent } = withPaste();
  session.ask({ kind: "note.edit", note: "n", text: "less" });
  assert.deepEqual(sent.map((it) => it.do), [{ kind: "note.add", stone: "teams", note: "n", text: "less", x: 1, y: 1 }]);
  session.ask({ kind: "note.delete", note: "m" });
  assert.deepEqual([sent.length, session.shown.notes.has("m"), session.waitingFor("notes:o")[0].do.notes.length], [1, false, 1]);
  session.ask({ kind: "note.delete", note: "o" });
  assert.deepEqual([...session.pending.values()].map((it) => it.do.note), ["n"]);
});

test("what is done to saved and unsaved notes together goes to the server for those that it has", () => {
  const { session, sent } = withPaste();
  session.ask({ kind: "notes.delete", notes: ["a", "m", "n"] });
  assert.deepEqual(sent.map((it) => it.do), [{ kind: "notes.delete", notes: ["a"] }]);
  assert.deepEqual(["a", "m", "n", "o"].map((id) => session.shown.notes.has(id)), [false, false, false, true]);
  session.ask({ kind: "notes.edit", edits: [{ note: "o", x: 8 }] });
  assert.deepEqual([sent[1].do.kind, sent[1].do.x, sent.length], ["note.add", 8, 2]);
});

test("a comment at a note that was deleted meanwhile keeps its text", () => {
  const { session } = started();
  const id = session.ask({ kind: "comment.add", comment: "k", note: "a", text: "precious" });
  refuse(session, id, "note_gone");
  assert.deepEqual([session.shown.comments.get("k").text, session.waitingFor("comments:k")[0].failed], ["precious", "No."]);
});

test("two tabs in which the same text failed try it again as the same change", () => {
  const journal = memoryJournal();
  const [one, other] = [started({}, journal), started({}, journal)];
  const id = one.session.ask({ kind: "note.edit", note: "a", text: "precious" });
  other.session.receive(snapshot({ you: { person: "p2", role: "participant" } }));
  other.session.receive(snapshot({ notes: [note("a")] }));
  const again = [one, other].map(({ session }) => {
    server(session, 11, { kind: "note.delete", note: "a" });
    refuse(session, id, "note_gone");
    const [kept] = session.pending.values();
    return [kept.id, kept.do];
  });
  assert.deepEqual(again[0], again[1]);
  assert.equal(again[0][1].text, "precious");
});

test("who turns out to be another person sees nothing of what waited", () => {
  const { session, touched } = started(grouped);
  session.ask({ kind: "cluster.move", cluster: "k", dx: 10, dy: 1 });
  session.receive({ type: "changes", seq: 10, changes: [], you: { person: "p2", role: "participant" }, online: [] });
  assert.deepEqual([shown(session, "a").x, session.waitingFor("notes:a").length, touched.some(({ all }) => all)], [0, 0, true]);
});

test("after a reload a waiting cluster lies over the snapshot as it did", () => {
  const { session, journal } = started();
  session.ask({ kind: "cluster.add", cluster: "n", stone: "teams", title: "T", notes: ["a", "b"] });
  session.ask({ kind: "cluster.move", cluster: "n", dx: 10, dy: 1 });
  const again = started({}, journal).session;
  assert.deepEqual([shown(again, "a").x, shown(again, "b").cluster, again.waitingFor("notes:b").length], [10, "n", 2]);
});

test("a paste's texts leave the room clean, a meaning on one line", () => {
  const { session, sent } = started();
  session.ask({ kind: "notes.add", stone: "teams", notes: [{ note: "n", text: "a\u202eb\nc", behalf: "Oma\nJo" }] });
  session.ask({ kind: "workshop.edit", legend: { blue: "een\nidee" } });
  assert.deepEqual([sent[0].do.notes[0], sent[1].do.legend], [{ note: "n", text: "ab\nc", behalf: "Oma Jo" }, { blue: "een idee" }]);
});

test("a change of 200 notes among 3,000 reads each note a few times, however many changes wait", () => {
  const notes = Array.from({ length: 3000 }, (_, at) => note(`n${at}`));
  const { session } = started({ notes });
  const ids = Array.from({ length: 15 }, (_, chunk) => session.ask({ kind: "notes.edit", edits: notes.slice(chunk * 200, chunk * 200 + 200).map(({ id }) => ({ note: id, x: 5 })) }));
  let reads = 0;
  const { get } = session.truth.notes;
  session.truth.notes.get = (id) => { reads++; return get.call(session.truth.notes, id); };
  const edits = session.pending.get(ids[3]).do.edits;
  let looked = 0;
  for (const pending of session.pending.values()) pending.do.edits = new Proxy(pending.do.edits, { get: (list, key) => { if (key === Symbol.iterator) looked += list.length; return Reflect.get(list, key); } });
  server(session, 11, { id: ids[3], by: "p1", kind: "notes.edit", edits });
  server(session, 12, { kind: "note.edit", note: "n999", x: 7 });
  assert.equal(shown(session, "n999").x, 5);
  assert.ok(reads < 1000, `${reads} notes read`);
  assert.ok(looked <= 200, `${looked} edits looked at`);
});
