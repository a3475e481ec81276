/** As much of IndexedDB as the journal uses; what is written is there once its transaction is committed. */

globalThis.IDBKeyRange ??= { bound: (low) => ({ prefix: JSON.stringify(low).slice(0, -1) }) };

const request = (result) => {
  const made = { result };
  queueMicrotask(() => made.onsuccess?.());
  return made;
};

export class MemoryDatabase {
  /** @type {Map<string, any> | null} */ rows = null;

  open() {
    const opening = request(this);
    queueMicrotask(() => { if (!this.rows) opening.onupgradeneeded?.(); });
    return { ...opening, set onsuccess(done) { queueMicrotask(() => queueMicrotask(done)); }, set onupgradeneeded(make) { opening.onupgradeneeded = make; } };
  }

  createObjectStore() { this.rows = new Map(); }

  transaction(_, mode) {
    const { rows } = this;
    const waiting = [];
    const change = (act) => { if (mode !== "readwrite") throw new Error("read only"); waiting.push(act); };
    const transaction = {
      commit: () => { for (const act of waiting.splice(0)) act(); queueMicrotask(() => transaction.oncomplete?.()); },
      objectStore: () => ({
        getAll: ({ prefix }) => request([...rows].sort().filter(([key]) => key.startsWith(prefix)).map(([, row]) => structuredClone(row))),
        put: (row, key) => { const copy = structuredClone(row); change(() => rows.set(JSON.stringify(key), copy)); },
        delete: (key) => change(() => { for (const row of [...rows.keys()]) if (key.prefix ? row.startsWith(key.prefix) : row === JSON.stringify(key)) rows.delete(row); }),
      }),
    };
    return transaction;
  }
}
