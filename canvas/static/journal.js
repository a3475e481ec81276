/**
 * Changes that are not yet acknowledged, kept in the browser so that a reload or a flat battery loses no typed text. The
 * database is read once, when the room opens; from then on memory counts, and every write follows it in order.
 */

import { KINDS } from "./changes.js";

const STORE = "pending";
/** A browser that keeps nothing may never answer. */
const PATIENCE = 2000;

/** Named after the workshop's socket: two workshops never mix. @type {(name: string, means?: JournalMeans) => Promise<Journal>} */
export async function openJournal(name, means = globalThis) {
	const { database, entries } = await opened(name, means);
	const kept = new Map(entries.map((entry) => [entry.id, entry]));
	let last = Math.max(0, ...entries.map(({ at }) => at));

	/** @type {(act: (store: IDBObjectStore) => unknown, done?: () => void) => void} */
	const write = (act, done) => attempt(() => {
		const transaction = database?.transaction(STORE, "readwrite", { durability: "strict" });
		if (!transaction) return;
		transaction.oncomplete = done ?? null;
		act(transaction.objectStore(STORE));
		// A page that goes would take an open transaction along.
		transaction.commit();
	});
	/** @type {(entry: Entry, done?: () => void) => void} */
	const put = (entry, done) => {
		kept.set(entry.id, entry);
		write((store) => store.put(entry, [name, entry.id]), done);
	};

	// What an older version kept elsewhere.
	attempt(() => {
		const storage = /** @type {Storage} */ (means.localStorage);
		for (const key of keys(storage, `room:${name}:`)) attempt(() => put(JSON.parse(storage.getItem(key) ?? ""), () => storage.removeItem(key)));
	});

	return {
		save(pending, person) {
			last = Math.max(Date.now(), last + 1);
			put({ ...pending, person, at: kept.get(pending.id)?.at ?? last });
		},
		drop(id) {
			kept.delete(id);
			write((store) => store.delete([name, id]));
		},
		of: (person) => [...kept.values()].filter((entry) => entry.person === person && KINDS.has(entry.do.kind))
			.sort((one, other) => one.at - other.at).map(({ at: _, person: __, ...pending }) => ({ ...pending, failed: null })),
		clear() {
			kept.clear();
			write((store) => store.delete(ofRoom(name)));
		},
	};
}

/** The database and what is in it; nothing where it is forbidden, broken or silent. @type {(name: string, means: JournalMeans) => Promise<{ database?: IDBDatabase, entries: Entry[] }>} */
async function opened(name, means) {
	/** @type {Timer} */ let timer;
	const silence = new Promise((_, reject) => { timer = setTimeout(reject, PATIENCE); });
	try {
		const request = /** @type {IDBFactory} */ (means.indexedDB).open("room", 1);
		request.onupgradeneeded = () => request.result.createObjectStore(STORE);
		const database = await Promise.race([answer(request), silence]);
		return { database, entries: await Promise.race([answer(database.transaction(STORE).objectStore(STORE).getAll(ofRoom(name))), silence]) };
	} catch {
		return { entries: [] };
	} finally {
		clearTimeout(timer);
	}
}

/** @param {IDBRequest} request @returns {Promise<any>} */
const answer = (request) => new Promise((resolve, reject) => {
	request.onsuccess = () => resolve(request.result);
	request.onerror = reject;
});

/** @param {string} name */
const ofRoom = (name) => IDBKeyRange.bound([name], [name, []]);

/** @type {(storage: Storage, prefix: string) => string[]} */
const keys = (storage, prefix) => Object.keys(storage).filter((key) => key.startsWith(prefix));

/** Storage may be full or forbidden; the room works without it. @template T @param {() => T} action */
function attempt(action) {
	try {
		return action();
	} catch {
		return undefined;
	}
}

/** Small things one tab remembers over a reload: the draft, the chosen colour, board or list. @type {(name: string, where?: "sessionStorage" | "localStorage") => Memory} */
export const createMemory = (name, where = "sessionStorage") => ({
	get: (key) => attempt(() => globalThis[where].getItem(`${name} ${key}`)) ?? undefined,
	set: (key, value) => attempt(() => globalThis[where].setItem(`${name} ${key}`, value)),
	clear: () => attempt(() => { for (const key of keys(globalThis[where], `${name} `)) globalThis[where].removeItem(key); }),
});
