/** Small pieces of a workshop for the tests. */

export function note(id, values = {}) {
  return { id, stone: "teams", question: null, text: `text of ${id}`, colour: "yellow", x: 0, y: 0, z: 1, author: "p1", created: 1, picture: null, width: 0, height: 0, sketch: false, size: "medium", cluster: null, behalf: "", audience: "all", group: null, anonymous: false, ...values };
}

export function cluster(id, values = {}) {
  return { id, stone: "teams", title: `title of ${id}`, collapsed: false, author: "p1", created: 1, ...values };
}

export function snapshot(values = {}) {
  return {
    type: "snapshot", seq: 10, you: { person: "p1", role: "participant" }, finished: [], people: [{ id: "p1", name: "Anna", role: "participant", joined: 1, removed: false, muted: false, ready: false, group: null, word: "" }],
    workshop: { id: "w", title: "T", organisation: "O", relations: [], language: "nl", code: "KFT7MQ", created: 1, delete_after: "2030-01-01", door_open: true, stone: "teams", question: null, legend: {}, cursors: "auto", begun: 1, closed: null, arrived: 1, step: null, together: false, spotlight: null, presenting: null, timer: null, authors: "people", address: "", programme: [] },
    notes: [], stories: [], scores: [], clusters: [], links: [], reactions: [], comments: [], online: ["p1"], ...values,
  };
}

/** The last of what somebody hears first. */
export const welcome = (values = {}) => ({ type: "changes", seq: 10, changes: [], you: { person: "p1", role: "participant" }, online: ["p1"], now: 5, ...values });

export function memoryJournal() {
  const kept = new Map();
  return {
    save: (pending, person) => { kept.delete(pending.id); kept.set(pending.id, structuredClone({ pending, person })); },
    drop: (id) => { kept.delete(id); },
    of: (whose) => [...kept.values()].filter(({ person }) => person === whose).map(({ pending }) => ({ ...pending, failed: null })),
    clear: () => kept.clear(),
  };
}

/** A Storage as browsers have it. */
export class MemoryStorage {
  get length() { return Object.keys(this).length; }
  key(index) { return Object.keys(this)[index] ?? null; }
  getItem(key) { return this[key] ?? null; }
  setItem(key, value) { this[key] = String(value); }
  removeItem(key) { delete this[key]; }
}
