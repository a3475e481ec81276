/** Changes that are not yet acknowledged, kept in the browser so that a reload or a flat battery loses no typed text. */

/**
 * @param {string} name of the workshop's socket: two workshops never mix
 * @param {Storage | null} storage
 * @returns {Journal}
 */
export function openJournal(name, storage) {
  const prefix = `room:${name}:`;
  return {
    save: (pending) => attempt(() => storage?.setItem(prefix + pending.id, JSON.stringify({ ...pending, at: Date.now() }))),
    drop: (id) => attempt(() => storage?.removeItem(prefix + id)),
    all: () => attempt(() => entries(prefix, storage)) ?? [],
  };
}

/** @param {string} prefix @param {Storage | null} storage @returns {Pending[]} */
function entries(prefix, storage) {
  if (!storage) return [];
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((key) => key.startsWith(prefix));
  return keys
    .map((key) => JSON.parse(storage.getItem(key) ?? "null"))
    .filter((entry) => entry?.do?.kind)
    .sort((one, other) => one.at - other.at)
    .map(({ at: _, ...pending }) => ({ ...pending, failed: null }));
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
  };
}
