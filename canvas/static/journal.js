/** Changes that are not yet acknowledged, kept in the browser so that a reload or a flat battery loses no typed text. */

/**
 * @param {string} name of the workshop's socket: two workshops never mix
 * @param {Storage | null} storage
 * @returns {Journal}
 */
export function openJournal(name, storage) {
  const prefix = `room:${name}:`;
  return {
    save: (pending, person) => attempt(() => storage?.setItem(prefix + pending.id, JSON.stringify({ ...pending, at: Date.now(), person }))),
    drop: (id) => attempt(() => storage?.removeItem(prefix + id)),
    of: (person) => attempt(() => entries(prefix, storage, person)) ?? [],
    clear: () => attempt(() => { for (const key of keys(prefix, storage)) storage?.removeItem(key); }),
  };
}

/** @param {string} prefix @param {Storage | null} storage @param {string} whose @returns {Pending[]} */
function entries(prefix, storage, whose) {
  return keys(prefix, storage)
    .map((key) => JSON.parse(storage?.getItem(key) ?? "null"))
    .filter((entry) => entry?.do?.kind && entry.person === whose)
    .sort((one, other) => one.at - other.at)
    .map(({ at: _, person: __, ...pending }) => ({ ...pending, failed: null }));
}

/** @param {string} prefix @param {Storage | null} storage */
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
