/**
 * Changes that are not yet acknowledged, kept in the browser so that a reload or a flat battery loses no typed text. The
 * database is read once, when the room opens; from then on memory counts, and every write follows it in order.
 */

import { KINDS } from "./changes.js";

const STORE = "pending";
/** A browser that keeps nothing may never answer. */
const PATIENCE = 2000;

/**
 * @param {string} name of the workshop's socket: two workshops never mix
 * @param {{indexedDB?: IDBFactory, localStorage?: Storage}} [means]
 * @returns {Promise<Journal>}
 */
export async function openJournal(name, means = globalThis) {
	const { database, entries } = await opened(name, means);
	const kept = new Map(entries.map((entry) => [entry.id, entry]));
	let last = Math.max(0, ...entries.map(({ at }) => at));
	/** @param {(store: IDBObjectStore) => unknown} act @param {() => void} [done] */
	const write = (act, done) => attempt(() => {
		const transaction = database?.transaction(STORE, "readwrite", { durability: "strict" });
		if (!transaction) return;
		if (done) transaction.oncomplete = done;
		act(transaction.objectStore(STORE));
		// A page that goes would take an open transaction along.
		transaction.commit?.();
	});
	/** @param {Entry} entry @param {() => void} [done] */
	const put = (entry, done) => {
		kept.set(entry.id, entry);
		write((store) => store.put(entry, [name, entry.id]), done);
	};
	takeOver(`room:${name}:`, means, put);
	return {
		save(pending, person) {
			last = Math.max(Date.now(), last + 1);
			put({ ...pending, person, at: kept.get(pending.id)?.at ?? last });
		},
		drop(id) {
			kept.delete(id);
			write((store) => store.delete([name, id]));
		},
		of: (person) => [...kept.values()].filter((entry) => entry.person === person && entry.do?.kind in KINDS)
			.sort((one, other) => one.at - other.at).map(({ at: _, person: __, ...pending }) => ({ ...pending, failed: null })),
		clear() {
			kept.clear();
			write((store) => store.delete(ofRoom(name)));
		},
	};
}

/** The database and what is in it; nothing where it is forbidden or broken. @param {string} name @param {{indexedDB?: IDBFactory}} means @returns {Promise<{database?: IDBDatabase, entries: Entry[]}>} */
function opened(name, means) {
	return new Promise((resolve) => {
		const without = () => resolve({ entries: [] });
		const timer = setTimeout(without, PATIENCE);
		const request = attempt(() => means.indexedDB?.open("room", 1));
		if (!request) return without();
		request.onupgradeneeded = () => request.result.createObjectStore(STORE);
		request.onerror = without;
		request.onsuccess = () => {
			const database = request.result;
			const reading = attempt(() => database.transaction(STORE).objectStore(STORE).getAll(ofRoom(name)));
			if (!reading) return without();
			reading.onerror = without;
			reading.onsuccess = () => { clearTimeout(timer); resolve({ database, entries: reading.result }); };
		};
	});
}

/** What an older version kept elsewhere. @param {string} prefix @param {{localStorage?: Storage}} means @param {(entry: Entry, done: () => void) => void} put */
function takeOver(prefix, means, put) {
	attempt(() => {
		const storage = means.localStorage;
		for (const key of keys(prefix, storage)) attempt(() => put(JSON.parse(storage?.getItem(key) ?? ""), () => storage?.removeItem(key)));
	});
}

/** @param {string} name */
const ofRoom = (name) => IDBKeyRange.bound([name], [name, []]);

/** @param {string} prefix @param {Storage} [storage] */
function keys(prefix, storage) {
	return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "").filter((key) => key.startsWith(prefix));
}

/**
 * Storage may be full or forbidden; the room works without it.
 * @template T @param {() => T} action
 */
function attempt(action) {
	try {
		return action();
	} catch {
		return undefined;
	}
}

/**
 * Small things one tab remembers over a reload: the draft, the chosen colour, board or list.
 * @param {string} name
 */
export function createMemory(name) {
	return {
		/** @param {string} key */
		get: (key) => attempt(() => sessionStorage.getItem(`${name} ${key}`)) ?? undefined,
		/** @param {string} key @param {string} value */
		set: (key, value) => attempt(() => sessionStorage.setItem(`${name} ${key}`, value)),
		clear: () => attempt(() => { for (const key of keys(`${name} `, sessionStorage)) sessionStorage.removeItem(key); }),
	};
}
